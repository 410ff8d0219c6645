/** The oracle's own calendar: UTC days of the JavaScript `Date`, nothing of the domain's. */
export type Day = string;

const ONE = 86_400_000;

/** Tomorrows already looked up: a life asks for each of them a hundred times. */
const tomorrows = new Map<Day, Day>();

export function tomorrow(day: Day): Day {
  const known = tomorrows.get(day);
  if (known !== undefined) return known;
  const next = plusDays(day, 1);
  tomorrows.set(day, next);
  return next;
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * ONE).toISOString().slice(0, 10);
}

export function daysFrom(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / ONE;
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day of the month, so many months later, or the last day of a shorter month. */
export function monthsLater(first: Day, months: number, dueDay: number): Day {
  const from = new Date(Date.parse(first));
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + 1 + months;
  const at = new Date(Date.UTC(year, month - 1, 1));
  const last = lastOfMonth(at.getUTCFullYear(), at.getUTCMonth() + 1);
  at.setUTCDate(Math.min(dueDay, last));
  return at.toISOString().slice(0, 10);
}

/** Every due date of a contract, first to last. */
export function monthlyDays(first: Day, count: number, dueDay: number): Day[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? first : monthsLater(first, index, dueDay),
  );
}

/** Every due date of a loan in its rhythm, first to last, one step after the other. */
export function rhythmDays(rhythm: string, first: Day, count: number, dueDay: number): Day[] {
  if (rhythm === 'monthly') return monthlyDays(first, count, dueDay);
  const days = [first];
  for (let step = 1; days.length < count; step += 1) {
    const last = days.at(-1) ?? first;
    if (rhythm === 'weekly') days.push(plusDays(last, 7));
    else if (rhythm === 'bi-weekly') days.push(plusDays(last, 14));
    else if (rhythm === 'quarterly') days.push(monthsLater(first, step * 3, dueDay));
    else days.push(nextHalf(last, dueDay));
  }
  return days;
}

/** The next day that is one of the two of each month, walked to day by day. */
function nextHalf(last: Day, dueDay: number): Day {
  const other = dueDay <= 15 ? dueDay + 15 : dueDay - 15;
  for (let day = plusDays(last, 1); ; day = plusDays(day, 1)) {
    const [year = 0, month = 0, of = 0] = day.split('-').map(Number);
    const end = lastOfMonth(year, month);
    if (of === Math.min(dueDay, end) || of === Math.min(other, end)) return day;
  }
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** 30/360 as the US rule book puts it, step by step. */
export function days30360(from: Day, to: Day): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  let start = d1;
  let end = d2;
  const startIsLastOfFebruary = m1 === 2 && d1 === lastOfMonth(y1, 2);
  const endIsLastOfFebruary = m2 === 2 && d2 === lastOfMonth(y2, 2);
  if (startIsLastOfFebruary && endIsLastOfFebruary) end = 30;
  if (startIsLastOfFebruary) start = 30;
  if (end === 31 && start >= 30) end = 30;
  if (start === 31) start = 30;
  return 360 * (y2 - y1) + 30 * (m2 - m1) + (end - start);
}
