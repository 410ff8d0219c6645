/** Above what an odometer of six digits shows. */
export const MILES_MAX = 999_999;

/** Miles as a person writes them: `33,200`, `33200 mi`; null for what is no whole number. */
export function readMiles(typed: string): number | null {
  const digits = typed.replace(/[\s,]|mi(?:les)?\.?$/gi, '');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}
