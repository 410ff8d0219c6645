import { LOCALE } from './locale.ts';

const miles = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** 12000 as "12,000"; the unit is the sentence's. */
export function formatMiles(count: number): string {
  return miles.format(count);
}
