import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { signInByPassword } from '../../people/sign-in/by-password.ts';
import { answerInEvenTime } from '../even-time.ts';
import { openShell } from '../open-shell.ts';
import { checkOrigin } from '../origin-check.ts';
import type { SendPage } from '../page-names.ts';
import type { PortalOptions } from '../portal-options.ts';
import { addressOf } from '../public-address.ts';
import { formField, readForms } from '../read-form.ts';
import { setCeremonyCookie, visitorOf, welcome } from '../session-cookie.ts';
import { type GettingIn, toSignIn } from './lead-on.ts';
import { registerLostForms } from './lost-forms.ts';
import { registerNotMe } from './not-me-form.ts';
import { registerProofForms } from './proof-forms.ts';
import { registerRegisterForms } from './register-forms.ts';
import { registerResetForms } from './reset-forms.ts';
import { sendCodeIfOnlyWay } from './step-pages.ts';

/** A form with a new passkey in it is longer than others. */
const PASSKEY_FORM_BYTES = 32_768;

/**
 * Getting in without script: each step is a page and a form, and the answer leads to the next one.
 * The functions behind it are those of the API; nothing is decided here.
 */
export function registerGettingIn(
  app: FastifyInstance,
  options: PortalOptions,
  send: SendPage,
): void {
  const { isHttps } = options;
  const address = addressOf(options);
  const parts: GettingIn = {
    open: () => openShell(options),
    visitor: (request) => visitorOf(request, isHttps),
    send,
    isHttps,
  };
  app.register(async (plugin) => {
    readForms(plugin);
    plugin.addHook('onRequest', async (request) => checkOrigin(request, address));
    answerInEvenTime(plugin);
    plugin.post('/sign-in', (request, reply) => signIn(parts, request, reply));
    registerProofForms(plugin, parts);
    registerResetForms(plugin, parts);
    registerLostForms(plugin, parts);
    registerNotMe(plugin, parts);
  });
  app.register(async (plugin) => {
    readForms(plugin, PASSKEY_FORM_BYTES);
    plugin.addHook('onRequest', async (request) => checkOrigin(request, address));
    registerRegisterForms(plugin, parts);
  });
}

async function signIn(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { isHttps } = parts;
  const shell = parts.open();
  const visitor = parts.visitor(request);
  const typed = {
    login: formField(request, 'login'),
    password: formField(request, 'password', 512),
  };
  try {
    const entered = await signInByPassword(shell, visitor, typed);
    if (entered.signedIn !== null) {
      welcome(reply, entered.signedIn, isHttps);
      return reply.redirect('/contracts', 303);
    }
    const { ceremonyToken } = entered;
    setCeremonyCookie(reply, ceremonyToken, isHttps);
    return await sendCodeIfOnlyWay(parts, { ...visitor, ceremonyToken }, reply);
  } catch (error) {
    return toSignIn(reply, error);
  }
}
