import type * as operations from '@roadbook/api/operations/session';
import { openDayOf } from '../book/day/business-day.ts';
import type { Handler } from '../operation/handler.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { recordAct } from './audit-trail.sql.ts';
import { sealedNameOf } from './credential.sql.ts';
import { forgetGreeting, greetingOf } from './greeting.ts';
import { type CustomerSession, closeSession } from './session.ts';
import { openUserName } from './user-name.ts';

export const getSession: Handler<typeof operations.getSession, CustomerSession> = ({
  shell,
  caller,
}) => describeSession(shell, caller);

export const signOut: Handler<typeof operations.signOut, CustomerSession> = async ({
  shell,
  caller,
}) => {
  const { store, clock } = shell;
  await closeSession(store, caller);
  forgetGreeting(caller.tokenHash);
  const act = { what: 'signed-out', subject: `person:${caller.personId}` } as const;
  await recordAct(store, { ...act, networkHash: Buffer.alloc(0) }, clock());
  return {};
};

/** What the screens show of a session. Of what is sealed only the user name is opened for it. */
export async function describeSession(
  { store, ring, gateway, clock }: Shell,
  { personId, tokenHash: hashed, endsMs, endsAtLatestMs }: CustomerSession,
) {
  const secondsUntil = (ms: number): number => Math.max(0, Math.floor((ms - clock()) / 1_000));
  const name = await sealedNameOf(store, personId);
  if (name === undefined) throw new ProblemError('not-signed-in');
  return {
    firstName: greetingOf(hashed),
    userName: openUserName(ring, name),
    idleUntil: new Date(endsMs).toISOString(),
    endsInSeconds: secondsUntil(endsMs),
    endsAtLatestInSeconds: secondsUntil(endsAtLatestMs),
    today: (await openDayOf(store)) ?? '',
    simulated: gateway.simulated,
  };
}
