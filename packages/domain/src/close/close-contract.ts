import type { Contract, ScheduledPayment } from '../contract/contract.ts';
import type { Decision } from '../contract/decision.ts';
import { stoppedBy } from '../contract/hold.ts';
import { begin, record, type Step, say } from '../contract/record.ts';
import { isRunning, nextLeaseStatus, nextLoanStatus } from '../contract/status.ts';
import { isSettled } from '../lease/give-back/settled.ts';
import { leaseMaturityDate } from '../lease/lease-calendar.ts';
import { creditOf } from '../ledger/balances.ts';
import { posting } from '../ledger/posting.ts';
import { maturityDateOf } from '../loan/installment.ts';
import { payoffCents } from '../loan/payoff.ts';
import { line } from '../money/breakdown.ts';
import { type Cents, minCents } from '../money/cents.ts';
import { applyPayment } from '../payment/apply/apply-payment.ts';
import { leaseCanTake } from '../payment/apply/apply-to-lease.ts';
import { assessLateFees } from '../payment/assess-late-fees.ts';
import { chargeOff } from '../payment/charge-off.ts';
import { fallDue, holdOver } from '../payment/consequences.ts';
import { skipScheduled } from '../payment/promise/promised-payments.ts';
import { writeOffSmallBalance } from '../payment/small-balance.ts';
import type { BusinessDate } from '../time/calendar.ts';
import type { Close } from './close.ts';

/**
 * Everything that the end of a business day does to one contract: lease payments fall due, promised
 * payments are drawn, late fees are answered, a small remainder is written off, money clears, the
 * term ends, rent of a kept car is billed, the contract is charged off, what is too much is owed
 * back, a lease whose car is back and whose bill is paid is closed. Nothing to do makes no entry;
 * the same day again makes none either.
 */
export function closeContract(contract: Contract, close: Close): Decision {
  const { on } = close;
  let step: Step<Contract> = fallDue(begin(contract), on);
  step = drawScheduled(step, close);
  step = assessLateFees(step, on);
  step = writeOffSmallBalance(step, on);
  step = clearMoney(step, close);
  step = endTerm(step, close);
  step = holdOver(step, on);
  step = chargeOff(step, on);
  step = oweRefund(step, close);
  step = settleLease(step, on);
  return { outcome: 'decided', entries: step.entries, receipt: {} };
}

function drawScheduled(step: Step<Contract>, { on }: Close): Step<Contract> {
  let next = step;
  for (const scheduled of step.contract.facts.promises) {
    // The one before may have paid the loan off, which ends the others.
    const isStill = next.contract.facts.promises.includes(scheduled);
    if (isStill && scheduled.on <= on) next = drawOne(next, scheduled, on);
  }
  return next;
}

/** Draws one promised payment, never more than can be used; says so when less or none is drawn. */
function drawOne(
  step: Step<Contract>,
  scheduled: ScheduledPayment,
  on: BusinessDate,
): Step<Contract> {
  const { contract } = step;
  const hold = stoppedBy(contract.holds, 'drafts', on);
  const most = contract.product === 'loan' ? payoffCents(contract, on) : leaseCanTake(contract);
  const amountCents = minCents(scheduled.amountCents, most);
  if (hold !== null || !isRunning(contract.status) || amountCents <= 0n) {
    const reason = hold === null ? 'nothing-owed' : `hold-${hold.kind}`;
    return skipScheduled(step, scheduled, reason, on);
  }
  const rest = contract.facts.promises.filter((each) => each !== scheduled);
  const facts = { ...contract.facts, promises: rest };
  const without = { ...contract, facts } as Contract;
  const payment = {
    amountCents,
    purpose: scheduled.purpose,
    channel: scheduled.channel,
    source: 'customer' as const,
    methodId: scheduled.methodId,
    receivedOn: on,
    paymentSeq: contract.version + 1,
  };
  const drawn = applyPayment({ contract: without, entries: step.entries }, payment, on, 'payment');
  return amountCents < scheduled.amountCents ? tellOfLess(drawn, scheduled, amountCents) : drawn;
}

/** Less was drawn than was promised: the entry keeps both amounts, and the customer is told. */
function tellOfLess(
  step: Step<Contract>,
  { scheduleId, amountCents }: ScheduledPayment,
  drawnCents: Cents,
): Step<Contract> {
  const data = { scheduleId, promisedCents: `${amountCents}`, amountCents: `${drawnCents}` };
  const drawn = step.entries.findLast(({ kind }) => kind === 'payment');
  const kind = 'scheduled-payment-lowered';
  return say(step, (entry) => entry === drawn, {
    memo: data,
    events: [{ kind, data }],
    messages: [{ topic: 'notice', template: kind, data }],
  });
}

/** Money whose clearing days have passed leaves transit for cash. */
function clearMoney(step: Step<Contract>, { on }: Close): Step<Contract> {
  const { facts } = step.contract;
  const cleared = facts.clearing.filter(({ clearsOn }) => clearsOn <= on);
  const waiting = facts.clearing.filter(({ clearsOn }) => clearsOn > on);
  let next = step;
  if (cleared.length > 0) {
    next = record(
      step,
      {
        kind: 'money-cleared',
        effectiveDate: on,
        postings: cleared.map(({ amountCents }) =>
          posting('cash', 'payments-in-transit', amountCents),
        ),
        memo: { payments: cleared.map(({ seq }) => seq).join(' ') },
        events: [
          { kind: 'money-cleared', data: { payments: cleared.map(({ seq }) => seq).join(' ') } },
        ],
      },
      { shared: { clearing: waiting } },
    );
  }
  return waiting.length === 0 ? closeWhenPaid(next, on) : next;
}

function closeWhenPaid(step: Step<Contract>, on: BusinessDate): Step<Contract> {
  const { contract } = step;
  if (contract.status !== 'paid-in-full') return step;
  const status = nextLoanStatus(contract.status, 'all-money-cleared');
  return record(
    step,
    {
      kind: 'loan-closed',
      effectiveDate: on,
      postings: [],
      events: [{ kind: 'loan-closed', data: { on } }],
      messages: [{ topic: 'notice', template: 'loan-closed', data: {} }],
    },
    { status },
  );
}

/** The last due date has passed and something is still owed, or the car is still out. */
function endTerm(step: Step<Contract>, { on }: Close): Step<Contract> {
  const { contract } = step;
  if (contract.status !== 'active') return step;
  const maturity =
    contract.product === 'loan'
      ? maturityDateOf(contract.terms)
      : leaseMaturityDate(contract.terms);
  if (on < maturity) return step;
  const status =
    contract.product === 'loan'
      ? nextLoanStatus('active', 'term-ended')
      : nextLeaseStatus('active', 'term-ended');
  return record(
    step,
    {
      kind: 'term-ended',
      effectiveDate: on,
      postings: [],
      events: [{ kind: `${contract.product}-matured`, data: { maturity } }],
      messages: [{ topic: 'notice', template: `${contract.product}-matured`, data: { maturity } }],
    },
    { status } as Partial<Pick<Contract, 'status'>>,
  );
}

/** Money no rule can use goes back to the payer once all of it has cleared. */
function oweRefund(step: Step<Contract>, { on }: Close): Step<Contract> {
  const { contract } = step;
  const excess = creditOf(contract.balances, 'unapplied');
  if (excess === 0n || contract.facts.clearing.length > 0) return step;
  const data = { amountCents: excess.toString() };
  return record(step, {
    kind: 'refund-owed',
    effectiveDate: on,
    postings: [posting('unapplied', 'refunds-payable', excess)],
    lines: [line('refund', 'more-than-owed', excess)],
    events: [{ kind: 'refund-owed', data }],
    messages: [{ topic: 'notice', template: 'refund-owed', data }],
  });
}

/** The car is back, the last bill is paid, nothing is disputed and no money can come back. */
function settleLease(step: Step<Contract>, on: BusinessDate): Step<Contract> {
  const { contract } = step;
  if (contract.product !== 'lease' || !isSettled(contract)) return step;
  return record(
    step,
    {
      kind: 'lease-closed',
      effectiveDate: on,
      postings: [],
      events: [{ kind: 'lease-closed', data: { on } }],
      messages: [{ topic: 'notice', template: 'lease-settled', data: {} }],
    },
    { status: nextLeaseStatus(contract.status, 'final-bill-settled') },
  );
}
