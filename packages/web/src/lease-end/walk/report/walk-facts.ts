import { CAR_VIEWS, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness } from '@roadbook/domain/wear/walk/condition-report';
import { t } from '../../../shared/copy/copy.ts';
import { dateAt } from '../../../shared/format/clock.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/miles.ts';
import { countVerdicts, estimateWalk } from '../estimate/estimate-walk.ts';
import { judgingOf } from '../guide/wear-data.ts';
import { formatMoment, formatZonedTime } from '../moment.ts';
import { reportOf, type Walk } from '../walk.ts';
import { countWords } from '../walk-words.ts';

export type WalkFact = { readonly name: string; readonly value: string };

/** What makes a report a proof: which car, how far it was driven, when and how it was walked. */
export function walkFacts(walk: Walk, timeZone: string): readonly WalkFact[] {
  const { bodyStyle, carName, vin, odometerMiles } = walk;
  const style = bodyStyle ?? 'sedan';
  const fact = (key: string, value: string | null): WalkFact => ({
    name: t(`walk.fact.${key}`),
    value: value ?? t('walk.fact.not-told'),
  });
  const { done, byView } = completeness(reportOf(walk));
  const sides = CAR_VIEWS.filter((view) => {
    const { left, skipped } = byView[view];
    return left.length + skipped.length === 0;
  });
  const photos = walk.findings.reduce((sum, { photoIds }) => sum + photoIds.length, 0);
  return [
    fact('car', carName ?? t(`walk.style.${style}`)),
    fact('vin', vin),
    fact(
      'odometer',
      odometerMiles === null ? null : t('walk.fact.miles', { miles: formatMiles(odometerMiles) }),
    ),
    fact('walked', walkedWords(walk, timeZone)),
    fact(
      'looked-at',
      t('walk.look.progress', {
        sides: sides.length,
        of: CAR_VIEWS.length,
        done: done.length,
        all: partsOf(style).length,
      }),
    ),
    fact('found', foundWords(walk)),
    fact('photos', t('walk.go-on.photos', { count: photos })),
    ...guideFacts(walk),
  ];
}

function foundWords(walk: Walk): string {
  const counts = countVerdicts(estimateWalk(walk));
  return countWords(judgingOf(walk).by === 'nobody' ? { ...counts, unknown: 0 } : counts);
}

function guideFacts(walk: Walk): readonly WalkFact[] {
  const judging = judgingOf(walk);
  if (judging.by !== 'one-guide') return [];
  const { guide, charges } = judging.data;
  return [
    { name: t('walk.fact.guide'), value: guide.title },
    { name: t('walk.fact.prices'), value: charges.title },
  ];
}

/** “Sunday, November 29, 2026, 3:10 PM to 3:42 PM CST”, by the clock of the device. */
function walkedWords({ startedAt, changedAt, takenOn }: Walk, timeZone: string): string {
  if (startedAt === null || changedAt === null) return formatDay(takenOn);
  const dayOf = (at: string) => dateAt(timeZone, Date.parse(at));
  const from = formatMoment(startedAt, timeZone);
  const isOneDay = dayOf(startedAt) === dayOf(changedAt);
  const to = isOneDay
    ? formatZonedTime(changedAt, timeZone)
    : t('walk.time.moment', {
        day: formatDay(dayOf(changedAt)),
        time: formatZonedTime(changedAt, timeZone),
      });
  return t('walk.fact.from-to', { from, to });
}

/** When a photo was added: “Sunday, November 29, 2026, 3:20 PM CST”. */
export function photoMoment(at: string, timeZone: string): string {
  return t('walk.time.moment', {
    day: formatDay(dateAt(timeZone, Date.parse(at))),
    time: formatZonedTime(at, timeZone),
  });
}
