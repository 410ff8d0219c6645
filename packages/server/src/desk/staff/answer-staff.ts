import type * as operations from '@roadbook/api/operations/desk-session';
import { ROLE_PERMISSIONS } from '@roadbook/domain/person/staff-role';
import { openDayOf } from '../../book/day/business-day.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { recordAct } from '../../people/audit-trail.sql.ts';
import type { Store } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { madePasskey, makePasskeyOptions, type PasskeyPlace } from './passkey.ts';
import { insertStaffProof, proofsOfStaff, removeStaffProof } from './staff-proof.sql.ts';
import {
  deleteOwnSession,
  deleteStaffSession,
  sessionsOfStaff,
  setSessionChallenge,
} from './staff-session.sql.ts';
import type { StaffCaller } from './staff-session.ts';

/** What the screens show of who is signed in. */
export async function describeStaffSession({ store, gateway }: Shell, caller: StaffCaller) {
  const { name, email, role, byProvider, endsInSeconds, endsAtLatestInSeconds } = caller;
  return {
    name,
    email,
    role,
    permissions: [...ROLE_PERMISSIONS[role]],
    endsInSeconds,
    endsAtLatestInSeconds,
    today: (await openDayOf(store)) ?? '',
    simulated: gateway.simulated,
    byProvider,
  };
}

export const getDeskSession: Handler<typeof operations.getDeskSession, StaffCaller> = ({
  shell,
  caller,
}) => describeStaffSession(shell, caller);

export const deskSignOut: Handler<typeof operations.deskSignOut, StaffCaller> = async ({
  shell: { store, clock },
  caller,
}) => {
  await deleteStaffSession(store, caller.tokenHash);
  const act = { what: 'signed-out', subject: `staff:${caller.staffId}` } as const;
  await recordAct(store, { ...act, networkHash: Buffer.alloc(0) }, clock());
  return {};
};

export const getOwnSecurity: Handler<typeof operations.getOwnSecurity, StaffCaller> = ({
  shell,
  caller,
}) => securityOf(shell.store, caller);

async function securityOf(store: Store, caller: StaffCaller) {
  const [sessions, proofs] = await Promise.all([
    sessionsOfStaff(store, caller.staffId),
    proofsOfStaff(store, caller.staffId),
  ]);
  return {
    sessions: sessions.map((row) => ({
      sessionId: row.session_id,
      device: row.device,
      openedAt: row.created_at,
      lastSeenAt: row.last_seen,
      isThisOne: row.session_id === caller.sessionId,
    })),
    proofs: proofs.map((row) => ({
      proofId: row.proof_id,
      kind: row.kind,
      name: row.name,
      madeAt: row.made_at,
      lastUsedAt: row.last_used_at,
    })),
  };
}

export const endOwnSession: Handler<typeof operations.endOwnSession, StaffCaller> = async ({
  shell,
  caller,
  params,
}) => {
  const ended = await deleteOwnSession(shell.store, caller.staffId, params.sessionId);
  if (!ended) throw new ProblemError('proof-not-found');
  return {};
};

export async function ownPasskeyOptions(shell: Shell, caller: StaffCaller, place: PasskeyPlace) {
  const known = await proofsOfStaff(shell.store, caller.staffId);
  const options = await makePasskeyOptions(place, caller, shell.lender.brand.name, known);
  await setSessionChallenge(shell.store, caller.tokenHash, options.challenge);
  return options;
}

/** Keeps a passkey that was made for the challenge of this session; the challenge works once. */
export async function addOwnPasskey(
  shell: Shell,
  caller: StaffCaller & { readonly challenge: string | null },
  { name, credential }: { name: string; credential: Parameters<typeof madePasskey>[2] },
  place: PasskeyPlace,
) {
  const { store, clock } = shell;
  await setSessionChallenge(store, caller.tokenHash, null);
  const made =
    caller.challenge === null ? null : await madePasskey(place, caller.challenge, credential);
  if (made === null) throw new ProblemError('proof-refused');
  const ids = { proofId: uuidV7(clock()), staffId: caller.staffId, kind: 'passkey' } as const;
  const kept = await insertStaffProof(store, { ...ids, name, ...made }, 0, clock());
  if (!kept) throw new ProblemError('proof-refused');
  return securityOf(store, caller);
}

export const removeOwnProof: Handler<typeof operations.removeOwnProof, StaffCaller> = async ({
  shell: { store },
  caller,
  params,
}) => {
  const removal = await store.transaction((tx) =>
    removeStaffProof(tx, caller.staffId, params.proofId),
  );
  if (removal === 'not-found') throw new ProblemError('proof-not-found');
  if (removal === 'last') throw new ProblemError('last-proof');
  return securityOf(store, caller);
};
