import * as guest from '@roadbook/api/operations/guest';
import * as operations from '@roadbook/api/operations/session';
import type { FastifyInstance } from 'fastify';
import { findGuestContract } from '../../money/guest/find-guest-contract.ts';
import { findGuestReceipt } from '../../money/guest/guest-receipt.ts';
import { payAsGuest } from '../../money/guest/pay-as-guest.ts';
import { describeSession, openSignedIn } from '../../people/answer-session.ts';
import { type BoundShell, bind, binderFor } from '../bind.ts';
import { checkOrigin } from '../origin-check.ts';
import type { PublicAddress } from '../public-address.ts';
import {
  deviceCookie,
  sessionToken,
  setDeviceCookie,
  setSessionCookie,
} from '../session-cookie.ts';

/** What anybody may call. */
export function registerPublic(
  plugin: FastifyInstance,
  shell: BoundShell,
  { isHttps, address }: { readonly isHttps: boolean; readonly address: PublicAddress | null },
): void {
  plugin.addHook('onRequest', async (request) => checkOrigin(request, address));
  bind(
    plugin,
    shell,
    operations.signIn,
    () => null,
    async ({ shell: open, body }, { request, reply }) => {
      const signedIn = await openSignedIn(open, {
        ...body,
        network: request.ip,
        earlierToken: sessionToken(request, isHttps),
        device: deviceCookie(request, isHttps),
      });
      setSessionCookie(reply, signedIn, isHttps);
      setDeviceCookie(reply, signedIn.device, isHttps);
      return describeSession(open, signedIn);
    },
  );
  const on = binderFor(plugin, shell, () => null);
  on(guest.findGuestContract, ({ shell: open, body }, { request }) =>
    findGuestContract(open, { ...body, network: request.ip }),
  );
  on(guest.payAsGuest, ({ shell: open, body, key }, { request }) =>
    payAsGuest(open, { ...body, key, network: request.ip }),
  );
  on(guest.getGuestReceipt, ({ shell: open, body }, { request }) =>
    findGuestReceipt(open, { ...body, network: request.ip }),
  );
}
