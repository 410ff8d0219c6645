import {
  clearlyCheapest,
  doorsOn,
  type LeaseEndOutlook,
} from '@roadbook/domain/lease-end/planner/outlook';
import { type ReactNode, useMemo } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { changePlan, usePlanState } from '../../plan-store.ts';
import section from '../section.module.css';
import { DayChooser } from './day-chooser.tsx';
import { dayShown, lastDayToShow, scaleOfDoors } from './door-days.ts';
import { DoorPicture } from './door-picture.tsx';
import { DoorTable } from './door-table.tsx';
import style from './doors.module.css';

/** Every way out side by side, for the day that is chosen. */
export function DoorsSection({ outlook }: { outlook: LeaseEndOutlook }): ReactNode {
  const state = usePlanState();
  const { asOf } = outlook.likely;
  const scale = useMemo(() => scaleOfDoors(outlook), [outlook]);
  const last = lastDayToShow(outlook);
  const on = dayShown(outlook, state.on);
  const figures = useMemo(() => doorsOn(outlook, on), [outlook, on]);
  const cheapest = clearlyCheapest(figures);
  return (
    <section className={section.whole} aria-labelledby="doors">
      <h2 id="doors">{t('doors.title')}</h2>
      <p className={section.lead}>{t('doors.lead')}</p>
      <DayChooser
        from={asOf}
        to={last}
        maturity={outlook.likely.terms}
        on={on}
        onChoose={(day) => changePlan({ on: day })}
      />
      <ul className={style.legend} aria-hidden="true">
        <li className={style.legendPay}>{t('doors.pay')}</li>
        <li className={style.legendKeep}>{t('doors.keep')}</li>
        <li className={style.legendNet}>{t('doors.net-legend')}</li>
      </ul>
      <div className={style.doors}>
        {figures.map((figure) => (
          <DoorPicture key={figure.door} figure={figure} scale={scale} on={on} />
        ))}
      </div>
      <p className={style.verdict}>
        {cheapest === null
          ? t('doors.no-winner')
          : t('doors.winner', { door: t(`door.${cheapest}`) })}
      </p>
      <DoorTable figures={figures} />
    </section>
  );
}
