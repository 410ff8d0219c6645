/** Money that comes, goes back or is promised, done to the core and told to the oracle. */
import type { PaymentPurpose } from '@roadbook/domain/contract/payment-fact';
import {
  cancelScheduledPayment,
  schedulePayment,
} from '@roadbook/domain/payment/promise/schedule-payment';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { reversePayment } from '@roadbook/domain/payment/reverse-payment';
import { date } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';
import { asLoan, refusedToCustomer, refusedToSchedule } from './expected-refusal.ts';
import type { Amount } from './life.ts';
import { plusDays } from './oracle/days.ts';
import { leaseDue } from './oracle/lease-answers.ts';
import { type LeaseBooks, totalOf, wholePayment } from './oracle/lease-books.ts';
import { arrive, type Life, takeBack } from './oracle/life.ts';
import { loanDue } from './oracle/loan-answers.ts';
import { payoffOf } from './oracle/loan-books.ts';
import { countsFrom, type Money } from './oracle/promise.ts';
import { decide, money, type Only, type Scene } from './scene.ts';

export function pay(scene: Scene, happening: Only<'pay'>): boolean {
  const { shell, life } = scene;
  const amountCents = amountOf(life, happening.amount);
  if (amountCents <= 0n) return false;
  const { purpose, channel, source } = happening;
  const receivedOn = plusDays(life.today, source === 'customer' ? 0 : -happening.daysAgo);
  const command = {
    amountCents,
    purpose: purpose as PaymentPurpose,
    channel,
    source,
    methodId: source === 'customer' ? 'method-1' : null,
    receivedOn: date(receivedOn),
  };
  const wish = { amountCents, purpose, on: receivedOn };
  const refusal =
    source === 'customer' ? refusedToCustomer(life, wish) : tooEarly(life, receivedOn);
  const what =
    `${happening.id}: ${source === 'customer' ? 'customer pays' : 'money arrives,'} ` +
    `${money(amountCents)} ${purpose} by ${channel}` +
    (receivedOn === life.today ? '' : `, received ${receivedOn}`);
  const decided = decide(scene, what, refusal, (history) =>
    receivePayment(shell.contract, command, date(life.today), history),
  );
  if (!decided) return true;
  const days = life.promise.rules.clearingDays[channel];
  const countsOn = countsFrom(life.promise, receivedOn);
  const came: Money = {
    id: happening.id,
    amountCents,
    purpose,
    receivedOn,
    countsOn,
    clearsOn: days === 0 ? null : plusDays(countsOn, days),
    takenBack: false,
  };
  arrive(life, came);
  remember(scene, came);
  return true;
}

/** No money can have come for a contract before it was made. */
function tooEarly({ promise }: Life, receivedOn: string): string | null {
  const beganOn = promise.product === 'loan' ? promise.originatedOn : promise.startsOn;
  return receivedOn < beganOn ? 'received-before-contract' : null;
}

/** The newest payment entry is this money's. */
function remember({ shell, numbers }: Scene, came: Money): void {
  const entry = shell.history.findLast(({ kind }) => kind === 'payment');
  same('the amount of the newest payment', entry?.payment?.amountCents, came.amountCents);
  if (entry !== undefined) numbers.set(came.id, { seq: entry.seq, money: came });
}

function amountOf(life: Life, { of, percent, moreCents }: Amount): bigint {
  const loan = asLoan(life.books);
  const lease = life.books as LeaseBooks;
  const due = loan === null ? leaseDue(lease) : loanDue(loan);
  const base = {
    due: due.past + due.fees + due.next,
    payoff: loan === null ? due.past + due.fees : payoffOf(loan),
    installment:
      loan === null ? totalOf(wholePayment(lease.promise)) : loan.promise.installmentCents,
  }[of];
  return (base * BigInt(percent)) / 100n + moreCents;
}

export function giveBack(scene: Scene, id: string): boolean {
  const { shell, life, numbers } = scene;
  const known = numbers.get(id);
  if (known === undefined) return false;
  const refusal = known.money.takenBack ? 'payment-already-reversed' : null;
  const command = { paymentSeq: known.seq, reason: 'r01' };
  const what = `the bank takes back ${id} (${money(known.money.amountCents)})`;
  const decided = decide(scene, what, refusal, (history) =>
    reversePayment(shell.contract, command, date(life.today), history),
  );
  if (decided) takeBack(life, known.money);
  return true;
}

export function schedule(scene: Scene, happening: Only<'schedule'>): boolean {
  const { shell, life } = scene;
  const { id, purpose, channel, on } = happening;
  const amountCents = amountOf(life, happening.amount);
  if (amountCents <= 0n) return false;
  const promised = {
    scheduleId: id,
    amountCents,
    on: date(on),
    purpose: purpose as PaymentPurpose,
    channel,
    methodId: 'method-1',
  };
  const refusal = refusedToSchedule(life, { amountCents, purpose, on });
  const what = `${id}: customer promises ${money(amountCents)} ${purpose} for ${on}`;
  const decided = decide(scene, what, refusal, () =>
    schedulePayment(shell.contract, promised, date(life.today)),
  );
  const clearDays = life.promise.rules.clearingDays[channel];
  if (decided) life.drafts.push({ id, on, amountCents, purpose, clearDays });
  return true;
}

export function cancel(scene: Scene, draft: string): boolean {
  const { shell, life } = scene;
  const isThere = life.drafts.some(({ id }) => id === draft);
  const refusal = isThere ? null : 'scheduled-payment-not-found';
  decide(scene, `customer cancels ${draft}`, refusal, () =>
    cancelScheduledPayment(shell.contract, draft, date(life.today)),
  );
  life.drafts = life.drafts.filter(({ id }) => id !== draft);
  return true;
}
