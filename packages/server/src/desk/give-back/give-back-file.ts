import type * as operations from '@roadbook/api/operations/desk-give-back';
import type { LeaseContract } from '@roadbook/domain/contract/contract';
import type { DisputeOutcome, DisputeReason } from '@roadbook/domain/contract/give-back';
import { promiseState } from '@roadbook/domain/lease-end/case/kept-promises';
import { creditOf } from '@roadbook/domain/ledger/balances';
import { readVehicle } from '../../book/read/read-vehicle.ts';
import { type DisputeRow, disputesOf } from '../../lease-end/give-back/dispute.sql.ts';
import { giveBackPolicy, leaseOf } from '../../lease-end/give-back/give-back.ts';
import { leaseEndFacts } from '../../lease-end/lease-end-facts.ts';
import { estimateOf, keptBy } from '../../lease-end/saves.ts';
import { wearInForce } from '../../lease-end/wear-data/wear-in-force.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import type { Shell } from '../../operation/shell.ts';
import { demandContract } from '../look/look.ts';
import { staffOfId } from '../staff/staff.sql.ts';
import { unsealStaff } from '../staff/staff.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { promisesOf } from './promises.sql.ts';
import { promisedDays, promiseOf } from './promises.ts';

/** What staff work with besides what the customer sees of their car on its way back. */
export const getGiveBackFile: Handler<typeof operations.getGiveBackFile, StaffCaller> = async ({
  shell,
  caller,
  params,
}) => {
  const { contractId, personId } = params;
  await demandContract(shell, caller, { what: 'give-back', ...params });
  const stored = await contractFor(shell.store, contractId, null);
  const { openDay } = stored;
  const lease = leaseOf(stored.contract);
  const { disputes, carSoldOn } = lease.facts.giveBack;
  const isOpen = new Set(
    disputes.flatMap(({ disputeId, outcome }) => (outcome === null ? [disputeId] : [])),
  );
  const proposed = (await disputesOf(shell.store, contractId)).filter((row) =>
    isOpen.has(row.dispute_id),
  );
  const proposals = await Promise.all(proposed.map((row) => proposalOf(shell, caller, row)));
  const rows = await promisesOf(shell.store, promisedDays(shell, openDay), contractId);
  return {
    reading: readingOf(lease),
    walk: await walkOf(shell, lease, personId, openDay),
    proposals: proposals.filter((each) => each !== null),
    promises: rows.map((row) => {
      const made = promiseOf(shell, row);
      return { ...made, lineId: row.line_id, state: promiseState(made, openDay) };
    }),
    fourEyesCents: `${giveBackPolicy(shell, openDay).giveBack.fourEyesCents}`,
    refundCents: `${creditOf(lease.balances, 'refunds-payable')}`,
    carSoldOn: carSoldOn as string | null,
  };
};

/** The newest odometer that is known of the car. */
function readingOf({ facts }: LeaseContract) {
  const newest = facts.readings.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  if (newest === undefined) return null;
  return { miles: newest.miles, on: newest.on as string, source: newest.source };
}

type Proposal = {
  readonly outcome: DisputeOutcome;
  readonly toCents: string;
  readonly reason: DisputeReason;
};

async function proposalOf(
  { store, ring }: Shell,
  { staffId }: StaffCaller,
  { dispute_id: disputeId, proposed_by: by, proposal }: DisputeRow,
) {
  if (by === null || proposal === null) return null;
  const row = await staffOfId(store, by);
  const { outcome, toCents, reason } = JSON.parse(proposal) as Proposal;
  const name = row === undefined ? '' : unsealStaff(ring, row).name;
  return { disputeId, outcome, toCents, reason, by: name, isMine: by === staffId };
}

/** An input of a line may be so long on a bill. */
const LONGEST_INPUT = 200;

/** The walk that the customer saved, as lines that a quote or a bill can charge. */
async function walkOf(
  { store, lender }: Shell,
  lease: LeaseContract,
  personId: string,
  openDay: Parameters<typeof wearInForce>[2],
) {
  const { walk: saved } = await keptBy(store, lease.contractId, personId);
  const wear = saved === null ? null : await wearInForce(store, lender, openDay);
  if (saved === null || wear === null) return null;
  const vehicle = await readVehicle(store, lease.contractId);
  const facts = leaseEndFacts(lease, vehicle, lender, openDay);
  const { total } = estimateOf(saved.walk, facts, wear);
  const { takenOn } = saved.walk;
  return {
    takenOn: takenOn as string,
    lines: total.lines.map((each, index) => ({
      lineId: each.inputs.findingId ?? `${each.rule}-${index + 1}`,
      rule: each.rule,
      inputs: Object.fromEntries(
        Object.entries(each.inputs).map(([name, value]) => [name, value.slice(0, LONGEST_INPUT)]),
      ),
      chargeCents: `${each.cents}`,
      evidence: `own walk of ${takenOn}`,
    })),
    wearCents: `${total.totalCents}`,
  };
}
