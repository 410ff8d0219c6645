import { toCount } from '../../money/count.ts';

/**
 * Reads inches with at most three decimals as thousandths of an inch: `3.37` is 3370. Null for
 * anything else, so that what does not fit is refused instead of being rounded in silence.
 */
export function parseInches(text: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,4})(?:\.(\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  return toCount(BigInt(whole) * 1_000n + BigInt(fraction.padEnd(3, '0')));
}

/** Writes thousandths of an inch as inches without needless zeros: 3370 is `3.37`. */
export function inches(mils: number): string {
  const digits = `${mils}`.padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, '');
}
