import { AskRecoveryCall, ProveRecovery } from '@roadbook/api/schema/ceremony';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askRecoveryCall } from '../../contracts/call-backs/ask-recovery-call.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import {
  askRecoveryLetter,
  beginLostEverything,
  proveByRecoveryCode,
} from '../../people/recovery/lost-everything.ts';
import type { PageName } from '../page-names.ts';
import { formField } from '../read-form.ts';
import { setCeremonyCookie } from '../session-cookie.ts';
import { fillFlow } from './flow-page.ts';
import { type GettingIn, leadOn, toSignIn } from './lead-on.ts';
import { typedFacts } from './proof-forms.ts';
import { isOver, problemCode, REFUSED, showStep } from './step-pages.ts';

/** Lost everything: the facts, a letter or a call, a waiting time, and then a new password. */
export function registerLostForms(plugin: FastifyInstance, parts: GettingIn): void {
  plugin.get('/sign-in/lost-everything', (request, reply) => showBegin(parts, request, reply));
  plugin.post('/sign-in/lost-everything', (request, reply) => begin(parts, request, reply));
  for (const [page, address] of [
    ['letter', '/sign-in/proof/letter'],
    ['callBack', '/sign-in/proof/call-back'],
  ] as const) {
    plugin.get(address, (request, reply) => showStep(parts, request, reply, { page }));
  }
  plugin.post('/sign-in/proof/letter', (request, reply) =>
    ask(parts, request, reply, { page: 'letter', address: '/sign-in/proof/letter' }, () =>
      askRecoveryLetter(parts.open(), parts.visitor(request)),
    ),
  );
  plugin.post('/sign-in/proof/call-back', (request, reply) =>
    ask(parts, request, reply, { page: 'callBack', address: '/sign-in/proof/call-back' }, () => {
      const partOfDay = formField(request, 'partOfDay', 20);
      const read = AskRecoveryCall.safeParse(partOfDay === '' ? {} : { partOfDay });
      if (!read.success) throw new ProblemError('invalid-input');
      return askRecoveryCall(parts.open(), parts.visitor(request), read.data.partOfDay);
    }),
  );
  plugin.post('/sign-in/proof/recovery', (request, reply) => prove(parts, request, reply));
}

function showBegin(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
  note?: string,
  values: Readonly<Record<string, string>> = {},
): Promise<FastifyReply> {
  return parts.send(request, reply, 'lostEverything', {
    status: note === undefined ? 200 : REFUSED,
    fill: (html) => fillFlow(html, { shown: note === undefined ? [] : [note], values }),
  });
}

async function begin(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { facts, kept } = typedFacts(request);
  try {
    if (facts === null) throw new ProblemError('invalid-input');
    const token = await beginLostEverything(parts.open(), parts.visitor(request), facts);
    setCeremonyCookie(reply, token, parts.isHttps);
    return reply.redirect('/sign-in/proof', 303);
  } catch (error) {
    const note = problemCode(error);
    if (note === 'access-closed') return toSignIn(reply, error);
    return showBegin(parts, request, reply, note, kept);
  }
}

/** Asks for a letter or a call, and shows the page of it, which says what was asked for. */
async function ask(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
  { page, address }: { readonly page: PageName; readonly address: string },
  act: () => Promise<unknown>,
): Promise<FastifyReply> {
  try {
    await act();
    return reply.redirect(address, 303);
  } catch (error) {
    return refuse(parts, request, reply, page, error);
  }
}

async function prove(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const page = formField(request, 'way', 20) === 'call-back' ? 'callBack' : 'letter';
  try {
    const read = ProveRecovery.safeParse({ code: formField(request, 'code', 40) });
    if (!read.success) throw new ProblemError('recovery-code-wrong');
    const { code } = read.data;
    const visitor = parts.visitor(request);
    return leadOn(parts, reply, await proveByRecoveryCode(parts.open(), visitor, code));
  } catch (error) {
    return refuse(parts, request, reply, page, error);
  }
}

function refuse(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
  page: PageName,
  error: unknown,
): FastifyReply | Promise<FastifyReply> {
  const note = problemCode(error);
  if (isOver(note)) return toSignIn(reply, error);
  const where = note === 'proof-not-asked' ? 'proof' : page;
  return showStep(parts, request, reply, { page: where, note, status: REFUSED });
}
