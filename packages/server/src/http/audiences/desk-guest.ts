import * as operations from '@roadbook/api/operations/desk-session';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { describeStaffSession } from '../../desk/staff/answer-staff.ts';
import * as enter from '../../desk/staff/enter.ts';
import * as invite from '../../desk/staff/invite.ts';
import { findStaffSession, STAFF_LONGEST_MS } from '../../desk/staff/staff-session.ts';
import type { Shell } from '../../operation/shell.ts';
import { type BoundShell, binderFor } from '../bind.ts';
import { arrivalOf } from '../desk/arrival.ts';
import { setCeremony, setDeskSession } from '../desk/desk-cookie.ts';
import { answerInEvenTime } from '../even-time.ts';
import { checkOrigin } from '../origin-check.ts';
import type { PublicAddress } from '../public-address.ts';

/** What anybody may call at the desk: signing in, and taking up an invitation. */
export function registerDeskGuest(
  plugin: FastifyInstance,
  shell: BoundShell,
  { isHttps, address }: { readonly isHttps: boolean; readonly address: PublicAddress | null },
): void {
  plugin.addHook('onRequest', async (request) => checkOrigin(request, address));
  answerInEvenTime(plugin);
  const on = binderFor(plugin, shell, () => null);
  const goOn = <T>(reply: FastifyReply, { answer, ceremony }: enter.Begun<T>): T => {
    if (ceremony !== null) setCeremony(reply, ceremony, enter.CEREMONY_SECONDS, isHttps);
    return answer;
  };
  const opened = async (open: Shell, reply: FastifyReply, token: string) => {
    setDeskSession(reply, token, STAFF_LONGEST_MS / 1_000, isHttps);
    const found = await findStaffSession(open, token, open.clock());
    if (found === null) throw new Error('a session was opened and is not there');
    return describeStaffSession(open, found.caller);
  };
  on(operations.deskSignIn, async ({ shell: open, body }, { request, reply }) =>
    goOn(reply, await enter.beginSignIn(open, body, arrivalOf(request, isHttps))),
  );
  on(operations.deskProveCode, async ({ shell: open, body }, { request, reply }) =>
    opened(open, reply, await enter.proveByCode(open, body.code, arrivalOf(request, isHttps))),
  );
  on(operations.deskPasskeyOptions, async ({ shell: open }, { request, reply }) =>
    goOn(reply, await enter.beginPasskey(open, arrivalOf(request, isHttps))),
  );
  on(operations.deskProvePasskey, async ({ shell: open, body }, { request, reply }) =>
    opened(open, reply, await enter.proveByPasskey(open, body, arrivalOf(request, isHttps))),
  );
  on(operations.lookAtStaffInvitation, ({ shell: open, body }, { request }) =>
    invite.lookAtInvitation(open, body.token, request.ip),
  );
  on(operations.staffInvitationPasskey, ({ shell: open, body }, { request }) =>
    invite.invitationPasskey(open, body.token, request.ip, arrivalOf(request, isHttps)),
  );
  on(operations.acceptStaffInvitation, async ({ shell: open, body }, { request, reply }) =>
    opened(open, reply, await invite.acceptInvitation(open, body, arrivalOf(request, isHttps))),
  );
}
