import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import { t } from '../../../shared/copy/copy.ts';
import { formatCents } from '../../../shared/format/cents.ts';

/** How wide the range of a walk is that no guide of its own judges, and why. */
export function rangeWords({ range: { lowCents, highCents } }: WearEstimate): string {
  if (lowCents === highCents) return t('walk.other.nothing');
  return t('walk.other.width', { width: formatCents(String(highCents - lowCents)) });
}
