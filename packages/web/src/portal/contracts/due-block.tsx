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
  amountAfter,
  askedCents,
  type ContractOverview,
  feeDueDate,
  firstAmount,
  isLate,
  type NextStep,
  nextStepOf,
} from './next-step.ts';

type DueProps = { readonly contract: ContractOverview; readonly today: string };

/** Amount due and due date before everything, then the next step as a sentence and one act. */
export function DueBlock({ contract, today }: DueProps): ReactNode {
  const next = nextStepOf(contract, today);
  const { name, breakdown } = firstAmount(contract);
  return (
    <div className={style.block}>
      <div>
        <p className={style.label}>{t(name)}</p>
        <div>
          <Amount name={t(name)} breakdown={breakdown} size="display" />
        </div>
        <DueDate contract={contract} today={today} />
      </div>
      <p className={isLate(contract) ? style.late : style.step}>{t(next.sentence, next.values)}</p>
      {next.act === 'pay' ? <LateFee contract={contract} today={today} /> : null}
      <After contract={contract} today={today} />
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
  const { daysPastDue, oldestUnsatisfiedDueDate, nextDueDate, total } = contract.amountDue;
  if (isLate(contract) && oldestUnsatisfiedDueDate !== null) {
    const values = { days: daysPastDue, day: formatNearDay(oldestUnsatisfiedDueDate, today) };
    return <p className={style.overdue}>{t('contract.past-due', values)}</p>;
  }
  if (nextDueDate === null || total.totalCents === '0') return null;
  const values = { day: formatNearDay(nextDueDate, today), when: relativeDay(today, nextDueDate) };
  return <p>{t('contract.due', values)}</p>;
}

/** The payment that is still to come when something is late: a second thing, and never mixed in. */
function After({ contract, today }: DueProps): ReactNode {
  const { nextDueDate } = contract.amountDue;
  const breakdown = amountAfter(contract);
  if (breakdown === null || nextDueDate === null) return null;
  const day = formatNearDay(nextDueDate, today);
  return (
    <p className={style.aside}>
      {t('contract.after-that', { day })}{' '}
      <Amount name={t('contract.payment-on', { day })} breakdown={breakdown} />
    </p>
  );
}

/** How long there is until the next late fee, and how much it would be. */
function LateFee({ contract, today }: DueProps): ReactNode {
  const { lateFee, total } = contract.amountDue;
  if (lateFee === null || total.totalCents === '0' || lateFee.payBy < today) return null;
  const inputs = { payBy: lateFee.payBy, graceDays: String(contract.graceDays) };
  const feeFor = feeDueDate(contract);
  // Whoever is late has enough to read: a fee for a payment that is not due yet can wait.
  if (isLate(contract) && feeFor >= today) return null;
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
      <>
        <a className={button.primary} href={brand.phoneHref}>
          {t('contract.call', { phone: brand.phone })}
        </a>
        <p className={style.aside}>{brand.hours}</p>
      </>
    );
  }
  if (next.act === 'lease-end') {
    return (
      <Link
        className={button.primary}
        to="/contracts/$contractId/lease-end"
        params={{ contractId }}
      >
        {t('own-end.see')}
      </Link>
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
