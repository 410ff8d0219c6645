import type { Contract, LeaseContract, LeaseFacts, LoanFacts } from '../contract/contract.ts';
import type { RecordedEntry } from '../contract/decision.ts';
import { dependsOnMoney, ENTRY_KINDS } from '../contract/entry-kind.ts';
import type { GiveBackAct } from '../contract/give-back.ts';
import type { PaymentFact } from '../contract/payment-fact.ts';
import { record, type Step, say } from '../contract/record.ts';
import {
  type LeaseStatus,
  type LoanStatus,
  nextLeaseStatus,
  nextLoanStatus,
} from '../contract/status.ts';
import { applyAct } from '../lease/give-back/apply-act.ts';
import { mirrored } from '../ledger/posting.ts';
import { addDays, type BusinessDate, laterOf } from '../time/calendar.ts';
import { applyPayment } from './apply/apply-payment.ts';
import { consequences } from './consequences.ts';

/** Entries that still count: not mirrored, and no mirror themselves; in order of sequence. */
export function liveEntries(history: readonly RecordedEntry[]): RecordedEntry[] {
  const gone = new Set(history.flatMap((entry) => entry.reverses ?? []));
  return history.filter((entry) => entry.reverses === undefined && !gone.has(entry.seq));
}

/** A payment, or an act of giving a car back, to be put in its place among the live ones. */
export type Happening = { readonly on: BusinessDate } & (
  | { readonly payment: PaymentFact }
  | { readonly act: GiveBackAct }
);

export type Replay = {
  /** Live entries from this sequence number on are taken back and decided again. */
  readonly fromSeq: number;
  /** The payments and acts that are taken back for good. */
  readonly drops: readonly number[];
  /** What comes in between, if anything. */
  readonly insert: Happening | null;
  /** The open day: consequences are decided again up to the day before it. */
  readonly businessDate: BusinessDate;
};

/**
 * Takes back everything from a point on, newest first, and decides it again in order of effective
 * date: payments are re-applied, a car comes back and is billed again, and what dates imply comes
 * anew (see `consequences`). Live entries always stand in order of effective date, so those before
 * the point are untouched.
 */
export function replay<C extends Contract>(
  step: Step<C>,
  history: readonly RecordedEntry[],
  { fromSeq, drops, insert, businessDate }: Replay,
): Step<C> {
  const live = liveEntries(history).filter(({ kind }) => dependsOnMoney(kind));
  const affected = live.filter(({ seq }) => seq >= fromSeq);
  let next = step;
  for (const entry of affected.toReversed()) next = mirror(next, entry, history);
  next = restoreFacts(next, history, fromSeq);
  const happenings: (Happening & { readonly isNew: boolean })[] = affected.flatMap((entry) =>
    drops.includes(entry.seq) ? [] : happeningOf(entry).map((each) => ({ ...each, isNew: false })),
  );
  if (insert !== null) happenings.push({ ...insert, isNew: true });
  happenings.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  // The days after the cut-off are lived here, also those before the contract was boarded.
  const boarded = history.find(({ kind }) => kind === 'boarded');
  let from = boarded === undefined ? businessDate : addDays(boarded.effectiveDate, 1);
  for (const each of happenings) {
    next = happen(consequences(next, from, addDays(each.on, -1)), each, each.isNew);
    from = laterOf(from, each.on);
  }
  return tellOfChargeOff(step, consequences(next, from, addDays(businessDate, -1)));
}

function happeningOf({ payment, act, effectiveDate: on }: RecordedEntry): Happening[] {
  if (payment !== undefined) return [{ payment, on }];
  return act === undefined ? [] : [{ act, on }];
}

/** Applies a payment, or does an act of giving a car back. */
export function happen<C extends Contract>(
  step: Step<C>,
  each: Happening,
  isNew: boolean,
): Step<C> {
  if ('act' in each) return applyAct(leaseStep(step), each.act) as Step<Contract> as Step<C>;
  const { payment, on } = each;
  const fact = isNew ? { ...payment, paymentSeq: step.contract.version + 1 } : payment;
  return applyPayment(step, fact, on, isNew ? 'payment' : 'payment-reapplied');
}

function leaseStep({ contract, entries }: Step<Contract>): Step<LeaseContract> {
  if (contract.product !== 'lease') throw new RangeError('only a leased car is given back');
  return { contract, entries };
}

/** A charge-off that does not come anew is news to the customer: the contract runs on. */
function tellOfChargeOff<C extends Contract>(before: Step<C>, after: Step<C>): Step<C> {
  if (before.contract.status !== 'charged-off' || after.contract.status === 'charged-off') {
    return after;
  }
  const news = { topic: 'notice', template: 'charge-off-undone', data: {} } as const;
  return say(after, ({ kind }) => kind === 'charged-off-reversed', { messages: [news] });
}

function mirror<C extends Contract>(
  step: Step<C>,
  entry: RecordedEntry,
  history: readonly RecordedEntry[],
): Step<C> {
  const kind = ENTRY_KINDS[entry.kind].mirror;
  if (kind === null) throw new RangeError(`${entry.kind} has no mirror`);
  const draft = {
    kind,
    effectiveDate: entry.effectiveDate,
    postings: entry.postings.map(mirrored).toReversed(),
    lines: entry.lines.map((each) => ({ ...each, cents: -each.cents })),
    reverses: entry.seq,
    ...(kind === 'charged-off-reversed' ? { events: [{ kind, data: {} }] } : {}),
    ...(entry.payment === undefined ? {} : { payment: entry.payment }),
    ...(entry.act === undefined ? {} : { act: entry.act }),
  };
  if (entry.act?.act !== 'car-received') return record(step, draft);
  // The car is out again: the lease runs on as it did before the receipt.
  const before = history.find(({ seq }) => seq === entry.seq - 1);
  if (before === undefined) throw new RangeError('a car comes back to a contract that was boarded');
  const changes: { readonly status: Contract['status'] } = { status: before.after.status };
  return record(step as Step<Contract>, draft, changes as Partial<Contract>) as Step<C>;
}

/**
 * The facts as the last untouched entry left them, but for what does not depend on the order of
 * money (what is clearing, scheduled, quoted, read), which stays as it is now.
 */
function restoreFacts<C extends Contract>(
  step: Step<C>,
  history: readonly RecordedEntry[],
  fromSeq: number,
): Step<C> {
  const anchor = liveEntries(history)
    .filter(({ seq, kind }) => seq < fromSeq && (kind === 'boarded' || dependsOnMoney(kind)))
    .at(-1);
  if (anchor === undefined) throw new RangeError('a history begins with its boarding');
  const { contract } = step;
  const kept = { clearing: contract.facts.clearing, promises: contract.facts.promises };
  const facts =
    contract.product === 'loan'
      ? {
          ...(anchor.after.facts as LoanFacts),
          ...kept,
          payoffQuoted: contract.facts.payoffQuoted,
        }
      : {
          ...(anchor.after.facts as LeaseFacts),
          ...kept,
          readings: contract.facts.readings,
          giveBack: {
            ...(anchor.after.facts as LeaseFacts).giveBack,
            quote: contract.facts.giveBack.quote,
            disputes: contract.facts.giveBack.disputes,
            carSoldOn: contract.facts.giveBack.carSoldOn,
          },
        };
  const isReopened = hasEnded(contract) && !hasEnded(anchor.after);
  const status = isReopened ? reopened(contract, history) : contract.status;
  return { ...step, contract: { ...contract, facts, status } };
}

function hasEnded({ status }: Pick<Contract, 'status'>): boolean {
  return status === 'paid-in-full' || status === 'closed' || status === 'charged-off';
}

/** The status of a contract whose end is decided again: past its term it has been told so once. */
function reopened(
  { product, status }: Contract,
  history: readonly RecordedEntry[],
): Contract['status'] {
  const wasPastTerm = history.some(({ after }) => PAST_TERM.includes(after.status));
  if (product === 'loan') {
    const active = nextLoanStatus(status as LoanStatus, 'decided-again');
    return wasPastTerm ? nextLoanStatus(active, 'term-ended') : active;
  }
  // A settled lease goes back to what it was before: its car stays where it is.
  const wasBought = history.some(({ after }) => after.status === 'bought');
  if (status === 'closed' && wasBought) return nextLeaseStatus(status, 'sale-decided-again');
  const active = nextLeaseStatus(status as LeaseStatus, 'decided-again');
  if (active !== 'active') return active;
  return wasPastTerm ? nextLeaseStatus(active, 'term-ended') : active;
}

const PAST_TERM: readonly string[] = ['matured', 'holdover'];
