import type { PlanAssumption } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { t } from '../../shared/copy/copy.ts';
import { aboutDollars } from '../../shared/format/about.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatMiles } from '../../shared/format/miles.ts';
import { formatPpb } from '../../shared/format/rate.ts';

/** What was taken where nobody told: the likely value, and how far apart the tellings are. */
export function assumedWords({ term, best, likely, worst }: PlanAssumption): string {
  const show = (value: string) => shown(term, value);
  if (best === worst) return show(likely);
  const [low, high] = BigInt(best) < BigInt(worst) ? [best, worst] : [worst, best];
  return t('assumptions.range', { likely: show(likely), low: show(low), high: show(high) });
}

function shown(term: string, value: string): string {
  if (term === 'segment') return t(`field.segment.${value}`);
  if (term === 'modelYear') return value;
  if (term.endsWith('Ppb')) return formatPpb(value);
  if (term === 'excessMileCents') return formatCents(value);
  if (term.endsWith('Cents') || term === 'wear') return aboutDollars(BigInt(value));
  return formatMiles(Number(value));
}
