/** What is shown of a kept book otherwise than its own build showed it, and why. */
import type { ShownBook, ShownContract } from './shown-book.ts';

/**
 * A fault of a build that was mended later: what it showed was wrong, and a later build shows the
 * right value. Everything that is not listed here must stay as it was.
 */
type Mended = {
  /** The newest book that was made before it was mended; older ones are meant too. */
  readonly through: string;
  readonly contractNumber: string;
  readonly why: string;
  readonly shows: ShownContract;
};

const MENDED: readonly Mended[] = [
  {
    through: '0011-697b80a',
    contractNumber: '825301232',
    why: 'A car that is kept past maturity is driven on: its miles count on the day it comes back.',
    shows: { projectedMiles: 37_917 },
  },
];

/** What a book's own build showed, with what was mended since. */
export function shownSince(name: string, shown: ShownBook): ShownBook {
  const contracts = { ...shown.contracts };
  const totals: Record<string, string> = { ...shown.totals };
  for (const { through, contractNumber, shows } of MENDED) {
    const before = contracts[contractNumber];
    if (name > through || before === undefined) continue;
    contracts[contractNumber] = { ...before, ...shows };
    for (const [field, value] of Object.entries(shows)) {
      if (totals[field] === undefined) continue;
      const change = BigInt(value ?? 0) - BigInt(before[field] ?? 0);
      totals[field] = (BigInt(totals[field]) + change).toString();
    }
  }
  return { ...shown, contracts, totals };
}
