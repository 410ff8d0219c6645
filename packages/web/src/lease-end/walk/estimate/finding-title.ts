import type { Finding } from '@roadbook/domain/wear/walk/condition-report';
import { measuredBy } from '@roadbook/domain/wear/walk/damage-type';
import { t } from '../../../shared/copy/copy.ts';
import { damageName, measureWords, partName } from '../walk-words.ts';

/** “Dent, 1 1/2 in, 2 of them”: a finding in one line, without its part. */
export function findingTitle(finding: Finding): string {
  const measure = measureWords(finding, measuredBy(finding.damage));
  const parts = [damageName(finding.damage)];
  if (measure !== null) parts.push(measure);
  if (finding.count > 1) parts.push(t('walk.finding.count', { count: finding.count }));
  if (finding.paintBroken) parts.push(t('walk.finding.paint'));
  if (finding.inDriversView) parts.push(t('walk.finding.view'));
  return parts.join(', ');
}

/** “Left rear door: dent, 5 in”: a finding in one line with its part. */
export function findingName(finding: Finding): string {
  const title = findingTitle(finding);
  return t('walk.line', {
    part: partName(finding.partId),
    damage: title.charAt(0).toLowerCase() + title.slice(1),
  });
}
