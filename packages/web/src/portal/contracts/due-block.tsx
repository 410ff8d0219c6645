import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { stated } from '../../shared/amount/breakdown.ts';
import { useBrand } from '../../shared/brand/brand-context.ts';
import {
  promiseWords,
  type Standing,
  standingSentences,
} from '../../shared/contract/standing-words.ts';
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
  firstAmount,
  isLate,
  isPressed,
  type NextStep,
  nextStepOf,
  takesPayments,
} from './next-step.ts';

type DueProps = { readonly contract: ContractOverview; readonly today: string };

/** Amount due and due date before everything, then the next step as a sentence and one act. */
export function DueBlock({ contract, today }: DueProps): ReactNode {
  const next = nextStepOf(contract, today);
  const { name, breakdown } = firstAmount(contract);
  const { standing } = contract;
  return (
    <div className={style.block}>
      <div>
        <p className={style.label}>{t(name)}</p>
        <div>
          <Amount name={t(name)} breakdown={breakdown} size="display" />
        </div>
        <DueDate contract={contract} today={today} />
      </div>
      <Pressing standing={standing} />
      <Promises standing={standing} />
      <p className={isLate(contract) ? style.late : style.step}>{t(next.sentence, next.values)}</p>
      <After contract={contract} today={today} />
      {next.act === 'pay' ? <NextLateFee contract={contract} today={today} /> : null}
      {contract.unclearedCents === '0' ? null : (
        <p className={style.aside}>
          {t('contract.uncleared', { amount: formatCents(contract.unclearedCents) })}
        </p>
      )}
      <Act next={next} contract={contract} />
      {isPressed(contract) ? <CannotPayAll contract={contract} /> : null}
    </div>
  );
}

/** What is late payment by payment, its fees, and rent that runs: the parts of the amount above. */
function Pressing({ standing }: { standing: Standing }): ReactNode {
  const sentences = standingSentences(standing).filter(({ about }) =>
    ['past-due', 'fees', 'holdover'].includes(about),
  );
  if (standing.status !== 'open' || sentences.length === 0) return null;
  return (
    <ul className={style.pressing}>
      {sentences.map(({ text, about }) => (
        <li key={text} data-standing={about}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** A promise is part of where one stands: it is said wherever the amount is. */
function Promises({ standing }: { standing: Standing }): ReactNode {
  return promiseWords(standing).map((text) => (
    <p key={text} className={style.promised} data-standing="promised">
      {text}
    </p>
  ));
}

/** From every screen with something past due a way leads on for whoever cannot pay all of it. */
function CannotPayAll({ contract }: { contract: ContractOverview }): ReactNode {
  return (
    <Link
      className={style.cannot}
      to="/contracts/$contractId/cannot-pay"
      params={{ contractId: contract.contractId }}
    >
      {t('cannot.link')}
    </Link>
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
    <p className={style.aside} data-standing="next">
      {t('contract.after-that', { day })}{' '}
      <Amount name={t('contract.payment-on', { day })} breakdown={breakdown} />
    </p>
  );
}

/** The late fee of a payment that is still to come; that of one past due stands with it above. */
function NextLateFee({ contract, today }: DueProps): ReactNode {
  const { lateFee } = contract.standing;
  if (lateFee === null || isLate(contract) || contract.amountDue.total.totalCents === '0')
    return null;
  const { payBy, feeCents, dueDate } = lateFee;
  const inputs = { payBy, graceDays: String(contract.graceDays) };
  const values = {
    due: formatNearDay(dueDate, today),
    day: formatNearDay(payBy, today),
    when: relativeDay(today, payBy),
  };
  return (
    <p className={style.aside} data-standing="late-fee">
      {t('contract.next-late-fee', values)}{' '}
      <Amount
        name={t('contract.late-fee-name')}
        breakdown={stated('late-fee', 'late-fee-ahead', feeCents, inputs)}
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
  if (!takesPayments(contract)) return null;
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
