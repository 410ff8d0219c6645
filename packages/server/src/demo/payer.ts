import type { PaymentChannel } from '@roadbook/domain/contract/servicing-policy';
import type { Cents } from '@roadbook/domain/money/cents';
import type { ReceivePayment } from '@roadbook/domain/payment/receive-payment';
import { bankDayOnOrAfter } from '@roadbook/domain/time/bank-days';
import { addDays, type BusinessDate, laterOf } from '@roadbook/domain/time/calendar';
import type { Act } from './act.ts';

/** Who pays a contract, and what was still to be paid when the contract was boarded. */
export type Payer = {
  readonly deal: string;
  readonly assetNumber: string;
  readonly cutOff: BusinessDate;
  readonly today: BusinessDate;
  /** Due dates not paid by the cut-off, in order, some of them after today. */
  readonly dueDates: readonly BusinessDate[];
  readonly amountCents: Cents;
  /** The bank account a customer's own payments are drawn from. */
  readonly methodId: string;
};

/** How somebody pays: through which channel, and how many days after the due date. */
export type Habit = { readonly channel: PaymentChannel; readonly lateBy: number };

export const PROMPT: Habit = { channel: 'bank-debit', lateBy: 0 };

/**
 * A payment of every due date before `unpaidFrom` that the habit brings in before today. Money that
 * comes by post or from another system comes on bank days, and a lockbox tells of it a day later.
 */
export function regularly(
  payer: Payer,
  habit: Habit = PROMPT,
  unpaidFrom: BusinessDate | null = null,
): Act[] {
  const { cutOff, today, dueDates, amountCents } = payer;
  const boarded = addDays(cutOff, 1);
  return dueDates
    .filter((due) => unpaidFrom === null || due < unpaidFrom)
    .map((due) => {
      const wanted = laterOf(addDays(due, habit.lateBy), boarded);
      const receivedOn = habit.channel === 'bank-debit' ? wanted : bankDayOnOrAfter(wanted);
      const on = habit.channel === 'lockbox' ? addDays(receivedOn, 1) : receivedOn;
      return pays(payer, on, amountCents, { channel: habit.channel, receivedOn });
    })
    .filter(({ on }) => on < today);
}

/** Pays three times as much on the last due date, so that the next two are satisfied. */
export function ahead(payer: Payer): Act[] {
  const last = lastDue(payer);
  return [...regularly(payer, undefined, last), pays(payer, last, payer.amountCents * 3n)];
}

/** One payment: by the customer from the bank account, or money that arrived another way. */
export function pays(
  payer: Payer,
  on: BusinessDate,
  amountCents: Cents,
  more: Partial<ReceivePayment> = {},
): Act {
  const channel = more.channel ?? 'bank-debit';
  const isDebit = channel === 'bank-debit';
  const payment: ReceivePayment = {
    amountCents,
    purpose: 'regular',
    channel,
    source: isDebit ? 'customer' : 'arrived',
    methodId: isDebit ? payer.methodId : null,
    receivedOn: on,
    ...more,
  };
  return actOf(payer, on, { kind: 'pay', payment });
}

export function actOf(payer: Payer, on: BusinessDate, does: Act['does']): Act {
  return { deal: payer.deal, assetNumber: payer.assetNumber, on, does };
}

function lastDue({ dueDates, today }: Payer): BusinessDate {
  const last = dueDates.findLast((due) => due < today);
  if (last === undefined) throw new RangeError('nothing has fallen due since the cut-off');
  return last;
}
