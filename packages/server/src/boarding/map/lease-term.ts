import { date, monthsBetween } from '@roadbook/domain/time/calendar';
import type { BoardingChecks } from '../../lender/boarding-checks.ts';
import type { Findings } from '../check/finding.ts';
import { type Ex102Record, integer, month } from '../read/schema/ex102-record.ts';
import type { Assumptions } from './assumptions.ts';

/**
 * The months a lease runs, extensions included. Servicers name its end by the month in which it
 * ends or by the month of its last payment, so the scheduled end may be a month before the term's.
 */
export function leaseTermOf(
  record: Ex102Record,
  checks: BoardingChecks,
  assume: Assumptions,
  findings: Findings,
): number {
  const term = integer(record, 'originalLeaseTermNumber') ?? 0;
  const extended = Math.max(0, integer(record, 'leaseExtended') ?? 0);
  const scheduled = scheduledMonths(record);
  if (scheduled === null) return term + extended;
  const isOn = (months: number): boolean => scheduled === months || scheduled === months - 1;
  if (isOn(term + extended)) return term + extended;
  if (extended > 0 && isOn(term)) {
    findings.add(
      'extension-not-in-maturity',
      'leaseExtended',
      'The lease was extended, and its scheduled end does not show it; the extension was added.',
      'a scheduledTerminationDate that is as many months later',
    );
    return term + extended;
  }
  findings.measure({
    rule: 'maturity-off-term',
    element: 'scheduledTerminationDate',
    value: Math.abs(scheduled - term - extended),
    limit: checks.maturityMonths,
    sentence: 'The months until the scheduled end are not the months of the term.',
    accepted: 'a scheduled end that goes with originalLeaseTermNumber and leaseExtended',
  });
  if (scheduled < term) return term;
  return assume.orAssume('termMonths', null, scheduled, 'from-scheduled-end');
}

function scheduledMonths(record: Ex102Record): number | null {
  const first = month(record, 'originalFirstPaymentDate');
  const end = month(record, 'scheduledTerminationDate');
  if (first === undefined || end === undefined) return null;
  return monthsBetween(date(`${first}-01`), date(`${end}-01`));
}
