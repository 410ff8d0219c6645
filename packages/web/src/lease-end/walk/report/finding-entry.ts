import type { FindingEstimate } from '@roadbook/domain/wear/charge/finding-estimate';
import { t } from '../../../shared/copy/copy.ts';
import type { ReportBlock } from '../../../shared/report/report.ts';
import { findingName } from '../estimate/finding-title.ts';
import { type Judging, judgingOf } from '../guide/wear-data.ts';
import type { Walk } from '../walk.ts';
import { adviceWords, centsRange, partName, ruleWords } from '../walk-words.ts';
import { photoMoment } from './walk-facts.ts';

/** When and where on the clock a report is made. */
export type ReportMade = { readonly at: string; readonly timeZone: string };

/** A finding of a report with its photos beside it, each with the moment it was added. */
export function findingEntry(
  estimate: FindingEstimate,
  walk: Walk,
  photos: ReadonlyMap<string, Uint8Array>,
  { timeZone }: ReportMade,
): ReportBlock {
  const { finding } = estimate;
  const part = partName(finding.partId);
  return {
    kind: 'entry',
    title: findingName(finding),
    lines: findingLines(estimate, judgingOf(walk).by),
    photos: finding.photoIds.flatMap((id, index) => {
      const jpeg = photos.get(id);
      if (jpeg === undefined) return [];
      const description = t('walk.photo.of', { part, number: index + 1 });
      const at = walk.photoTimes[id];
      const number = t('walk.photo.number', { number: index + 1 });
      const caption =
        at === undefined
          ? number
          : t('walk.photo.added', { number, moment: photoMoment(at, timeZone) });
      return [{ jpeg, description, caption }];
    }),
  };
}

/** The verdict with its rule or its range, what to do, where the rule is, and the person's note. */
function findingLines(estimate: FindingEstimate, by: Judging['by']): string[] {
  const { finding, verdict, rule, code } = estimate;
  const range = centsRange(estimate.chargeLowCents, estimate.chargeHighCents);
  const note = finding.note === undefined ? [] : [t('walk.report.note', { note: finding.note })];
  const coded = code === null ? [] : [t('walk.card.code', { code })];
  switch (by) {
    case 'nobody':
      return [...coded, ...note];
    case 'no-own-guide':
      return [
        `${t(`walk.verdict.${verdict}`)}: ${range}. ${t(`walk.other.${verdict}`)}`,
        ...coded,
        ...note,
      ];
    case 'one-guide':
      return [
        `${t(`walk.verdict.${verdict}`)}. ${ruleWords(rule)}`,
        ...(verdict === 'ordinary' ? [] : [adviceWords(estimate)]),
        ...(rule === null ? [] : [t('walk.card.source', { source: rule.source })]),
        ...coded,
        ...note,
      ];
  }
}
