import type { FindingEstimate } from '@roadbook/domain/wear/charge/finding-estimate';
import type { MeasureUnit } from '@roadbook/domain/wear/guide/guide';
import type { RuleCitation } from '@roadbook/domain/wear/guide/judge-finding';
import { CARD_LENGTH_MILS } from '@roadbook/domain/wear/walk/bank-card';
import type { CarView } from '@roadbook/domain/wear/walk/car-part';
import type { Finding } from '@roadbook/domain/wear/walk/condition-report';
import type { DamageType } from '@roadbook/domain/wear/walk/damage-type';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import type { PartState } from '../car/part-state.tsx';
import type { VerdictCounts } from './estimate/estimate-walk.ts';
import { sizeText } from './finding/size-text.ts';

export const partName = (partId: string): string => t(`walk.part.${partId}`);
export const viewName = (view: CarView): string => t(`walk.view.${view}`);
export const damageName = (damage: DamageType): string => t(`walk.damage.${damage}`);

/** “Left front door, looks fine”: how a screen reader names a part. */
export function partInState(partId: string, state: PartState): string {
  return t('walk.part-in-state', { part: partName(partId), state: t(`walk.state.${state}`) });
}

/** “1 1/2 in”, and for the length of a bank card what it is. */
export function inchesWords(mils: number): string {
  if (mils === CARD_LENGTH_MILS) return t('walk.size.card');
  // A no-break space keeps 1 1/2 together at the end of a line.
  return t('walk.size.inches', { size: sizeText(mils).replace(' ', '\u00a0') });
}

/** What was measured, in a few words: “1 1/2 in”, “3/32 in”, “2 missing”, “size not known”. */
export function measureWords(finding: Finding, by: 'size' | 'tread' | 'nothing'): string | null {
  const { sizeMils, treadThirtySeconds } = finding;
  if (by === 'size') return sizeMils === null ? t('walk.size.unknown') : inchesWords(sizeMils);
  if (by === 'nothing') return null;
  return treadThirtySeconds === null
    ? t('walk.tread.unknown')
    : t('walk.tread.left', { tread: treadThirtySeconds });
}

/** A limit or a measure in the unit of its rule. */
export function inUnit(unit: MeasureUnit, value: number): string {
  switch (unit) {
    case 'thousandth-inch':
      return inchesWords(value);
    case 'thirty-second-inch':
      return t('walk.tread.inches', { tread: value });
    case 'count':
      return String(value);
    case 'none':
      return '';
  }
}

/** The rule that decided, as a sentence with its limit; says so where the guide is silent. */
export function ruleWords(rule: RuleCitation | null): string {
  if (rule === null) return t('walk.rule.silent');
  const { clause, unit, limit, measured } = rule;
  const known = {
    limit: inUnit(unit, limit),
    found: measured === null ? '' : inUnit(unit, measured),
  };
  if (clause === 'within-limit') {
    if (unit === 'none') return t('walk.rule.silent');
    return t(`walk.rule.within-${unit}${measured === null ? '-unmeasured' : ''}`, known);
  }
  const isOpen = measured === null && unit !== 'none';
  return t(`walk.rule.${clause}${isOpen ? '-unmeasured' : ''}`, known);
}

/** “3 things found”. */
export function countFound(count: number): string {
  return t('walk.count.found', { count });
}

/** “3 things found: 1 charged · 1 could be charged · 1 ordinary wear”; nothing is left out. */
export function countWords({ all, chargeable, unknown, ordinary }: VerdictCounts): string {
  const counts = { chargeable, unknown, ordinary };
  const parts = (['chargeable', 'unknown', 'ordinary'] as const)
    .filter((each) => counts[each] > 0)
    .map((each) => t(`walk.count.${each}`, { count: counts[each] }));
  const found = countFound(all);
  return parts.length === 0 ? found : t('walk.count.of-found', { found, parts: parts.join(' · ') });
}

/** “$90.00 to $150.00”, or one amount where both ends are the same. */
export function centsRange(lowCents: bigint, highCents: bigint): string {
  const low = formatCents(String(lowCents));
  if (lowCents === highCents) return low;
  return t('walk.range', { low, high: formatCents(String(highCents)) });
}

/** What to do about a finding, and why, in a sentence. */
export function adviceWords({ reason, ...each }: FindingEstimate): string {
  return t(`walk.advice.${reason}`, {
    repair: centsRange(each.repairLowCents, each.repairHighCents),
    saves: formatCents(String(each.savesCents)),
  });
}
