import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { inForceOrFirst } from '@roadbook/domain/time/in-force';
import { contractIdOf } from '../boarding/board-record.ts';
import { readContract } from '../book/read/read-contract.ts';
import { readVehicle } from '../book/read/read-vehicle.ts';
import { insertDispute } from '../lease-end/give-back/dispute.sql.ts';
import { leaseEndFacts, openLease } from '../lease-end/lease-end-facts.ts';
import { savePlan, saveWalk, type WirePlan, type WireWalk } from '../lease-end/saves.ts';
import { wearInForce } from '../lease-end/wear-data/wear-in-force.ts';
import type { Lender } from '../lender/lender.ts';
import type { Store } from '../platform/database/store.ts';
import { type KeyRing, seal } from '../platform/keys/key-ring.ts';
import { identityOf } from '../platform/keys/sealed-columns.ts';
import type { KnownPeople } from './customers/register-customers.ts';
import type { DemoLease } from './demo-lease.ts';
import { disputeIdOf } from './give-back-act.ts';
import type { Portfolio } from './portfolio.ts';

/** The lease whose lessee has prepared for its end: a plan and a walk. */
const PREPARED = 'lease-end-140';

/** Saves what a lessee who prepares for the end of the lease would, through the same functions. */
export async function savePreparedLeaseEnd(
  { store, lender }: { readonly store: Store; readonly lender: Lender },
  { leases, calendar }: Portfolio,
  people: KnownPeople,
  nowMs: number,
): Promise<void> {
  const held = leases.find(({ contract }) => contract.story?.name === PREPARED);
  const owner = people.find(({ person }) => person === held?.people[0]);
  if (held === undefined || owner === undefined) throw new RangeError(`no lease is ${PREPARED}`);
  const { deal, assetNumber } = held.contract;
  const contractId = contractIdOf(deal, assetNumber);
  const stored = await readContract(store, contractId);
  const lease = stored === null ? 'lease-has-ended' : openLease(stored.contract);
  if (stored === null || typeof lease === 'string') return;
  const vehicle = await readVehicle(store, contractId);
  const facts = leaseEndFacts(lease, vehicle, lender, stored.openDay);
  const wear = await wearInForce(store, lender, facts.asOf);
  const saving = { store, contractId, personId: owner.personId, nowMs };
  const { today } = calendar;
  if (wear !== null) await saveWalk(saving, walkOn(addDays(today, -1)), facts, wear);
  await savePlan(saving, planOf(held.contract), facts, wear);
}

/** The lease whose lessee objected to a line of the bill. */
const DISPUTED = 'billed-disputed';

/** Keeps the words of the objection, sealed as the customer's own would be. */
export async function saveDisputeWords(
  { store, ring, lender }: { readonly store: Store; readonly ring: KeyRing; lender: Lender },
  { leases }: Portfolio,
  people: KnownPeople,
): Promise<void> {
  const held = leases.find(({ contract }) => contract.story?.name === DISPUTED);
  const owner = people.find(({ person }) => person === held?.people[0]);
  // A smaller book has no such lease.
  if (held === undefined || owner === undefined) return;
  const contractId = contractIdOf(held.contract.deal, held.contract.assetNumber);
  const stored = await readContract(store, contractId);
  if (stored?.contract.product !== 'lease') return;
  const disputeId = disputeIdOf(contractId);
  const dispute = stored.contract.facts.giveBack.disputes.find(
    (one) => one.disputeId === disputeId,
  );
  if (dispute === undefined) return;
  const { giveBack } = inForceOrFirst(lender.leaseEnd.policies, dispute.raisedOn);
  const words = 'That dent was already there when I got the car. It is on the delivery form.';
  await insertDispute(store, {
    disputeId,
    contractId,
    personId: owner.personId,
    lineId: dispute.lineId,
    ...seal(ring, identityOf.billDispute(disputeId), words),
    raisedAt: `${dispute.raisedOn}T17:00:00.000Z`,
    decideBy: addDays(dispute.raisedOn, giveBack.disputeDays),
  });
}

function planOf({ terms }: DemoLease): WirePlan {
  return {
    leaveOn: leaseMaturityDate(terms),
    chosen: ['buy-miles', 'repair:bumper-scratch'],
    answers: { segment: 'car' },
  };
}

function walkOn(takenOn: BusinessDate): WireWalk {
  const unmeasured = { sizeMils: null, depthMils: null, treadThirtySeconds: null };
  const plain = { ...unmeasured, count: 1, paintBroken: false, inDriversView: false };
  return {
    bodyStyle: 'sedan',
    findings: [
      {
        ...plain,
        id: 'bumper-scratch',
        partId: 'rear-bumper',
        damage: 'scratch',
        sizeMils: 5_500,
        paintBroken: true,
        photoCount: 2,
      },
      {
        ...plain,
        id: 'door-dent',
        partId: 'left-front-door',
        damage: 'dent',
        sizeMils: 1_500,
        photoCount: 1,
      },
      {
        ...plain,
        id: 'tire-tread',
        partId: 'right-front-tire',
        damage: 'tread-low',
        treadThirtySeconds: 3,
        photoCount: 1,
      },
      {
        ...plain,
        id: 'missing-key',
        partId: 'keys',
        damage: 'missing',
        photoCount: 0,
      },
    ],
    inspected: ['hood', 'windshield', 'roof', 'tailgate', 'left-rear-door', 'right-front-door'],
    skipped: ['sunroof'],
    takenOn,
  };
}
