import type { CentsRange } from '@roadbook/domain/lease-end/planner/outlook';
import { t } from '../../../shared/copy/copy.ts';
import { aboutDollars, likelyOf } from '../../../shared/format/about.ts';

/** What a way out comes to in the end: a cost, or so much ahead. Never a minus sign. */
export function netLikely(net: CentsRange): string {
  if (net.likelyCents >= 0n) return likelyOf(net);
  const { lowCents, likelyCents, highCents } = net;
  const ahead = { lowCents: -highCents, likelyCents: -likelyCents, highCents: -lowCents };
  return t('ways-out.ahead', { amount: likelyOf(ahead) });
}

/** How far it may be off, as a sentence. */
export function netSpan({ lowCents, highCents }: CentsRange): string {
  const low = aboutDollars(lowCents < 0n ? -lowCents : lowCents);
  const high = aboutDollars(highCents < 0n ? -highCents : highCents);
  if (lowCents >= 0n) return t('ways-out.span', { low, high });
  if (highCents <= 0n) return t('ways-out.span-ahead', { low: high, high: low });
  return t('ways-out.span-either', { ahead: low, cost: high });
}
