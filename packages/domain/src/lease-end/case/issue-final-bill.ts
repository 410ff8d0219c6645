import type { Contract, LeaseContract } from '../../contract/contract.ts';
import type { Outcome } from '../../contract/decision.ts';
import { type BillLine, billedLines, type FinalBill } from '../../contract/give-back.ts';
import { begin, say } from '../../contract/record.ts';
import { type Refusal, refuse } from '../../contract/refusal.ts';
import { applyAct } from '../../lease/give-back/apply-act.ts';
import { owedInAll } from '../../lease/give-back/settled.ts';
import { chargeTax } from '../../lease/lease-charge.ts';
import { sumCents } from '../../money/cents.ts';
import { addDays, type BusinessDate, laterOf } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import {
  giveBackCharges,
  type ThirdPartyLine,
  totalOfBill,
  type WearLine,
  wearCharges,
} from './give-back-charges.ts';

export type IssueFinalBill = {
  readonly billId: string;
  /** Whether nothing more comes but dated third-party charges. */
  readonly isLast: boolean;
  readonly wear: readonly WearLine[];
  readonly thirdParty: readonly ThirdPartyLine[];
};

/**
 * Bills a car that is back. The first bill has the fee and the miles by rule; after one that a
 * return quote fixed, only new damage on the receipt may follow, and after the last one only dated
 * third-party charges: everything else is the lender's loss.
 */
export function issueFinalBill(
  contract: Contract,
  { billId, isLast, wear, thirdParty }: IssueFinalBill,
  policy: LeaseEndPolicy,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const { handOver, bills } = contract.facts.giveBack;
  if (handOver === null) return refuse('car-not-received');
  const isFirst = bills.length === 0;
  const wasLast = bills.some((each) => each.isLast);
  if (wasLast && (wear.length > 0 || thirdParty.length === 0)) {
    return refuse('bill-already-complete');
  }
  const refusal = thirdPartyRefusal(contract, thirdParty, policy, handOver.on, businessDate);
  if (refusal !== null) return refusal;
  const repeated = repeatedLine(contract, [...wear, ...thirdParty]);
  if (repeated !== null) return refuse('bill-line-not-allowed', { lineId: repeated });
  if (!isFirst && !handOver.hasNewDamage && wear.length > 0) {
    return refuse('bill-line-not-allowed', { lineId: wear[0]?.lineId ?? '' });
  }
  const { on, miles, handOverId } = handOver;
  const { tax } = contract.terms;
  const lines: BillLine[] = [
    ...(isFirst
      ? giveBackCharges(contract, policy, { on, miles, milesEvidence: handOverId, wear })
      : wearCharges(wear, (cents) => chargeTax(tax, 'excess-wear', cents))),
    ...thirdParty.map(({ incurredOn, ...each }) => ({
      ...each,
      charge: 'third-party' as const,
      inputs: { ...each.inputs, incurredOn },
      taxCents: 0n,
    })),
  ];
  if (lines.length === 0 && !isFirst && !isLast) return refuse('bill-without-lines');
  const issuedOn = laterOf(businessDate, contract.facts.lastEffective);
  const bill: FinalBill = { billId, issuedOn, isLast: isLast || wasLast, lines };
  const step = applyAct(begin(contract), { act: 'final-bill', bill });
  const totalCents = totalOfBill(lines);
  const data = { billId, totalCents: totalCents.toString() };
  const told = say(step, ({ act }) => act?.act === 'final-bill', {
    events: [{ kind: 'final-bill', data }],
    messages: [{ topic: 'notice', template: 'final-bill', data }],
  });
  const owedCents = owedInAll(told.contract);
  return { outcome: 'decided', entries: told.entries, receipt: { billId, totalCents, owedCents } };
}

/** A line that was billed already, or is here twice: nothing is charged two times. */
function repeatedLine(lease: LeaseContract, given: readonly WearLine[]): string | null {
  const known = new Set(billedLines(lease.facts.giveBack).map(({ lineId }) => lineId));
  for (const { lineId } of given) {
    if (known.has(lineId)) return lineId;
    known.add(lineId);
  }
  return null;
}

/** Third-party charges need a day before the receipt, come in time, and have a limit together. */
function thirdPartyRefusal(
  lease: LeaseContract,
  given: readonly ThirdPartyLine[],
  { giveBack }: LeaseEndPolicy,
  receivedOn: BusinessDate,
  businessDate: BusinessDate,
): Refusal | null {
  const { withinDays, mostCents } = giveBack.thirdParty;
  for (const { lineId, incurredOn, chargeCents } of given) {
    const lastDay = addDays(receivedOn, withinDays);
    const isAllowed = incurredOn <= receivedOn && chargeCents > 0n && businessDate <= lastDay;
    if (!isAllowed) return refuse('bill-line-not-allowed', { lineId });
  }
  const before = billedLines(lease.facts.giveBack).filter(({ charge }) => charge === 'third-party');
  const all = sumCents([...before, ...given].map(({ chargeCents }) => chargeCents));
  const last = given.at(-1);
  return all > mostCents && last !== undefined
    ? refuse('bill-line-not-allowed', { lineId: last.lineId })
    : null;
}
