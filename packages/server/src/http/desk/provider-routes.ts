import type { FastifyInstance, FastifyReply } from 'fastify';
import { createBackChannel } from '../../desk/provider/back-channel.ts';
import type { Provider } from '../../desk/provider/provider.ts';
import { beginSignOn, finishSignOn } from '../../desk/provider/sign-on.ts';
import { CEREMONY_SECONDS } from '../../desk/staff/enter.ts';
import { STAFF_LONGEST_MS } from '../../desk/staff/staff-session.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { BoundShell } from '../bind.ts';
import { formField, readForms } from '../read-form.ts';
import { arrivalOf } from './arrival.ts';
import { setCeremony, setDeskSession } from './desk-cookie.ts';

const RETURN = '/sign-in/provider/return';
/** A signed token with its claims is longer than what people type. */
const TOKEN_BYTES_MAX = 16_384;

type Options = {
  readonly provider: Provider;
  readonly isHttps: boolean;
  /** The address of the desk as the provider knows it. */
  readonly deskUrl: string;
};

/** Signing on by the lender's provider: away, back, and the provider's word that it is over. */
export function registerProvider(
  app: FastifyInstance,
  shell: BoundShell,
  { provider, isHttps, deskUrl }: Options,
): void {
  const backChannel = createBackChannel(provider);
  app.get('/sign-in/provider', async (request, reply) => {
    const returnTo = new URL(RETURN, deskUrl).href;
    const begun = await beginSignOn(shell(), provider, returnTo, request.ip);
    setCeremony(reply, begun.ceremony, CEREMONY_SECONDS, isHttps);
    return reply.redirect(begun.url, 303);
  });
  app.get(RETURN, async (request, reply) => {
    const arrival = arrivalOf(request, isHttps);
    const returned = new URL(request.url, deskUrl);
    try {
      const token = await finishSignOn(shell(), provider, returned, arrival);
      setDeskSession(reply, token, STAFF_LONGEST_MS / 1_000, isHttps);
      return reply.redirect('/', 303);
    } catch (error) {
      const isRole = error instanceof ProblemError && error.code === 'provider-role-missing';
      request.log.info({ code: isRole ? 'provider-role-missing' : 'provider-sign-on-failed' });
      return reply.redirect(`/sign-in?why=${isRole ? 'no-role' : 'provider'}`, 303);
    }
  });
  app.register(async (plugin) => {
    readForms(plugin, TOKEN_BYTES_MAX);
    // The token is the authentication: it is signed by the provider, for us, a moment ago.
    plugin.post('/oidc/back-channel-logout', async (request, reply: FastifyReply) => {
      await backChannel(shell(), formField(request, 'logout_token', TOKEN_BYTES_MAX));
      return reply.code(200).header('cache-control', 'no-store').send({});
    });
  });
}
