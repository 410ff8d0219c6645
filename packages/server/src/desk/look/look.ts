import type * as operations from '@roadbook/api/operations/desk-customers';
import { isReasonTold, LOOK_MINUTES, type LookReason } from '@roadbook/domain/person/look-reason';
import { isParty } from '../../book/read/read-account.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { recordLook } from '../../people/access-log.sql.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { lookSince, personExists, putLook, removeLook } from './look.sql.ts';

const LOOK_MS = LOOK_MINUTES * 60_000;

/** What an access of somebody at the desk is about. */
export type DeskLook = {
  readonly what: string;
  readonly personId?: string | null;
  readonly contractId?: string | null;
  readonly reason?: string | null;
  readonly note?: string | null;
};

/** Writes what somebody at the desk looks at or does, before they see or have done it. */
export async function recordDeskLook(
  { store, ring, clock }: Shell,
  { staffId }: Pick<StaffCaller, 'staffId'>,
  { note, ...look }: DeskLook,
): Promise<string> {
  const accessId = uuidV7(clock());
  const sealed = note == null ? null : seal(ring, identityOf.access(accessId), note);
  const row = { ...look, accessId, who: `staff:${staffId}`, note: sealed };
  await recordLook(store, row, clock());
  return accessId;
}

/** What somebody wrote beside an access, or null where they wrote nothing. */
export function noteOfAccess(
  ring: KeyRing,
  row: {
    readonly access_id: string;
    readonly key_id: string | null;
    readonly sealed: Buffer | null;
  },
): string | null {
  if (row.key_id === null || row.sealed === null) return null;
  return unseal(ring, identityOf.access(row.access_id), { keyId: row.key_id, sealed: row.sealed });
}

/** The reason is asked before anything of a customer is shown, and again after half an hour. */
export const giveReason: Handler<typeof operations.giveReason, StaffCaller> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, clock } = shell;
  const { personId } = params;
  if (!isReasonTold(body.reason, body.note)) throw new ProblemError('reason-not-told');
  if (!(await personExists(store, personId))) throw new ProblemError('customer-not-found');
  await recordDeskLook(shell, caller, { what: 'reason-given', personId, ...body });
  const { sessionId } = caller;
  await putLook(store, { sessionId, personId, reason: body.reason }, clock());
  return { holdsForSeconds: LOOK_MINUTES * 60 };
};

export const leaveCustomer: Handler<typeof operations.leaveCustomer, StaffCaller> = async ({
  shell,
  caller,
  params,
}) => {
  await removeLook(shell.store, caller.sessionId, params.personId);
  return {};
};

/** Records a look that a reason stands for; without a fresh one it is refused. */
export async function demandReason(
  shell: Shell,
  caller: StaffCaller,
  look: DeskLook & { readonly personId: string },
): Promise<LookReason> {
  const { store, clock } = shell;
  const reason = await lookSince(store, caller.sessionId, look.personId, clock() - LOOK_MS);
  if (reason === null) throw new ProblemError('reason-needed', { minutes: `${LOOK_MINUTES}` });
  await recordDeskLook(shell, caller, { reason, ...look });
  return reason;
}

/** The same for a contract, which has to be one of the person's. */
export async function demandContract(
  shell: Shell,
  caller: StaffCaller,
  look: DeskLook & { readonly personId: string; readonly contractId: string },
): Promise<void> {
  const { personId, contractId } = look;
  if (!(await isParty(shell.store, contractId, personId))) {
    throw new ProblemError('contract-not-found');
  }
  await demandReason(shell, caller, look);
}
