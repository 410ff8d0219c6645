import { type BusinessDate, fromParts } from '@roadbook/domain/time/calendar';

/** The day on the person's own clock: the one thing the planner asks of its surroundings. */
export function todayHere(): BusinessDate {
  const now = new Date();
  return fromParts({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}
