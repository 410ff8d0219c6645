import type { CentsRange } from '@roadbook/domain/lease-end/planner/outlook';
import type { Cents } from '@roadbook/domain/money/cents';
import { roundHalfUp } from '@roadbook/domain/money/round';
import { t } from '../copy/copy.ts';
import { formatCents } from './cents.ts';
import { CURRENCY, LOCALE } from './locale.ts';
import { isExact } from './range.ts';

const whole = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: CURRENCY,
  maximumFractionDigits: 0,
});

/** An estimate in whole dollars: cents would promise an exactness that it has not. */
export function aboutDollars(cents: Cents): string {
  const isBelow = cents < 0n;
  const dollars = roundHalfUp(isBelow ? -cents : cents, 100n);
  return whole.format(isBelow ? -dollars : dollars);
}

/** What is known as it is: the exact amount, or the likely one in whole dollars. */
export function likelyOf(range: CentsRange): string {
  return isExact(range) ? formatCents(`${range.likelyCents}`) : aboutDollars(range.likelyCents);
}

/** "between $1,774 and $6,034", or the amount to the cent when nothing about it is open. */
export function spanOf(range: CentsRange): string {
  if (isExact(range)) return formatCents(`${range.likelyCents}`);
  const { lowCents, highCents } = range;
  return t('range.between', { low: aboutDollars(lowCents), high: aboutDollars(highCents) });
}
