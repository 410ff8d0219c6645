import type { Stated } from '../read/schema/ex102-record.ts';
import { rhythmOf } from '../read/schema/payment-rhythm.ts';
import type { Findings } from './finding.ts';

/**
 * A kind of payment without a name is remarked. A lease keeps no rhythm but the month: another one
 * is refused, or boards as the lender says.
 */
export function checkRhythm(record: Stated, findings: Findings): void {
  const rhythm = rhythmOf(record);
  if (rhythm === 'monthly' || rhythm === 'single') return;
  const element = record.fields.has('paymentFrequency') ? 'paymentFrequency' : 'paymentTypeCode';
  if (rhythm === 'other') {
    findings.add(
      'payment-type-other',
      element,
      'The record says that its payments are of another kind; they were taken as monthly.',
      '2, monthly',
    );
    return;
  }
  if (record.product === 'loan') return;
  findings.add(
    'payment-rhythm-not-serviced',
    element,
    `Payments of this lease fall due ${rhythm}, and those of leases are serviced by the month.`,
    'a lease with monthly payments, or a prepaid one',
  );
}
