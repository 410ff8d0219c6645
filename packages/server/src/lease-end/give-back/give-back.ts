import type * as operations from '@roadbook/api/operations/give-back';
import type { Contract, LeaseContract } from '@roadbook/domain/contract/contract';
import type { Outcome, RecordedEntry } from '@roadbook/domain/contract/decision';
import { disputeLine } from '@roadbook/domain/lease-end/case/dispute-line';
import type { LeaseEndPolicy } from '@roadbook/domain/lease-end/lease-end-policy';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { inForceOrFirst } from '@roadbook/domain/time/in-force';
import type { StoredContract } from '../../book/read/contract-row.ts';
import { hashInput } from '../../book/write/command.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { type Done, settle } from '../../operation/settle.ts';
import type { Shell } from '../../operation/shell.ts';
import type { CustomerSession } from '../../people/session.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import { lookupHash, seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { disputesOf, insertDispute } from './dispute.sql.ts';
import { documentOf } from './lease-document.sql.ts';
import { presentGiveBack } from './present-give-back.ts';

/** The policy of a lease's end on a day. */
export function giveBackPolicy(
  { lender }: Pick<Shell, 'lender'>,
  on: BusinessDate,
): LeaseEndPolicy {
  return inForceOrFirst(lender.leaseEnd.policies, on);
}

/** Where a car is on its way back, for whoever may see the contract. */
export async function showGiveBack(shell: Shell, stored: StoredContract) {
  const lease = leaseOf(stored.contract);
  const { handOver } = lease.facts.giveBack;
  const [rows, form] = await Promise.all([
    disputesOf(shell.store, lease.contractId),
    handOver === null ? null : documentOf(shell.store, lease.contractId, handOver.handOverId),
  ]);
  return presentGiveBack(
    lease,
    giveBackPolicy(shell, stored.openDay),
    stored.openDay,
    shell.ring,
    rows,
    form !== null,
  );
}

export function leaseOf(contract: Contract): LeaseContract {
  if (contract.product !== 'lease') throw new ProblemError('give-back-not-for-a-loan');
  return contract;
}

export type GiveBackCommand = {
  readonly contractId: string;
  /** What is done: a word of its own in the key and in the hash of the input. */
  readonly act: string;
  readonly key: string;
  readonly input: readonly string[];
  readonly personId?: string;
  readonly decide: (
    contract: Contract,
    policy: LeaseEndPolicy,
    businessDate: BusinessDate,
    history: readonly RecordedEntry[] | null,
  ) => Outcome;
};

/** Decides and writes one act of giving a car back, once for its key. */
export async function runGiveBack(shell: Shell, command: GiveBackCommand): Promise<Done> {
  const { contractId, act, key, input, personId, decide } = command;
  const result = await shell.writer.run({
    contractId,
    key: `${act}:${key}`,
    inputHash: hashInput(act, ...input),
    ...(personId === undefined ? {} : { personId }),
    decide: (contract, businessDate, history) =>
      decide(contract, giveBackPolicy(shell, businessDate), businessDate, history),
  });
  return settle(result);
}

/** The same, and what the contract's give-back looks like afterwards. */
export async function doGiveBack(shell: Shell, command: GiveBackCommand) {
  await runGiveBack(shell, command);
  return showGiveBack(shell, await contractFor(shell.store, command.contractId, null));
}

export const getGiveBack: Handler<typeof operations.getGiveBack, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => showGiveBack(shell, await contractFor(shell.store, params.contractId, caller.personId));

/** A line has one dispute, so its id is made of the line: the same words twice are one. */
export const disputeBillLine: Handler<typeof operations.disputeBillLine, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { store, ring, clock } = shell;
  const { contractId, lineId } = params;
  const { contract, openDay } = await contractFor(store, contractId, caller.personId);
  const lease = leaseOf(contract);
  const disputeId = namedUuid(`bill-dispute:${contractId}:${lineId}`);
  const isNew = !lease.facts.giveBack.disputes.some((each) => each.lineId === lineId);
  const isLine = lease.facts.giveBack.bills.some(({ lines }) =>
    lines.some((each) => each.lineId === lineId),
  );
  if (isNew && isLine) {
    const { disputeDays } = giveBackPolicy(shell, openDay).giveBack;
    await insertDispute(store, {
      disputeId,
      contractId,
      personId: caller.personId,
      lineId,
      ...seal(ring, identityOf.billDispute(disputeId), body.words),
      raisedAt: new Date(clock()).toISOString(),
      decideBy: addDays(openDay, disputeDays),
    });
  }
  return doGiveBack(shell, {
    contractId,
    act: 'dispute',
    key,
    personId: caller.personId,
    // The words are hashed under a key: a hash of a guessed sentence must not fit.
    input: [lineId, lookupHash(ring, 'desk-words', body.words).toString('hex')],
    decide: (now, policy, businessDate) =>
      disputeLine(now, { disputeId, lineId }, policy, businessDate),
  });
};
