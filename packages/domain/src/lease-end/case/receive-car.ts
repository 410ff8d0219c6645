import type { Contract, LeaseContract } from '../../contract/contract.ts';
import type { Outcome, RecordedEntry } from '../../contract/decision.ts';
import type { BillLine, GiveBackAct, HandOver, ReturnQuote } from '../../contract/give-back.ts';
import { type Step, say } from '../../contract/record.ts';
import { type Refusal, type RefusalCode, refuse } from '../../contract/refusal.ts';
import { isRunning } from '../../contract/status.ts';
import { applyAct, dayOfAct } from '../../lease/give-back/apply-act.ts';
import { owedInAll } from '../../lease/give-back/settled.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { chargeTax } from '../../lease/lease-charge.ts';
import { excessMilesLine } from '../../lease/mileage.ts';
import { doubtAbout, readingRefusal } from '../../lease/reading/tell-reading.ts';
import { placeInOrder } from '../../payment/place.ts';
import { skipAllScheduled } from '../../payment/promise/promised-payments.ts';
import { addDays, type BusinessDate } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import { allowanceFor, returnKind } from '../ways-out/end-miles.ts';

export type ReceiveCar = {
  readonly handOver: HandOver;
  /** Who took the car, as the receipt names them: a place and a member of its staff by id. */
  readonly receivedBy: string;
  /** The SHA-256 of the signed return form. */
  readonly form: string;
  /** Under this id the bill goes out at once where a return quote still holds. */
  readonly billId: string;
};

/**
 * Takes a leased car back. From its day on no rent, late fee or miles accrue; what fell due before
 * stays owed, and so do the payments the contract still asks. A receipt that is recorded later
 * takes back what the days since have charged. Where a return quote holds, its bill goes out in the
 * same decision; promised payments end and are named.
 */
export function receiveCar(
  contract: Contract,
  { handOver: told, receivedBy, form, billId }: ReceiveCar,
  policy: LeaseEndPolicy,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const refusal = refusalOf(contract, told, policy, businessDate);
  if (refusal !== null) return refusal;
  const handOver = withoutNeedlessReason(contract, told);
  const { handOverId, on, miles } = handOver;
  const act: GiveBackAct = { act: 'car-received', handOver };
  const happening = { act, on: dayOfAct(act) };
  const placed = placeInOrder(contract, happening, businessDate, history);
  if (placed === null) return { outcome: 'needs-history' };
  const data = { handOverId, on, miles: miles.toString() };
  const said = say(placed, ({ act, reverses }) => isReceipt(act, handOverId, reverses), {
    memo: { receivedBy, form },
    events: [{ kind: 'car-received', data }],
    messages: [{ topic: 'notice', template: 'car-received', data }],
  });
  const ended = skipAllScheduled(said, 'car-given-back', businessDate);
  const { quote } = contract.facts.giveBack;
  const holds = quote !== null && on <= quote.goodThrough;
  const billed = holds
    ? billQuote(ended, { quote, handOver, policy, billId, businessDate })
    : ended;
  return {
    outcome: 'decided',
    entries: billed.entries,
    receipt: {
      handOverId,
      on,
      miles: miles.toString(),
      quoteId: holds ? quote.quoteId : null,
      owedCents: owedInAll(billed.contract),
    },
  };
}

/** A reason that nobody asked for says nothing. */
function withoutNeedlessReason(lease: LeaseContract, told: HandOver): HandOver {
  const { miles, on, milesReason: reason } = told;
  return doubtAbout(lease, { miles, on, reason }) === null ? { ...told, milesReason: null } : told;
}

function isReceipt(
  act: Step<Contract>['entries'][number]['act'],
  handOverId: string,
  reverses: number | undefined,
): boolean {
  return (
    reverses === undefined && act?.act === 'car-received' && act.handOver.handOverId === handOverId
  );
}

const STOPS_NO_CAR: readonly RefusalCode[] = ['reading-known', 'too-many-readings'];

function refusalOf(
  lease: LeaseContract,
  { on, miles, milesReason }: HandOver,
  policy: LeaseEndPolicy,
  businessDate: BusinessDate,
): Refusal | null {
  const { facts, status, terms } = lease;
  const { handOver } = facts.giveBack;
  if (handOver !== null) return refuse('car-already-received', { on: handOver.on });
  if (status === 'charged-off') return refuse('contract-charged-off');
  if (!isRunning(status)) return refuse('lease-has-ended');
  if (on > businessDate) return refuse('hand-over-in-future', { on, businessDate });
  const { startsOn } = terms;
  if (on <= startsOn) return refuse('hand-over-before-lease', { on, startsOn });
  const firstDay = addDays(leaseMaturityDate(terms), -policy.windows.turnIn.fromDays);
  if (on < firstDay) return refuse('hand-over-too-early', { on, firstDay });
  const wrong = readingRefusal(lease, { miles, on, reason: milesReason }, businessDate);
  // The same reading as the lessee told today, or one more than are kept, stops no car.
  return wrong === null || STOPS_NO_CAR.includes(wrong.code) ? null : wrong;
}

type Quoted = {
  readonly quote: ReturnQuote;
  readonly handOver: HandOver;
  readonly policy: LeaseEndPolicy;
  readonly billId: string;
  readonly businessDate: BusinessDate;
};

function billQuote(
  step: Step<LeaseContract>,
  { quote, handOver, policy, billId, businessDate }: Quoted,
): Step<LeaseContract> {
  const lines = [...quote.lines, ...milesOverTolerance(step.contract, quote, handOver, policy)];
  const bill = { billId, issuedOn: businessDate, isLast: !handOver.hasNewDamage, lines };
  const billed = applyAct(step, { act: 'final-bill', bill });
  const data = { billId, quoteId: quote.quoteId };
  return say(billed, ({ act }) => act?.act === 'final-bill' && act.bill.billId === billId, {
    memo: data,
    events: [{ kind: 'final-bill', data }],
    messages: [{ topic: 'notice', template: 'final-bill', data }],
  });
}

/** Only the miles beyond the tolerance, and only as far as they are over the allowance. */
function milesOverTolerance(
  { terms }: LeaseContract,
  { miles: quoted, toleranceMiles, quoteId }: ReturnQuote,
  { miles, on, handOverId }: HandOver,
  policy: LeaseEndPolicy,
): BillLine[] {
  const allowed = allowanceFor(terms, policy, on, returnKind(terms, on));
  const covered = excessMilesLine(terms, quoted + toleranceMiles, allowed).cents;
  const actual = excessMilesLine(terms, miles, allowed);
  const chargeCents = actual.cents - covered;
  if (chargeCents <= 0n) return [];
  return [
    {
      lineId: 'miles-over-tolerance',
      charge: 'excess-miles',
      rule: 'miles-over-tolerance',
      inputs: {
        ...actual.inputs,
        quotedOdometer: quoted.toString(),
        toleranceMiles: toleranceMiles.toString(),
        quoteId,
      },
      chargeCents,
      taxCents: chargeTax(terms.tax, 'excess-miles', chargeCents),
      evidence: handOverId,
      decidedBy: 'rule',
    },
  ];
}
