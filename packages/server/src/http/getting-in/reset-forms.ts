import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../operation/problem-error.ts';
import { beginReset, finishReset } from '../../people/recovery/reset-password.ts';
import { remindOfUserName } from '../../people/recovery/user-name-reminder.ts';
import type { PageName } from '../page-names.ts';
import { formField } from '../read-form.ts';
import { setCeremonyCookie } from '../session-cookie.ts';
import { siteOf } from '../site.ts';
import { fillFlow } from './flow-page.ts';
import { type GettingIn, leadOn, toSignIn } from './lead-on.ts';
import { isOver, problemCode, REFUSED, showStep } from './step-pages.ts';

/** Forgot the password, forgot the user name: the same pages for everybody, known or not. */
export function registerResetForms(plugin: FastifyInstance, parts: GettingIn): void {
  const show = (page: PageName) => (request: FastifyRequest, reply: FastifyReply) =>
    plainStep(parts, request, reply, page, []);
  plugin.get('/sign-in/forgot-password', show('forgotPassword'));
  plugin.get('/sign-in/forgot-user-name', show('forgotUserName'));
  plugin.get('/sign-in/new-password', (request, reply) =>
    showStep(parts, request, reply, { page: 'newPassword' }),
  );
  // Password managers look here for the page that changes a password (W3C change-password-url).
  plugin.get('/.well-known/change-password', async (_request, reply) =>
    reply.redirect('/security', 302),
  );
  // And here for the pages on which passkeys are made and kept (W3C passkey-endpoints).
  plugin.get('/.well-known/passkey-endpoints', async (request, reply) => {
    const page = `${siteOf(request, parts.isHttps).origin}/security`;
    return reply.type('application/json').send({ enroll: page, manage: page });
  });
  plugin.post('/sign-in/forgot-password', (request, reply) => forgot(parts, request, reply));
  plugin.post('/sign-in/forgot-user-name', (request, reply) => remind(parts, request, reply));
  plugin.post('/sign-in/new-password', (request, reply) => setPassword(parts, request, reply));
}

function plainStep(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
  page: PageName,
  shown: readonly string[],
): Promise<FastifyReply> {
  const status = shown.some((note) => note === 'invalid-input' || note.startsWith('too-many'))
    ? REFUSED
    : 200;
  return parts.send(request, reply, page, {
    status,
    fill: (html) => fillFlow(html, { shown, values: {} }),
  });
}

async function forgot(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const login = formField(request, 'login').trim();
  try {
    if (login === '') throw new ProblemError('invalid-input');
    const ceremonyToken = await beginReset(parts.open(), parts.visitor(request), login);
    setCeremonyCookie(reply, ceremonyToken, parts.isHttps);
    return reply.redirect('/sign-in/proof', 303);
  } catch (error) {
    return plainStep(parts, request, reply, 'forgotPassword', [problemCode(error)]);
  }
}

async function remind(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const email = formField(request, 'email').trim();
  try {
    if (email === '') throw new ProblemError('invalid-input');
    await remindOfUserName(parts.open(), parts.visitor(request), email);
    return await plainStep(parts, request, reply, 'forgotUserName', ['reminded']);
  } catch (error) {
    return plainStep(parts, request, reply, 'forgotUserName', [problemCode(error)]);
  }
}

async function setPassword(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const password = formField(request, 'password', 512);
  try {
    const visitor = parts.visitor(request);
    return leadOn(parts, reply, await finishReset(parts.open(), visitor, password));
  } catch (error) {
    const note = problemCode(error);
    if (isOver(note)) return toSignIn(reply, error);
    if (note === 'proof-not-asked') return reply.redirect('/sign-in/proof', 303);
    const { faults = '', least = '' } = error instanceof ProblemError ? error.facts : {};
    return showStep(parts, request, reply, {
      page: 'newPassword',
      note: note === 'busy' ? 'too-many-attempts' : note,
      shown: faults.split(' ').filter((fault) => fault !== ''),
      values: { least },
      status: REFUSED,
    });
  }
}
