import {
  clearlyCheapest,
  type LeaseEndOutlook,
  waysOutOn,
} from '@roadbook/domain/lease-end/planner/outlook';
import { type ReactNode, useMemo } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { changePlan, usePlanState } from '../../plan-store.ts';
import section from '../section.module.css';
import { DayChooser } from './day-chooser.tsx';
import { dayShown, lastDayToShow, scaleOfDoors } from './way-out-days.ts';
import { WayOutPicture } from './way-out-picture.tsx';
import { WayOutTable } from './way-out-table.tsx';
import style from './ways-out.module.css';

/** Every way out side by side, for the day that is chosen. */
export function WaysOutSection({ outlook }: { outlook: LeaseEndOutlook }): ReactNode {
  const state = usePlanState();
  const { asOf } = outlook.likely;
  const scale = useMemo(() => scaleOfDoors(outlook), [outlook]);
  const last = lastDayToShow(outlook);
  const on = dayShown(outlook, state.on);
  const figures = useMemo(() => waysOutOn(outlook, on), [outlook, on]);
  const cheapest = clearlyCheapest(figures);
  return (
    <section className={section.whole} aria-labelledby="doors">
      <h2 id="doors">{t('ways-out.title')}</h2>
      <p className={section.lead}>{t('ways-out.lead')}</p>
      <DayChooser
        from={asOf}
        to={last}
        maturity={outlook.likely.terms}
        on={on}
        onChoose={(day) => changePlan({ on: day })}
      />
      <ul className={style.legend} aria-hidden="true">
        <li className={style.legendPay}>{t('ways-out.pay')}</li>
        <li className={style.legendKeep}>{t('ways-out.keep')}</li>
        <li className={style.legendNet}>{t('ways-out.net-legend')}</li>
      </ul>
      <div className={style.doors}>
        {figures.map((figure) => (
          <WayOutPicture key={figure.door} figure={figure} scale={scale} on={on} />
        ))}
      </div>
      <p className={style.verdict}>
        {cheapest === null
          ? t('ways-out.no-winner')
          : t('ways-out.winner', { door: t(`way-out.${cheapest}`) })}
      </p>
      <WayOutTable figures={figures} />
    </section>
  );
}
