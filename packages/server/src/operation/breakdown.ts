import type * as schema from '@roadbook/api/schema/basic';
import type { Breakdown, Line } from '@roadbook/domain/money/breakdown';
import type { z } from 'zod';

export type WireLine = z.output<typeof schema.Line>;
export type WireBreakdown = z.output<typeof schema.Breakdown>;

/** A line as it travels: the amount as digits. */
export function wireLine({ label, rule, inputs, cents }: Line): WireLine {
  return { label, rule, inputs: { ...inputs }, cents: cents.toString() };
}

export function wireBreakdown({ lines, totalCents }: Breakdown): WireBreakdown {
  return { lines: lines.map(wireLine), totalCents: totalCents.toString() };
}

/** Lines of a stored body with their sum. */
export function storedBreakdown(lines: readonly WireLine[]): WireBreakdown {
  const total = lines.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
  return { lines: [...lines], totalCents: total.toString() };
}

/** How the money of a payment was applied. A small rest that was written off is not its money. */
export function paymentSplit(lines: readonly WireLine[]): WireBreakdown {
  return storedBreakdown(lines.filter(({ label }) => label !== 'written-off'));
}
