import { leaseEndDates } from '@roadbook/domain/lease-end/lease-end-dates';
import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { calendarFile } from '@roadbook/domain/time/calendar-file';
import { memo, type ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { saveFile } from '../../shared/file/save-file.ts';
import { formatDay } from '../../shared/format/date.ts';
import { relativeDay } from '../../shared/format/relative-day.ts';
import button from '../../shared/style/button.module.css';
import section from './section.module.css';
import style from './timeline.module.css';

/** The days that matter, those gone by drawn quietly, and all of them for a calendar. */
export const Timeline = memo(function Timeline({
  outlook,
  lead = t('dates.lead'),
}: {
  readonly outlook: LeaseEndOutlook;
  /** Whose days they are: most lenders', unless the page knows better. */
  readonly lead?: string;
}): ReactNode {
  const { likely } = outlook;
  const steps = leaseEndDates(likely);
  const save = () => {
    const events = steps
      .filter(({ on }) => on >= likely.asOf)
      .map(({ kind, on, facts }) => ({
        id: `${kind}-${on}`,
        on,
        title: t(`step.${kind}`, facts),
        text: t(`step.${kind}.why`, facts),
      }));
    saveFile('lease-end.ics', 'text/calendar', calendarFile(events, likely.asOf));
  };
  return (
    <section className={section.section} aria-labelledby="dates">
      <h2 id="dates">{t('dates.title')}</h2>
      <div>
        <p>{lead}</p>
        <ol className={style.steps}>
          {steps.map(({ kind, on, facts }) => (
            <li key={kind} className={on < likely.asOf ? style.past : undefined}>
              <span className={style.day}>
                {formatDay(on)} <span className={style.when}>{relativeDay(likely.asOf, on)}</span>
              </span>
              <span className={style.step}>{t(`step.${kind}`, facts)}</span>
              <span className={style.why}>{t(`step.${kind}.why`, facts)}</span>
            </li>
          ))}
        </ol>
        <button type="button" className={`${button.secondary} not-printed`} onClick={save}>
          {t('dates.save')}
        </button>
      </div>
    </section>
  );
});
