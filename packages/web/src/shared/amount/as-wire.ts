import type { Breakdown as DomainBreakdown } from '@roadbook/domain/money/breakdown';
import type { Breakdown } from './breakdown.ts';

/** A breakdown computed here, as one that came over the wire: lines of zero say nothing. */
export function asWire({ lines, totalCents }: DomainBreakdown): Breakdown {
  return {
    lines: lines
      .filter(({ cents }) => cents !== 0n)
      .map((line) => ({ ...line, cents: line.cents.toString() })),
    totalCents: totalCents.toString(),
  };
}
