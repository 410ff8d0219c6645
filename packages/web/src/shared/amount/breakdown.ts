import type { Breakdown as DomainBreakdown } from '@roadbook/domain/money/breakdown';
import type { CentsText } from '../format/cents.ts';
import { lengthOf } from '../picture/length-of.ts';

/** One line of an amount as the wire carries it. */
export type Line = Omit<DomainBreakdown['lines'][number], 'cents'> & { readonly cents: CentsText };

/** An amount that explains itself, as the wire carries it: the total is the sum of the lines. */
export type Breakdown = { readonly lines: readonly Line[]; readonly totalCents: CentsText };

/**
 * An amount the contract or the server simply states (a level payment, a residual value): one line
 * that says where it comes from.
 */
export function stated(
  label: string,
  rule: string,
  cents: CentsText,
  inputs: Line['inputs'] = {},
): Breakdown {
  return { lines: [{ label, rule, inputs, cents }], totalCents: cents };
}

/** Lines with their sum, leaving out those of zero; for amounts that come in named parts. */
export function summed(lines: readonly Line[]): Breakdown {
  const total = lines.reduce((sum, line) => sum + BigInt(line.cents), 0n);
  const shown = lines.filter((line) => BigInt(line.cents) !== 0n);
  return { lines: shown.length === 0 ? lines.slice(0, 1) : shown, totalCents: String(total) };
}

/** Which of the five colours a line has: the same thing has the same colour on every screen. */
export function tintOf({ label }: Line): 1 | 2 | 3 | 4 | 5 {
  if (/principal|base-payment|lease-balance|next-payment|installment/.test(label)) return 1;
  if (/interest|rent/.test(label)) return 2;
  if (/fee|past-due/.test(label)) return 3;
  return /tax/.test(label) ? 4 : 5;
}

/** A part of the bar: how far along it begins and how long it is, in thousandths of the whole. */
export type BarPart = { readonly line: Line; readonly start: number; readonly length: number };

/**
 * The parts of a breakdown along a bar 1,000 long. Only what adds is drawn; what takes away stands
 * in the table. The ends meet exactly: a part begins where the one before it ended.
 */
export function barParts(lines: readonly Line[]): BarPart[] {
  const positive = lines.filter((line) => BigInt(line.cents) > 0n);
  const whole = positive.reduce((sum, line) => sum + BigInt(line.cents), 0n);
  let before = 0n;
  return positive.map((line) => {
    const start = lengthOf(before, whole, 1_000);
    before += BigInt(line.cents);
    return { line, start, length: lengthOf(before, whole, 1_000) - start };
  });
}
