import { liftHold, placeHold } from '@roadbook/domain/contract/place-hold';
import type { PersonHoldKind } from '@roadbook/domain/person/person-hold';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { contractIdsOf } from '../../book/read/read-account.ts';
import { hashInput } from '../../book/write/command.ts';
import type { Shell } from '../../operation/shell.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { endRecoveries } from '../recovery/recovery-code.sql.ts';
import { useNotice } from '../security-notices/security-notice.sql.ts';
import { deleteSessionsOf } from '../session.sql.ts';
import { tokenHash } from '../session.ts';
import { insertPersonHold, liftPersonHolds } from './person-hold.sql.ts';

/**
 * Keeps a person out of the portal and ends their sessions. While we do, no late fee falls on their
 * contracts: each gets a hold of the kind `access`. Returns the number of contracts.
 */
export async function keepOut(
  shell: Shell,
  personId: string,
  evidence: string,
  decidedBy: string,
): Promise<number> {
  const { store, clock } = shell;
  const nowMs = clock();
  const holdId = uuidV7(nowMs);
  await store.transaction(async (tx) => {
    const hold = { personId, holdId, kind: 'access', untilMs: null, evidence, decidedBy } as const;
    await insertPersonHold(tx, hold, nowMs);
    await deleteSessionsOf(tx, personId, null);
  });
  const evidenceOfHold = `person hold ${holdId}`;
  return holdFees(shell, {
    personId,
    key: holdId,
    until: null,
    evidence: evidenceOfHold,
    decidedBy,
  });
}

/** No late fee falls on a person's contracts while we keep them out; returns how many there are. */
export async function holdFees(
  { store, writer }: Pick<Shell, 'store' | 'writer'>,
  hold: {
    readonly personId: string;
    /** The same key places no second hold. */
    readonly key: string;
    readonly until: BusinessDate | null;
    readonly evidence: string;
    readonly decidedBy: string;
  },
): Promise<number> {
  const { personId, key, until, evidence, decidedBy } = hold;
  const contractIds = await contractIdsOf(store, personId);
  for (const contractId of contractIds) {
    // A contract that has such a hold keeps the one it has.
    await writer.run({
      contractId,
      key: `access:${key}`,
      inputHash: hashInput('access', key),
      decide: (contract, businessDate) =>
        placeHold(
          contract,
          { kind: 'access', from: businessDate, until, party: personId, evidence, decidedBy },
          businessDate,
        ),
    });
  }
  return contractIds.length;
}

/** Lifts what keeps a person out or slows them down, and the holds on contracts with it. */
export async function letIn(
  shell: Shell,
  personId: string,
  who: string,
): Promise<readonly PersonHoldKind[]> {
  const { store, clock } = shell;
  const lifted = await liftPersonHolds(store, personId, who, clock());
  for (const { hold_id: holdId } of lifted.filter(({ kind }) => kind === 'access')) {
    for (const contractId of await contractIdsOf(store, personId)) {
      await shell.writer.run({
        contractId,
        key: `access-lifted:${holdId}`,
        inputHash: hashInput('access-lifted', holdId),
        decide: (contract, businessDate) => liftHold(contract, 'access', businessDate),
      });
    }
  }
  return [...new Set(lifted.map(({ kind }) => kind))];
}

/**
 * "This was not me": by the link of a notice, without signing in. Whoever is signed in is out, and
 * nothing goes out or changes until somebody of the lender has talked to the person; paying stays
 * open. Whatever way back in was begun is over. False when the link no longer works.
 */
export async function freezeByNotice(shell: Shell, token: string): Promise<boolean> {
  const { store, clock } = shell;
  const nowMs = clock();
  return store.transaction(async (tx) => {
    const notice = await useNotice(tx, tokenHash(token), nowMs);
    if (notice === undefined) return false;
    const personId = notice.person_id;
    const evidence = `not me: ${notice.event}`;
    const hold = { personId, holdId: uuidV7(nowMs), kind: 'frozen', untilMs: null } as const;
    await insertPersonHold(tx, { ...hold, evidence, decidedBy: 'person' }, nowMs);
    await deleteSessionsOf(tx, personId, null);
    await endRecoveries(tx, personId, nowMs);
    const act = { what: 'account-frozen', subject: `person:${personId}` } as const;
    await recordAct(tx, { ...act, networkHash: Buffer.alloc(0) }, nowMs);
    return true;
  });
}
