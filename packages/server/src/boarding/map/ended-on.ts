import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  earlierOf,
} from '@roadbook/domain/time/calendar';
import { month, type Stated } from '../read/schema/ex102-record.ts';

/** When an ended contract ended. The file names the month only: its last day, or the cut-off. */
export function endedOn(record: Stated, asOf: BusinessDate): BusinessDate {
  const ended = month(record, 'zeroBalanceEffectiveDate');
  if (ended === undefined) return asOf;
  return earlierOf(addDays(addMonths(date(`${ended}-01`), 1), -1), asOf);
}
