import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { day, type Ex102Record } from '../read/schema/ex102-record.ts';

/** The element in which each product's record says its cut-off day. */
export const CUT_OFF = {
  loan: 'reportingPeriodEndingDate',
  lease: 'reportingPeriodEndDate',
} as const;

/** The cut-off day of a record: the one that a person named, else its own. */
export function cutOffOf(record: Ex102Record, named: BusinessDate | null): BusinessDate {
  const asOf = named ?? day(record, CUT_OFF[record.product]);
  if (asOf === undefined) throw new RangeError('a record has its period');
  return asOf;
}
