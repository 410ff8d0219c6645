import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { type BusinessDate, date, monthsBetween } from '@roadbook/domain/time/calendar';
import type { BoardingChecks } from '../../lender/boarding-checks.ts';
import { integer, month, type Stated } from '../read/schema/ex102-record.ts';
import type { Findings } from './finding.ts';

/** Holds the numbers of one running lease against each other, by the lender's limits. */
export function checkLease(
  record: Stated,
  terms: LeaseTerms,
  asOf: BusinessDate,
  checks: BoardingChecks,
  findings: Findings,
): void {
  const left = integer(record, 'remainingTermNumber');
  if (left !== undefined && left > 0) {
    findings.measure({
      rule: 'remaining-term-off',
      element: 'remainingTermNumber',
      value: Math.abs(Math.max(0, monthsBetween(asOf, leaseMaturityDate(terms))) - left),
      limit: checks.remainingMonths,
      sentence: 'The months stated as left are not those until the end; the end was taken.',
      accepted: 'the months from the cut-off to scheduledTerminationDate',
    });
  }
  const grace = integer(record, 'gracePeriod') ?? 0;
  const originated = month(record, 'originationDate');
  const first = month(record, 'originalFirstPaymentDate');
  if (grace === 0 || originated === undefined || first === undefined) return;
  const months = monthsBetween(date(`${originated}-01`), date(`${first}-01`));
  if (Math.abs(months - grace) <= 2) return;
  findings.add(
    'grace-disagrees',
    'gracePeriod',
    'The months without a payment are not those until the first payment, which was taken.',
    'the months from originationDate to originalFirstPaymentDate',
  );
}
