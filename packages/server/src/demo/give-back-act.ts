import type { Contract, LeaseContract } from '@roadbook/domain/contract/contract';
import type { Outcome, RecordedEntry } from '@roadbook/domain/contract/decision';
import { owedInAll } from '@roadbook/domain/lease/give-back/settled';
import { lastReading } from '@roadbook/domain/lease/odometer';
import { disputeLine } from '@roadbook/domain/lease-end/case/dispute-line';
import type { WearLine } from '@roadbook/domain/lease-end/case/give-back-charges';
import { issueFinalBill } from '@roadbook/domain/lease-end/case/issue-final-bill';
import { issueReturnQuote } from '@roadbook/domain/lease-end/case/issue-return-quote';
import { receiveCar } from '@roadbook/domain/lease-end/case/receive-car';
import type { LeaseEndPolicy } from '@roadbook/domain/lease-end/lease-end-policy';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { inForceOrFirst } from '@roadbook/domain/time/in-force';
import { LARKSPUR_LEASE_END } from '../lender/larkspur/larkspur-lease-end.ts';
import { namedUuid } from '../platform/database/uuid.ts';

/** What happens to a car on its way back to the lender, in the order of its days. */
export type GiveBackStep = 'quote' | 'receive' | 'bill' | 'dispute' | 'pay';

/** The line that the demonstration's lessee objects to. */
export const DISPUTED_LINE = 'door-dent';

/** Under this id the shell keeps the words of a dispute: a line has one. */
export const disputeIdOf = (contractId: string): string =>
  namedUuid(`bill-dispute:${contractId}:${DISPUTED_LINE}`);

const WEAR: readonly WearLine[] = [
  {
    lineId: DISPUTED_LINE,
    rule: 'length-over',
    inputs: { part: 'left-front-door', damage: 'dent' },
    chargeCents: 310_00n,
    evidence: 'inspection report, photo 4',
    decidedBy: 'staff:inspector',
  },
  {
    lineId: 'missing-key',
    rule: 'count-under',
    inputs: { part: 'keys', damage: 'missing' },
    chargeCents: 245_00n,
    evidence: 'return form',
    decidedBy: 'staff:inspector',
  },
];
/** Miles beyond the allowance when the car goes back. */
const MILES_OVER = 640;

/** Decides one step by the same rules as anybody's. */
export function decideGiveBack(
  step: GiveBackStep,
  contract: Contract,
  on: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Outcome {
  if (contract.product !== 'lease') throw new RangeError('only a leased car is given back');
  const policy: LeaseEndPolicy = inForceOrFirst(LARKSPUR_LEASE_END.policies, on);
  const { contractId } = contract;
  const idOf = (what: string): string => namedUuid(`demo:${what}:${contractId}`);
  const miles = milesOf(contract);
  switch (step) {
    case 'quote': {
      const basis = { on, miles, milesEvidence: 'photo of the odometer', wear: WEAR };
      const goodThrough = addDays(on, 14);
      const quote = { quoteId: idOf('return-quote'), goodThrough, basis };
      return issueReturnQuote(contract, quote, policy, on);
    }
    case 'receive': {
      const handOver = {
        handOverId: idOf('hand-over'),
        on,
        miles,
        milesReason: 'checked' as const,
        hasNewDamage: false,
      };
      const form = 'd'.repeat(64);
      const received = { handOver, receivedBy: 'staff:dealer', form, billId: idOf('bill') };
      return receiveCar(contract, received, policy, on, history);
    }
    case 'bill': {
      const bill = { billId: idOf('bill'), isLast: true, wear: WEAR, thirdParty: [] };
      return issueFinalBill(contract, bill, policy, on);
    }
    case 'dispute': {
      const dispute = { disputeId: disputeIdOf(contractId), lineId: DISPUTED_LINE };
      return disputeLine(contract, dispute, policy, on);
    }
    case 'pay': {
      const amountCents = owedInAll(contract);
      const arrived = { channel: 'check', source: 'arrived', methodId: null } as const;
      const payment = { ...arrived, amountCents, purpose: 'regular' as const, receivedOn: on };
      return receivePayment(contract, payment, on, history);
    }
  }
}

function milesOf({ terms, facts }: LeaseContract): number {
  const { deliveryOdometer, allowanceMiles } = terms.mileage;
  const read = lastReading(terms, facts.readings)?.miles ?? 0;
  return Math.max(read, deliveryOdometer + allowanceMiles + MILES_OVER);
}
