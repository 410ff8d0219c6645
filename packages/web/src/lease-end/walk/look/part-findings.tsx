import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { findingName, findingTitle } from '../estimate/finding-title.ts';
import { judgingOf } from '../guide/wear-data.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import style from './look.module.css';

type FindingsProps = { readonly partId: string; readonly estimate: WearEstimate };

/** What was found on a part, each with its verdict and the way to change it. */
export function PartFindings({ partId, estimate }: FindingsProps): ReactNode {
  const { by } = judgingOf(useWalk().walk);
  const found = estimate.findings.filter(({ finding }) => finding.partId === partId);
  if (found.length === 0) return null;
  return (
    <ul className={style.findings}>
      {found.map(({ finding, verdict }) => (
        <li key={finding.id}>
          <span>
            {findingTitle(finding)}
            {by === 'nobody' ? null : (
              <span className={`${style.verdict} ${style[verdict]}`}>
                {t(`walk.verdict.${verdict}`)}
              </span>
            )}
          </span>
          <WalkLink
            to={{ name: 'part', partId, findingId: finding.id }}
            className={style.change}
            label={t('walk.look.change-finding', { finding: findingName(finding) })}
          >
            {t('walk.look.change')}
          </WalkLink>
        </li>
      ))}
    </ul>
  );
}
