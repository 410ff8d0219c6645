import { holdoverRent } from '@roadbook/domain/lease/holdover';
import { chargeTax } from '@roadbook/domain/lease/lease-charge';
import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { memo, type ReactNode } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { asWire } from '../../shared/amount/as-wire.ts';
import { t } from '../../shared/copy/copy.ts';
import { likelyOf, spanOf } from '../../shared/format/about.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDay } from '../../shared/format/date.ts';
import { isExact } from '../../shared/format/range.ts';
import { relativeDay } from '../../shared/format/relative-day.ts';
import { PlannerHeading } from '../planner-heading.tsx';
import style from './cost-headline.module.css';
import { nextAction } from './next-action.ts';
import { returnCost } from './return-cost.ts';

/** The two things a person came for: what it costs, and what to do next by when. */
export const CostHeadline = memo(function CostHeadline({
  outlook,
  isWithin = false,
}: {
  readonly outlook: LeaseEndOutlook;
  /** On a page that has a heading of its own already. */
  readonly isWithin?: boolean;
}): ReactNode {
  const { on, cost, range, payments, top, topRange } = returnCost(outlook);
  const action = nextAction(outlook.likely);
  const { asOf } = outlook.likely;
  const heading = t('cost.heading', { day: formatDay(on) });
  const title = t(isExact(range) ? 'cost.title-exact' : 'cost.title');
  return (
    <section className={style.opening}>
      <div>
        {isWithin ? (
          <h2 className={style.title}>{heading}</h2>
        ) : (
          <PlannerHeading title={heading} className={style.title} />
        )}
        <p className={style.figure}>
          <span className={style.likely}>{title}</span>
          <Amount
            name={t('cost.name')}
            breakdown={asWire(cost)}
            size="display"
            shown={likelyOf(range)}
          />
        </p>
        {isExact(range) ? null : (
          <p className={style.range}>{t('cost.range', { span: spanOf(range) })}</p>
        )}
        <dl className={style.split}>
          <div>
            <dt>
              {action.kind === 'overdue'
                ? t('cost.late')
                : t('cost.payments', { count: countOf(payments) })}
            </dt>
            <dd className="number">
              <Amount name={t('cost.payments-name')} breakdown={asWire(payments)} />
            </dd>
          </div>
          <div>
            <dt>{t('cost.top')}</dt>
            <dd className="number">
              <Amount
                name={t('cost.top-name')}
                breakdown={asWire(top)}
                shown={likelyOf(topRange)}
              />
              {isExact(topRange) ? null : <span className={style.open}>{spanOf(topRange)}</span>}
            </dd>
          </div>
        </dl>
      </div>
      <div className={style.next}>
        {isWithin ? (
          <h3 className={style.nextTitle}>{t('next.title')}</h3>
        ) : (
          <h2 className={style.nextTitle}>{t('next.title')}</h2>
        )}
        <p className={style.action}>{t(`next.${action.kind}`)}</p>
        <p className={style.day}>
          {t(action.kind === 'centre-opens' ? 'next.from' : 'next.by', {
            day: formatDay(action.on),
            when: relativeDay(asOf, action.on),
          })}
        </p>
        <p className={style.why}>{t(`next.${action.kind}.why`, { perDay: perDay(outlook) })}</p>
      </div>
    </section>
  );
});

function countOf({ lines }: { lines: readonly { inputs: Readonly<Record<string, string>> }[] }) {
  return lines.reduce((sum, { inputs }) => sum + Number(inputs.count ?? 0), 0);
}

/** What each day costs once the lease has ended, with its tax. */
function perDay({ likely: { terms } }: LeaseEndOutlook): string {
  const rent = holdoverRent(terms, 1);
  return formatCents(`${rent + chargeTax(terms.tax, 'holdover', rent)}`);
}
