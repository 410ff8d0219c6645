import * as operations from '@roadbook/api/operations/session';
import type { FastifyInstance } from 'fastify';
import { describeSession, openSignedIn } from '../../people/answer-session.ts';
import { type BoundShell, bind } from '../bind.ts';
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
}
