import type { Contract, LeaseContract, LoanContract, LoanFacts } from '../contract/contract.ts';
import type {
  Decision,
  EntryDraft,
  Outcome,
  Receipt,
  RecordedEntry,
} from '../contract/decision.ts';
import { stoppedBy } from '../contract/hold.ts';
import type { PaymentFact, PaymentPurpose } from '../contract/payment-fact.ts';
import { type Step, say } from '../contract/record.ts';
import { type Refusal, refuse } from '../contract/refusal.ts';
import type { PaymentChannel } from '../contract/servicing-policy.ts';
import { balanceOf } from '../ledger/balances.ts';
import { dueCents } from '../loan/amount-due.ts';
import { payoffAhead } from '../loan/payoff-ahead.ts';
import { line } from '../money/breakdown.ts';
import { CENTS_MAX, type Cents } from '../money/cents.ts';
import { type BusinessDate, laterOf } from '../time/calendar.ts';
import { leaseCanTake } from './apply/apply-to-lease.ts';
import { placeInOrder } from './place.ts';

export type ReceivePayment = {
  readonly amountCents: Cents;
  readonly purpose: PaymentPurpose;
  readonly channel: PaymentChannel;
  readonly source: 'customer' | 'arrived';
  readonly methodId: string | null;
  readonly receivedOn: BusinessDate;
};

/**
 * Decides a payment, effective on the day it was received whatever day it posts. A customer may be
 * refused; money that has arrived is always posted. Money older than the newest re-applies what
 * came after it, for which the decision needs the history.
 */
export function receivePayment(
  contract: Contract,
  command: ReceivePayment,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Outcome {
  const refusal = refusalOf(contract, command, businessDate);
  if (refusal !== null) return refusal;
  const payment: PaymentFact = {
    ...command,
    paymentSeq: contract.version + 1,
  };
  const received = command.receivedOn;
  const on = history === null ? received : countedOn(contract, received, history);
  const step = placeInOrder(contract, { payment, on }, businessDate, history);
  if (step === null) return { outcome: 'needs-history' };
  return decided(on === received ? step : sayCountedLater(step, received, on));
}

/**
 * The day from which money received before the cut-off counts. The balances that were boarded are
 * those of the day to which interest is paid, so money since then counts from its own day. Money
 * before it would be interest that the file says is paid: it counts from the cut-off. A lease earns
 * nothing by the day, so its money counts from its own day.
 */
function countedOn(
  contract: Contract,
  received: BusinessDate,
  history: readonly RecordedEntry[],
): BusinessDate {
  const boarded = history.find(({ kind }) => kind === 'boarded');
  if (contract.product === 'lease' || boarded === undefined) return received;
  const { interestFrom } = boarded.after.facts as LoanFacts;
  return received >= interestFrom ? received : laterOf(received, boarded.effectiveDate);
}

function sayCountedLater(
  step: Step<Contract>,
  receivedOn: BusinessDate,
  countedFrom: BusinessDate,
): Step<Contract> {
  const memo = { receivedOn, countedOn: countedFrom };
  return say(step, ({ kind }) => kind === 'payment', {
    memo,
    lines: [line('counted-later', 'interest-was-paid-by-then', 0n, memo)],
  });
}

function refusalOf(
  contract: Contract,
  command: ReceivePayment,
  businessDate: BusinessDate,
): Refusal | null {
  const { amountCents, receivedOn, source } = command;
  if (amountCents <= 0n) return refuse('amount-not-positive', { amountCents: `${amountCents}` });
  if (amountCents > CENTS_MAX) return refuse('amount-too-large', { maximumCents: `${CENTS_MAX}` });
  if (receivedOn > businessDate) {
    return refuse('received-in-future', { receivedOn, businessDate });
  }
  const beganOn = beginningOf(contract);
  if (receivedOn < beganOn) return refuse('received-before-contract', { receivedOn, beganOn });
  return source === 'customer' ? customerRefusal(contract, command, businessDate) : null;
}

/** The day the contract was made: no money can have come for it before. */
function beginningOf({ terms }: Contract): BusinessDate {
  return terms.product === 'loan' ? terms.originatedOn : terms.startsOn;
}

type Wish = Pick<ReceivePayment, 'amountCents' | 'purpose' | 'receivedOn'>;

/** What a customer may not ask for. */
export function customerRefusal(
  contract: Contract,
  wish: Wish,
  businessDate: BusinessDate,
): Refusal | null {
  const refusal = promiseRefusal(contract, wish, businessDate);
  if (refusal !== null || contract.product === 'lease') return refusal;
  if (wish.purpose !== 'principal-only') return null;
  const due = dueCents(contract, wish.receivedOn);
  return due > 0n ? refuse('principal-only-while-due', { dueCents: `${due}` }) : null;
}

/** The same for a later day, of which nobody knows yet what will be due on it. */
export function promiseRefusal(
  contract: Contract,
  wish: Wish,
  businessDate: BusinessDate,
): Refusal | null {
  const { amountCents, purpose, receivedOn } = wish;
  const hold = stoppedBy(contract.holds, 'self-service', receivedOn);
  if (hold !== null) return refuse('stopped-by-hold', { hold: hold.kind });
  if (purpose !== 'regular' && purpose !== 'principal-only' && purpose !== 'payoff') {
    return refuse('purpose-not-for-this-contract', { purpose });
  }
  if (contract.status === 'charged-off') return refuse('contract-charged-off');
  const refusal =
    contract.product === 'lease'
      ? leaseRefusal(contract, wish)
      : loanRefusal(contract, wish, businessDate);
  if (refusal !== null) return refusal;
  const { debitCents } = contract.terms.policy.customerLimits;
  if (amountCents <= debitCents) return null;
  return refuse('payment-over-debit-limit', { maximumCents: `${debitCents}` });
}

function loanRefusal(
  contract: LoanContract,
  { amountCents, purpose, receivedOn }: Wish,
  businessDate: BusinessDate,
): Refusal | null {
  if (contract.status === 'closed' || contract.status === 'paid-in-full') {
    return refuse('nothing-owed');
  }
  const payoff = payoffAhead(contract, receivedOn, businessDate).totalCents;
  if (payoff <= 0n) return refuse('nothing-owed');
  if (amountCents > payoff) return refuse('payment-over-payoff', { payoffCents: `${payoff}` });
  if (purpose === 'payoff' && payoff - amountCents > contract.terms.policy.smallBalanceCents) {
    return refuse('payoff-amount-differs', { payoffCents: `${payoff}` });
  }
  return null;
}

function leaseRefusal(lease: LeaseContract, { amountCents, purpose }: Wish): Refusal | null {
  if (lease.status === 'closed') return refuse('nothing-owed');
  if (purpose === 'principal-only') return refuse('principal-only-on-lease');
  if (purpose === 'payoff') return refuse('purpose-not-for-this-contract', { purpose });
  const most = leaseCanTake(lease);
  if (most <= 0n) return refuse('nothing-owed');
  if (amountCents > most) return refuse('payment-over-lease', { mostCents: `${most}` });
  return null;
}

function decided(step: Step<Contract>): Decision {
  const entry = step.entries.findLast(({ kind }) => kind === 'payment');
  if (entry === undefined) throw new RangeError('a payment made no entry');
  return { outcome: 'decided', entries: step.entries, receipt: paymentReceipt(entry) };
}

/** What whoever paid is told: how the money was applied and what is left. */
export function paymentReceipt(entry: EntryDraft): Receipt {
  const { payment, after } = entry;
  if (payment === undefined) throw new RangeError('not a payment');
  return {
    paymentSeq: payment.paymentSeq.toString(),
    amountCents: payment.amountCents,
    purpose: payment.purpose,
    effectiveDate: entry.effectiveDate,
    lines: entry.lines,
    principalCents: balanceOf(after.balances, 'principal'),
    status: after.status,
  };
}
