import type { FindingEstimate } from '@roadbook/domain/wear/charge/finding-estimate';
import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import type { WearData } from '../guide/read-own-guide.ts';
import { chosenData, wearDataOf } from '../guide/wear-data.ts';
import page from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import { centsRange, ruleWords } from '../walk-words.ts';
import style from './estimate.module.css';
import { differences, estimateWith } from './estimate-walk.ts';
import { findingName } from './finding-title.ts';

/** What the other guides would say about the same car, and which rule makes the difference. */
export function GuideDifferences(): ReactNode {
  const { walk } = useWalk();
  const chosen = chosenData(walk);
  if (chosen === null) return null;
  if (walk.findings.length === 0) return <p className={page.quiet}>{t('walk.differ.none-yet')}</p>;
  return wearDataOf(walk)
    .filter(({ guide }) => guide.id !== chosen.guide.id)
    .map((other) => <Differences key={other.guide.id} chosen={chosen} other={other} />);
}

function Differences({ chosen, other }: { chosen: WearData; other: WearData }): ReactNode {
  const { walk } = useWalk();
  const theirs = estimateWith(walk, other);
  const found = differences(estimateWith(walk, chosen), theirs);
  const { lowCents, highCents } = theirs.range;
  const title = other.guide.title;
  return (
    <div>
      <p>
        {t('walk.differ.total', { title, range: centsRange(lowCents, highCents) })}{' '}
        {t('walk.differ.count', { count: found.length })}
      </p>
      <ul className={style.differences}>
        {found.map((each) => (
          <li key={each.chosen.finding.id}>
            {findingName(each.chosen.finding)}
            <dl>
              <Says title={chosen.guide.title} estimate={each.chosen} />
              <Says title={title} estimate={each.other} />
            </dl>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Says({ title, estimate }: { title: string; estimate: FindingEstimate }): ReactNode {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {t(`walk.verdict.${estimate.verdict}`)}. {ruleWords(estimate.rule)}
      </dd>
    </div>
  );
}
