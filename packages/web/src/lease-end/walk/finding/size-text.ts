import { SIZE_MAX_MILS } from '@roadbook/domain/wear/walk/assumed-sizes';
import { inches } from '@roadbook/domain/wear/walk/inches';

export const SIZE_PROBLEMS = [
  'size-missing',
  'size-not-understood',
  'size-zero',
  'size-too-large',
] as const;
export type SizeProblem = (typeof SIZE_PROBLEMS)[number];

export type ReadSize = { readonly mils: number } | { readonly problem: SizeProblem };

/** How a person writes a part of an inch with one sign. */
const SIGNS: Readonly<Record<string, string>> = {
  '¼': ' 1/4',
  '½': ' 1/2',
  '¾': ' 3/4',
  '⅛': ' 1/8',
  '⅜': ' 3/8',
  '⅝': ' 5/8',
  '⅞': ' 7/8',
};

/**
 * Reads a size in inches as a person writes it: `2`, `1.5`, `1/2`, `1 1/2`, `1½ in`. In thousandths
 * of an inch, to the nearest. Refuses nothing at all, zero, and more than any part of a car.
 */
export function readSize(typed: string): ReadSize {
  const text = typed
    .replace(/[¼½¾⅛⅜⅝⅞]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/(?:inch(?:es)?|in\.?|["″”])\s*$/i, '')
    .trim();
  if (text === '') return { problem: 'size-missing' };
  const mils = ofDecimal(text) ?? ofFraction(text);
  if (mils === null) return { problem: 'size-not-understood' };
  if (mils > SIZE_MAX_MILS) return { problem: 'size-too-large' };
  return mils === 0 ? { problem: 'size-zero' } : { mils };
}

function ofDecimal(text: string): number | null {
  const match = /^(\d{0,12})(?:\.(\d{0,12}))?$/.exec(text);
  if (match === null || !/\d/.test(text)) return null;
  const whole = Number(match[1] ?? 0);
  return Math.round(whole * 1_000 + Number(`0.${match[2] || '0'}`) * 1_000);
}

function ofFraction(text: string): number | null {
  const match = /^(?:(\d{1,6})[\s-]+)?(\d{1,3})\s*[/⁄]\s*(\d{1,3})$/.exec(text);
  if (match === null) return null;
  const over = Number(match[2]);
  const under = Number(match[3]);
  // Twelve fourths of an inch is more likely a slip than a size.
  if (under === 0 || over >= under * 2) return null;
  return Math.round(Number(match[1] ?? 0) * 1_000 + (over * 1_000) / under);
}

const SIXTEENTHS = 16;

/** A size as a person reads it off a ruler, “1 1/2”, or with decimals where no ruler says it. */
export function sizeText(mils: number): string {
  const parts = Math.round((mils * SIXTEENTHS) / 1_000);
  // 1/16 inch is 62.5 thousandths: half a thousandth either way is the same mark on the ruler.
  if (parts === 0 || Math.abs((parts * 1_000) / SIXTEENTHS - mils) > 0.5) return inches(mils);
  const whole = Math.floor(parts / SIXTEENTHS);
  const [over, under] = reduced(parts % SIXTEENTHS, SIXTEENTHS);
  if (over === 0) return String(whole);
  return whole === 0 ? `${over}/${under}` : `${whole} ${over}/${under}`;
}

function reduced(over: number, under: number): [number, number] {
  return over !== 0 && over % 2 === 0 ? reduced(over / 2, under / 2) : [over, under];
}
