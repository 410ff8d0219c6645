import { isSamePerson } from '@roadbook/domain/person/names';
import { openDayOf } from '../../book/day/business-day.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { endCeremony } from '../ceremony/ceremony.sql.ts';
import { fileOf, type PersonFile } from '../proofs/proofs-on-file.ts';
import { tellOfSecurity } from '../security-notices/security-notice.ts';
import type { Candidate } from './candidate.ts';
import { insertPartyMoved, moveParties, useInvitations } from './registration.sql.ts';
import type { ProvenRegistration } from './registration-step.ts';

/**
 * Adds the contracts of somebody who registers to the account they have for another contract, if
 * the two are the same person. They stay two otherwise: people share mailboxes.
 */
export async function recognize(
  shell: Shell,
  { ceremony, file }: ProvenRegistration,
  ownerId: string,
): Promise<boolean> {
  const owner = await fileOf(shell, ownerId);
  if (owner.person === null || !isSamePerson(owner.person, file.person)) return false;
  if (!(await endCeremony(shell.store, ceremony.tokenHash))) {
    throw new ProblemError('ceremony-over');
  }
  await shell.store.transaction((tx) => joinTo(tx, shell, file, owner));
  return true;
}

/** Keeps the contracts of one row of a person under another row of the same person. */
export async function joinTo(
  tx: Queryable,
  shell: Shell,
  { personId: from }: Pick<Candidate, 'personId'>,
  owner: PersonFile,
): Promise<readonly string[]> {
  const { personId: to } = owner;
  if (to === null) throw new Error('nobody can be given contracts');
  const nowMs = shell.clock();
  const businessDate = (await openDayOf(tx)) ?? '';
  const moved = await moveParties(tx, from, to);
  for (const { contract_id: contractId } of moved) {
    const change = { contractId, changeId: uuidV7(nowMs), businessDate, from, to };
    await insertPartyMoved(tx, change, nowMs);
  }
  await useInvitations(tx, from, nowMs);
  await tellOfSecurity(tx, shell, owner, 'contract-added');
  const act = { what: 'contract-added', subject: `person:${to}` } as const;
  await recordAct(tx, { ...act, networkHash: Buffer.alloc(0) }, nowMs);
  return moved.map((row) => row.contract_id);
}
