import { formatCents } from './cents.ts';

/**
 * Interest of one day, in millionths of a dollar, as "$3.83": rounded half up to the cent for
 * reading only. Amounts that bind are computed from dates, never from this.
 */
export function formatPerDay(micros: string): string {
  return formatCents(String((BigInt(micros) + 5_000n) / 10_000n));
}
