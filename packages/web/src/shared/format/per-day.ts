/**
 * Interest of one day, in millionths of a dollar, as "$3.83": rounded half up to the cent for
 * reading only. Amounts that bind are computed from dates, never from this.
 */
export function formatPerDay(micros: string): string {
  const cents = (BigInt(micros) + 5_000n) / 10_000n;
  return `$${(cents / 100n).toLocaleString('en-US')}.${String(cents % 100n).padStart(2, '0')}`;
}
