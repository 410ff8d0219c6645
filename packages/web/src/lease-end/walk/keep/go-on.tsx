import { partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness } from '@roadbook/domain/wear/walk/condition-report';
import { type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import button from '../../../shared/style/button.module.css';
import { nextView } from '../look/next-view.ts';
import { formatMoment } from '../moment.ts';
import page from '../walk.module.css';
import { reportOf, type Walk } from '../walk.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { partName } from '../walk-words.ts';
import style from './keep.module.css';
import { usedPhotos } from './used-photos.ts';

/** The walk that was begun before: how far it is, when it was kept, and the way on. */
export function GoOn(): ReactNode {
  const { walk, drafts, keep, foundAt } = useWalk();
  const next = nextView(walk);
  const keptAt = 'at' in keep ? keep.at : null;
  return (
    <section className={style.going} aria-labelledby="go-on">
      <h2 id="go-on">{t(foundAt === null ? 'walk.go-on.begun' : 'walk.go-on.found')}</h2>
      <p>
        <WalkInNumbers walk={walk} />
      </p>
      {keptAt === null ? null : (
        <p className={page.quiet}>{t('walk.go-on.kept-at', { moment: formatMoment(keptAt) })}</p>
      )}
      {drafts.map(({ partId, findingId }) => (
        <p key={`${partId} ${findingId ?? ''}`}>
          {t('walk.go-on.half-noted', { part: partName(partId) })}{' '}
          <WalkLink to={{ name: 'part', partId, findingId }}>{t('walk.go-on.finish')}</WalkLink>
        </p>
      ))}
      <div className={page.acts}>
        <WalkLink
          to={next === null ? { name: 'estimate' } : { name: 'look', view: next }}
          className={button.primary}
        >
          {t('walk.start.go-on')}
        </WalkLink>
        <WalkLink to={{ name: 'estimate' }} className={button.secondary}>
          {t('walk.start.see-estimate')}
        </WalkLink>
      </div>
      <StartOver />
    </section>
  );
}

/** “Car · 12 of 51 parts looked at · 2 things found · 1 photo” */
function WalkInNumbers({ walk }: { walk: Walk }): ReactNode {
  const { photos, drafts } = useWalk();
  const style_ = walk.bodyStyle ?? 'sedan';
  const { done } = completeness(reportOf(walk));
  const pictures = usedPhotos(walk, photos, drafts).length;
  return [
    walk.carName ?? t(`walk.style.${style_}`),
    t('walk.go-on.parts', { done: done.length, all: partsOf(style_).length }),
    t('walk.count.found', { count: walk.findings.length }),
    ...(pictures === 0 ? [] : [t('walk.go-on.photos', { count: pictures })]),
  ].join(' · ');
}

/** Another walk takes the place of this one, once that is certain. */
function StartOver(): ReactNode {
  const { startOver } = useWalk();
  const [isAsked, ask] = useState(false);
  if (!isAsked) {
    return (
      <p>
        <button type="button" className={button.quiet} onClick={() => ask(true)}>
          {t('walk.go-on.anew')}
        </button>
      </p>
    );
  }
  return (
    <div className={style.sure} role="alert">
      <p>{t('walk.go-on.anew-sure')}</p>
      <div className={page.acts}>
        <button type="button" className={button.secondary} onClick={startOver}>
          {t('walk.go-on.anew-yes')}
        </button>
        <button type="button" className={button.quiet} onClick={() => ask(false)}>
          {t('walk.go-on.anew-no')}
        </button>
      </div>
    </div>
  );
}
