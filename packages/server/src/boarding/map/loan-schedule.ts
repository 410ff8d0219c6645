import type { Cents } from '@roadbook/domain/money/cents';
import { dueDatesBy, type Rhythm } from '@roadbook/domain/schedule/rhythm';
import { levelSchedule, type Schedule } from '@roadbook/domain/schedule/schedule';
import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  daysBetween,
  partsOf,
} from '@roadbook/domain/time/calendar';
import { day, type Ex102Record, integer, month } from '../read/schema/ex102-record.ts';
import { rhythmOf } from '../read/schema/payment-rhythm.ts';
import type { Assumptions } from './assumptions.ts';

/** What a schedule is made of, besides the record: its due day and where the cut-off stands. */
export type ScheduleSources = {
  readonly record: Ex102Record;
  readonly dueDay: number;
  readonly installmentCents: Cents;
  readonly asOf: BusinessDate;
  readonly daysPastDue: number;
};

/** The last day a month can have, as a due day. */
const LAST_DAY = 31;
const HALF_A_MONTH = 15;

/**
 * The installments of a loan, in the rhythm that its record states. The months of the first payment
 * and of maturity bound it; a rhythm of weeks needs a first day of its own.
 */
export function loanScheduleOf(sources: ScheduleSources, assume: Assumptions): Schedule {
  const { record, installmentCents } = sources;
  const maturity = month(record, 'loanMaturityDate');
  if (maturity === undefined) throw new RangeError('a loan record has its maturity');
  const maturityMonth = date(`${maturity}-01`);
  const firstMonth = firstMonthOf(record, maturityMonth, assume);
  const rhythm = loanRhythmOf(sources, assume);
  const firstDueDate = firstDueDateOf(sources, rhythm, firstMonth, assume);
  const lastDay = addMonths(maturityMonth, 0, LAST_DAY);
  const count = Math.max(1, dueDatesBy(rhythm, firstDueDate, lastDay));
  if (rhythm.every !== 'monthly') {
    assume.orAssume('installmentCount', null, count, 'from-first-and-last-month');
  }
  return levelSchedule({ firstDueDate, rhythm, count, installmentCents });
}

/** The first of the month of the first payment. */
function firstMonthOf(
  record: Ex102Record,
  maturityMonth: BusinessDate,
  assume: Assumptions,
): BusinessDate {
  const stated =
    day(record, 'firstPaymentDay')?.slice(0, 7) ?? month(record, 'originalFirstPaymentDate');
  if (stated !== undefined) return date(`${stated}-01`);
  const term = integer(record, 'originalLoanTerm') ?? 0;
  const first = addMonths(maturityMonth, 1 - term);
  assume.orAssume('firstDueDate', null, first.slice(0, 7), 'from-term-and-maturity');
  return first;
}

function loanRhythmOf({ record, dueDay }: ScheduleSources, assume: Assumptions): Rhythm {
  const every = rhythmOf(record);
  switch (every) {
    case 'quarterly':
      return { every, dueDay };
    case 'semi-monthly': {
      const stated = integer(record, 'secondDueDay');
      const other = dueDay <= HALF_A_MONTH ? dueDay + HALF_A_MONTH : dueDay - HALF_A_MONTH;
      const second = assume.orAssume('secondDueDay', stated, other, 'half-a-month-apart');
      const [early, late] = dueDay < second ? [dueDay, second] : [second, dueDay];
      return { every, dueDays: [early, late] };
    }
    case 'bi-weekly':
    case 'weekly':
      return { every };
    default:
      return { every: 'monthly', dueDay };
  }
}

/**
 * The first due date. In weeks, no due day says which week it is: a first day that is stated does,
 * else the day that lies as far back as past due; else it is the due day of the first month.
 */
function firstDueDateOf(
  { record, dueDay, asOf, daysPastDue }: ScheduleSources,
  rhythm: Rhythm,
  firstMonth: BusinessDate,
  assume: Assumptions,
): BusinessDate {
  const onDueDay = addMonths(firstMonth, 0, dueDay);
  const stated = day(record, 'firstPaymentDay');
  if (rhythm.every !== 'bi-weekly' && rhythm.every !== 'weekly') {
    const isHalf = rhythm.every === 'semi-monthly' && stated !== undefined;
    return isHalf ? stated : onDueDay;
  }
  if (stated !== undefined) return stated;
  if (daysPastDue <= 0) {
    return assume.orAssume('firstDueDate', null, onDueDay, 'file-silent-due-day');
  }
  const step = rhythm.every === 'weekly' ? 7 : 14;
  const oldest = addDays(asOf, -daysPastDue);
  const off = daysBetween(firstMonth, oldest) % step;
  const first = addDays(firstMonth, off < 0 ? off + step : off);
  return assume.orAssume('firstDueDate', null, first, 'from-days-past-due');
}

/** The due day that a stated first day names. */
export function dueDayOfFirst(record: Ex102Record): number | null {
  const first = day(record, 'firstPaymentDay');
  return first === undefined ? null : partsOf(first).day;
}
