import {
  type BodyStyle,
  CAR_VIEWS,
  type CarView,
  partsOf,
} from '@roadbook/domain/wear/walk/car-part';
import { completeness } from '@roadbook/domain/wear/walk/condition-report';
import { type ReactNode, useMemo } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { SavePdfButton } from '../../../shared/report/save-pdf-button.tsx';
import button from '../../../shared/style/button.module.css';
import { PlannerHeading } from '../../planner-heading.tsx';
import { estimateWalk, inWalkOrder, partStates } from '../estimate/estimate-walk.ts';
import { FindingCard } from '../estimate/finding-card.tsx';
import { Total } from '../estimate/total.tsx';
import { zoneHere } from '../moment.ts';
import { StartPage } from '../start/start-page.tsx';
import page from '../walk.module.css';
import { reportOf } from '../walk.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { partName, viewName } from '../walk-words.ts';
import { CarSketch } from './car-sketch.tsx';
import type { ReportMade } from './finding-entry.ts';
import style from './report.module.css';
import { reportPhotos } from './report-photos.ts';
import { walkFacts } from './walk-facts.ts';
import { walkReport } from './walk-report.ts';

/** The whole walk to print or to read aloud: side by side, finding by finding. */
export function ReportPage(): ReactNode {
  const { walk, photos } = useWalk();
  const estimate = useMemo(() => estimateWalk(walk), [walk]);
  const states = useMemo(() => partStates(walk, estimate), [walk, estimate]);
  const { bodyStyle } = walk;
  if (bodyStyle === null) return <StartPage />;
  const { byView } = completeness(reportOf(walk));
  const found = inWalkOrder(walk, estimate.findings);
  return (
    <div className={page.page}>
      <WalkLink to={{ name: 'estimate' }} className={page.back}>
        {t('walk.estimate.title')}
      </WalkLink>
      <div>
        <PlannerHeading title={t('walk.report.title')} />
        <dl className={style.facts}>
          {walkFacts(walk, zoneHere()).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={page.acts}>
        <button type="button" className={button.primary} onClick={() => print()}>
          {t('walk.report.print')}
        </button>
        <SavePdfButton
          report={async () => walkReport(walk, await reportPhotos(photos), madeNow())}
          fileName="walk-around.pdf"
        />
        <WalkLink to={{ name: 'gauge' }} className={button.secondary}>
          {t('walk.start.gauge')}
        </WalkLink>
      </div>
      <Total estimate={estimate} />
      <p className={page.quiet}>{t('walk.report.disclaimer')}</p>
      {CAR_VIEWS.map((view) => (
        <section key={view} className={style.view} aria-labelledby={`view-${view}`}>
          <div className={style.head}>
            <CarSketch
              style={bodyStyle}
              view={view}
              states={states}
              className={style.sketch}
              label={t(`walk.picture.${view}`)}
            />
            <div>
              <h2 id={`view-${view}`}>{viewName(view)}</h2>
              <ViewWords style={bodyStyle} view={view} progress={byView[view]} />
            </div>
          </div>
          {found
            .filter(({ finding }) => viewOf(bodyStyle, finding.partId) === view)
            .map((each) => (
              <FindingCard key={each.finding.id} estimate={each} withPhotos />
            ))}
        </section>
      ))}
    </div>
  );
}

function madeNow(): ReportMade {
  return { at: new Date().toISOString(), timeZone: zoneHere() };
}

function viewOf(style: BodyStyle, partId: string): CarView | null {
  return partsOf(style).find(({ id }) => id === partId)?.view ?? null;
}

type WordsProps = {
  readonly style: BodyStyle;
  readonly view: CarView;
  readonly progress: { readonly skipped: readonly string[]; readonly left: readonly string[] };
};

function ViewWords({ style: bodyStyle, view, progress }: WordsProps): ReactNode {
  const { walk } = useWalk();
  const inView = partsOf(bodyStyle).filter((part) => part.view === view);
  const fine = inView.filter(({ id }) => walk.inspected.includes(id)).map(({ id }) => id);
  const open = [...progress.left, ...progress.skipped];
  if (open.length === inView.length) return <p className={page.quiet}>{t('walk.report.none')}</p>;
  return (
    <>
      {fine.length === 0 ? null : (
        <p>{t('walk.report.fine', { parts: fine.map(partName).join('; ') })}</p>
      )}
      {open.length === 0 ? null : (
        <p className={page.quiet}>
          {t('walk.report.open', { parts: open.map(partName).join('; ') })}
        </p>
      )}
    </>
  );
}
