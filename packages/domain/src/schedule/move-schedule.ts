import { addMonths, type BusinessDate, daysBetween } from '../time/calendar.ts';
import { dueDateAfter, type Rhythm } from './rhythm.ts';
import { dueDateIn, type Schedule, type Segment } from './schedule.ts';

/** A rhythm that counts in months has a due day, and can be moved by days or months. */
export type MonthRhythm = Extract<Rhythm, { readonly every: 'monthly' | 'quarterly' }>;

export function isByMonths(rhythm: Rhythm): rhythm is MonthRhythm {
  return rhythm.every === 'monthly' || rhythm.every === 'quarterly';
}

/**
 * The schedule with installment `number` and all after it moved: it falls due on `first`, the
 * others follow in the same rhythm on that due day. What came before it stays as it was.
 */
export function movedFrom(
  schedule: Schedule,
  number: number,
  first: BusinessDate,
  dueDay: number,
): Schedule {
  const segments: Segment[] = [];
  let before = 0;
  let moved = 0;
  for (const segment of schedule.segments) {
    const kept = Math.min(segment.count, Math.max(0, number - 1 - before));
    if (kept > 0) segments.push({ ...segment, count: kept });
    const rest = segment.count - kept;
    before += segment.count;
    if (rest === 0) continue;
    if (!isByMonths(segment.rhythm)) throw new RangeError('a rhythm of months can be moved');
    const rhythm = { ...segment.rhythm, dueDay };
    const firstDueDate = dueDateAfter(rhythm, first, moved);
    segments.push({ ...segment, rhythm, count: rest, firstDueDate });
    moved += rest;
  }
  return { ...schedule, segments: segments as unknown as Schedule['segments'] };
}

/** The day nearest to a due date that is a due day and later than another day. */
export function nearestDueDate(
  dueDate: BusinessDate,
  dueDay: number,
  after: BusinessDate,
): BusinessDate {
  const near = [1, 0, -1].map((months) => addMonths(dueDate, months, dueDay));
  const possible = near.filter((on) => on > after);
  const [best = near[0] as BusinessDate] = possible.toSorted(
    (a, b) => Math.abs(daysBetween(dueDate, a)) - Math.abs(daysBetween(dueDate, b)),
  );
  return best;
}

/** The due date of an installment so many months later. */
export function dueDateLater(schedule: Schedule, number: number, months: number, dueDay: number) {
  return addMonths(dueDateIn(schedule, number), months, dueDay);
}
