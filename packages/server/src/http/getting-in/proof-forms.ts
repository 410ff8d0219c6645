import { ContractFacts, ProveCode } from '@roadbook/api/schema/ceremony';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../operation/problem-error.ts';
import { askForCode, proveByCode, proveByFacts } from '../../people/ceremony/prove.ts';
import type { PageName } from '../page-names.ts';
import { formField } from '../read-form.ts';
import { type GettingIn, leadOn, toSignIn } from './lead-on.ts';
import { isCodeWay, isOver, problemCode, REFUSED, showStep, WAY_PAGES } from './step-pages.ts';

/** The second proof, step by step: choose a way, get a code, type it. */
export function registerProofForms(plugin: FastifyInstance, parts: GettingIn): void {
  type Asked = { readonly way?: string; readonly note?: string };
  plugin.get('/sign-in/proof', (request, reply) =>
    showStep(parts, request, reply, { page: 'proof' }),
  );
  plugin.get<{ Querystring: Asked }>('/sign-in/proof/code', (request, reply) => {
    const { way = '', note } = request.query;
    if (!isCodeWay(way)) return reply.redirect('/sign-in/proof', 303);
    const told = note === 'sent' ? { note } : {};
    return showStep(parts, request, reply, { page: 'code', way, ...told });
  });
  plugin.get('/sign-in/proof/app', (request, reply) =>
    showStep(parts, request, reply, { page: 'appCode' }),
  );
  plugin.get('/sign-in/proof/recovery-code', (request, reply) =>
    showStep(parts, request, reply, { page: 'recoveryCode' }),
  );
  plugin.get('/sign-in/proof/facts', (request, reply) =>
    showStep(parts, request, reply, { page: 'facts' }),
  );
  plugin.post('/sign-in/proof/send', (request, reply) => sendCode(parts, request, reply));
  plugin.post('/sign-in/proof/code', (request, reply) => proveCode(parts, request, reply));
  plugin.post('/sign-in/proof/facts', (request, reply) => proveFacts(parts, request, reply));
}

async function sendCode(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const way = formField(request, 'way', 20);
  if (!isCodeWay(way)) return reply.redirect('/sign-in/proof', 303);
  // Sent from the page of the code itself, it is another one.
  const isAgain = (request.headers.referer ?? '').includes('/sign-in/proof/code');
  try {
    await askForCode(parts.open(), parts.visitor(request), way);
    return reply.redirect(`${WAY_PAGES[way]}${isAgain ? '&note=sent' : ''}`, 303);
  } catch (error) {
    const note = problemCode(error);
    if (isOver(note)) return toSignIn(reply, error);
    const page = note === 'too-many-codes' ? 'code' : 'proof';
    return showStep(parts, request, reply, { page, way, note, status: REFUSED });
  }
}

const CODE_PAGES: Readonly<Record<string, PageName>> = {
  app: 'appCode',
  'recovery-code': 'recoveryCode',
};

async function proveCode(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const way = formField(request, 'way', 20);
  try {
    const read = ProveCode.safeParse({ way, code: formField(request, 'code', 40) });
    if (!read.success) throw new ProblemError('code-wrong');
    const { code } = read.data;
    return leadOn(
      parts,
      reply,
      await proveByCode(parts.open(), parts.visitor(request), read.data.way, code),
    );
  } catch (error) {
    const note = problemCode(error);
    if (isOver(note)) return toSignIn(reply, error);
    const page = note === 'proof-not-asked' ? 'proof' : (CODE_PAGES[way] ?? 'code');
    const codeWay = isCodeWay(way) ? { way } : {};
    return showStep(parts, request, reply, { page, ...codeWay, note, status: REFUSED });
  }
}

/** The facts as a form has them: the date in three parts, as people write it. */
export function typedFacts(request: FastifyRequest) {
  const part = (name: string): string => formField(request, name, 60).trim();
  const [month, day, year] = [part('month'), part('day'), part('year')];
  const birth = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = ContractFacts.safeParse({
    contractNumber: part('contractNumber'),
    dateOfBirth: birth,
    // A lender may ask for all nine digits in place of the last four.
    ssnLastFour: part('ssnLastFour') || part('ssn').slice(-4),
    zip: part('zip'),
  });
  const kept = { contractNumber: part('contractNumber'), month, day, year, zip: part('zip') };
  return { facts: read.success ? read.data : null, kept };
}

async function proveFacts(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { facts, kept } = typedFacts(request);
  try {
    if (facts === null) throw new ProblemError('invalid-input');
    return leadOn(parts, reply, await proveByFacts(parts.open(), parts.visitor(request), facts));
  } catch (error) {
    const note = problemCode(error);
    if (isOver(note)) return toSignIn(reply, error);
    const page = note === 'proof-not-asked' ? 'proof' : 'facts';
    return showStep(parts, request, reply, { page, note, status: REFUSED, values: kept });
  }
}
