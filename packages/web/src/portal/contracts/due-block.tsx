import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { stated } from '../../shared/amount/breakdown.ts';
import { useBrand } from '../../shared/brand/brand-context.ts';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatNearDay } from '../../shared/format/date.ts';
import { relativeDay } from '../../shared/format/relative-day.ts';
import button from '../../shared/style/button.module.css';
import style from './due-block.module.css';
import {
  askedCents,
  type ContractOverview,
  feeDueDate,
  type NextStep,
  nextStepOf,
} from './next-step.ts';

type DueProps = { readonly contract: ContractOverview; readonly today: string };

/** Amount due and due date before everything, then the next step as a sentence and one act. */
export function DueBlock({ contract, today }: DueProps): ReactNode {
  const next = nextStepOf(contract, today);
  const { total, pastDueCents } = contract.amountDue;
  return (
    <div className={style.block}>
      <div>
        <p className={style.label}>{t('contract.amount-due')}</p>
        <div>
          <Amount name={t('contract.amount-due')} breakdown={total} size="display" />
        </div>
        <DueDate contract={contract} today={today} />
      </div>
      <p className={pastDueCents === '0' ? style.step : style.late}>
        {t(next.sentence, next.values)}
      </p>
      <LateFee contract={contract} today={today} />
      {contract.unclearedCents === '0' ? null : (
        <p className={style.aside}>
          {t('contract.uncleared', { amount: formatCents(contract.unclearedCents) })}
        </p>
      )}
      <Act next={next} contract={contract} />
    </div>
  );
}

function DueDate({ contract, today }: DueProps): ReactNode {
  const { pastDueCents, daysPastDue, oldestUnsatisfiedDueDate, nextDueDate, total } =
    contract.amountDue;
  if (pastDueCents !== '0' && oldestUnsatisfiedDueDate !== null) {
    const values = { days: daysPastDue, day: formatNearDay(oldestUnsatisfiedDueDate, today) };
    return <p className={style.overdue}>{t('contract.past-due', values)}</p>;
  }
  if (nextDueDate === null || total.totalCents === '0') return null;
  const values = { day: formatNearDay(nextDueDate, today), when: relativeDay(today, nextDueDate) };
  return <p>{t('contract.due', values)}</p>;
}

/** How long there is until the next late fee, and how much it would be. */
function LateFee({ contract, today }: DueProps): ReactNode {
  const { lateFee, total } = contract.amountDue;
  if (lateFee === null || total.totalCents === '0' || lateFee.payBy < today) return null;
  const inputs = { payBy: lateFee.payBy, graceDays: String(contract.graceDays) };
  const feeFor = feeDueDate(contract);
  const sentence = total.lines.length > 1 && feeFor >= today ? 'next-late-fee' : 'late-fee';
  const values = {
    due: formatNearDay(feeFor, today),
    day: formatNearDay(lateFee.payBy, today),
    when: relativeDay(today, lateFee.payBy),
  };
  return (
    <p className={style.aside}>
      {t(`contract.${sentence}`, values)}{' '}
      <Amount
        name={t('contract.late-fee-name')}
        breakdown={stated('late-fee', 'late-fee-ahead', lateFee.feeCents, inputs)}
      />
    </p>
  );
}

function Act({ next, contract }: { next: NextStep; contract: ContractOverview }): ReactNode {
  const brand = useBrand();
  const { contractId } = contract;
  if (next.act === 'call') {
    return (
      <a className={button.primary} href={brand.phoneHref}>
        {t('contract.call', { phone: brand.phone })}
      </a>
    );
  }
  if (contract.status !== 'open') return null;
  const amount = formatCents(askedCents(contract));
  return (
    <Link
      className={next.act === 'pay' ? button.primary : button.secondary}
      to="/contracts/$contractId/pay"
      params={{ contractId }}
    >
      {next.act === 'pay' ? t('contract.pay-amount', { amount }) : t('contract.pay-extra')}
    </Link>
  );
}
