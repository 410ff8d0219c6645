import type { FindingEstimate } from '@roadbook/domain/wear/charge/finding-estimate';
import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { judgingOf } from '../guide/wear-data.ts';
import photo from '../photo/photo.module.css';
import { PhotoCanvas } from '../photo/photo-canvas.tsx';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { adviceWords, centsRange, partName, ruleWords } from '../walk-words.ts';
import style from './finding-card.module.css';
import { findingName } from './finding-title.ts';

type CardProps = { readonly estimate: FindingEstimate; readonly withPhotos?: boolean };

/** One finding: the verdict first, then the rule with its limit, the price and what to do. */
export function FindingCard({ estimate, withPhotos = false }: CardProps): ReactNode {
  const { finding, verdict, rule, code, advice, reason } = estimate;
  const short = reason === 'size-unknown' ? 'measure' : advice;
  const part = partName(finding.partId);
  const { by } = judgingOf(useWalk().walk);
  const isJudged = by === 'one-guide';
  const name = findingName(finding);
  return (
    <article className={`${style.card} ${style[verdict]}`}>
      <div className={style.head}>
        <h3>{name}</h3>
        <WalkLink
          to={{ name: 'part', partId: finding.partId, findingId: finding.id }}
          className={`${style.change} not-printed`}
          label={t('walk.look.change-finding', { finding: name })}
        >
          {t('walk.look.change')}
        </WalkLink>
      </div>
      {by === 'nobody' ? null : (
        <p className={style.verdict}>
          <span>{t(`walk.verdict.${verdict}`)}</span>
          <span className="number">{chargeWords(estimate)}</span>
        </p>
      )}
      {isJudged ? <p>{ruleWords(rule)}</p> : null}
      {by === 'no-own-guide' ? <p>{t(`walk.other.${verdict}`)}</p> : null}
      {verdict === 'ordinary' || !isJudged ? null : (
        <p>
          <strong>{t(`walk.advice-short.${short}`)}</strong> {adviceWords(estimate)}
        </p>
      )}
      <p className={style.source}>
        {rule === null || !isJudged ? '' : t('walk.card.source', { source: rule.source })}
        {code === null ? '' : ` ${t('walk.card.code', { code })}`}
      </p>
      {finding.note === undefined ? null : <p className={style.note}>“{finding.note}”</p>}
      {withPhotos ? <Photos photoIds={finding.photoIds} name={part} /> : null}
    </article>
  );
}

function chargeWords({ verdict, chargeLowCents, chargeHighCents, includedIn }: FindingEstimate) {
  if (verdict === 'ordinary') return t('walk.card.no-charge');
  if (includedIn !== null) return t('walk.card.included');
  return centsRange(chargeLowCents, chargeHighCents);
}

function Photos({ photoIds, name }: { photoIds: readonly string[]; name: string }): ReactNode {
  const { photos } = useWalk();
  if (photoIds.length === 0) return null;
  return (
    <ul className={photo.list}>
      {photoIds.map((id, index) => {
        const jpeg = photos.get(id);
        const label = t('walk.photo.of', { part: name, number: index + 1 });
        return (
          <li key={id} className={photo.frame}>
            {jpeg === undefined ? null : <PhotoCanvas jpeg={jpeg} label={label} />}
          </li>
        );
      })}
    </ul>
  );
}
