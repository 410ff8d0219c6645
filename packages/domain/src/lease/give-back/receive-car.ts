import type { LeaseContract } from '../../contract/contract.ts';
import type { HandOver } from '../../contract/give-back.ts';
import type { LeaseReading } from '../../contract/reading.ts';
import { record, type Step } from '../../contract/record.ts';
import { nextLeaseStatus } from '../../contract/status.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { type Posting, posting } from '../../ledger/posting.ts';
import { laterOf } from '../../time/calendar.ts';
import { billDue, billRemaining } from '../bill.ts';
import { billLastHoldover } from '../holdover.ts';

/**
 * The car is back: what fell due until then is posted, rent of a kept car to the day, and the
 * payments that the contract still asks. From here on nothing falls due by itself. The car leaves
 * the lease at its book value and waits to be sold.
 */
export function applyHandOver(step: Step<LeaseContract>, handOver: HandOver): Step<LeaseContract> {
  const { on } = handOver;
  const due = billLastHoldover(billDue(step, on), on);
  const billed = billRemaining(due, on);
  const { contract } = billed;
  const { facts } = contract;
  return record(
    billed,
    {
      kind: 'car-received',
      effectiveDate: on,
      postings: carPostings(contract),
      act: { act: 'car-received', handOver },
      memo: { handOverId: handOver.handOverId, miles: handOver.miles.toString() },
    },
    {
      status: nextLeaseStatus(contract.status, 'vehicle-turned-in'),
      facts: {
        ...facts,
        lastEffective: laterOf(facts.lastEffective, on),
        readings: withReading(facts.readings, handOver),
        giveBack: { ...facts.giveBack, handOver },
      },
    },
  );
}

/** The reading on the receipt, once: it is still there when the receipt is decided again. */
function withReading(
  readings: readonly LeaseReading[],
  { miles, on, milesReason: reason }: HandOver,
): readonly LeaseReading[] {
  const isKnown = readings.some(
    (each) => each.source === 'return' && each.on === on && each.miles === miles,
  );
  return isKnown ? readings : [...readings, { miles, on, source: 'return', reason }];
}

/** The whole book value goes over, whichever way the lease is booked. */
function carPostings({ balances }: LeaseContract): Posting[] {
  return (['vehicle-under-lease', 'net-investment-in-lease'] as const).flatMap((account) => {
    const cents = balanceOf(balances, account);
    if (cents === 0n) return [];
    return cents > 0n
      ? [posting('vehicle-held-for-sale', account, cents)]
      : [posting(account, 'vehicle-held-for-sale', -cents)];
  });
}
