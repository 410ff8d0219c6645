import type { CentsRange } from '@roadbook/domain/lease-end/planner/outlook';
import type { Cents } from '@roadbook/domain/money/cents';

/** Whether nothing about an amount is open. */
export function isExact({ lowCents, highCents }: CentsRange): boolean {
  return lowCents === highCents;
}

/** The same range moved by an amount that is known. */
export function movedBy(range: CentsRange, cents: Cents): CentsRange {
  return {
    lowCents: range.lowCents + cents,
    likelyCents: range.likelyCents + cents,
    highCents: range.highCents + cents,
  };
}
