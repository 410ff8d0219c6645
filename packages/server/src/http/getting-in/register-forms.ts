import {
  FinishRegistration,
  RegisterEmail,
  RegisterFacts,
  RegisterLetter,
  RegisterOnFile,
} from '@roadbook/api/schema/registration';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { termsOf } from '../../people/registration/accepted-terms.ts';
import { addContract } from '../../people/registration/add-contract.ts';
import * as begin from '../../people/registration/begin-registration.ts';
import { finishRegistration } from '../../people/registration/finish-registration.ts';
import { provenRegistration, useEmail } from '../../people/registration/registration-step.ts';
import { type CustomerSession, findSession } from '../../people/session.ts';
import type { PageName } from '../page-names.ts';
import { formField } from '../read-form.ts';
import { setCeremonyCookie } from '../session-cookie.ts';
import { siteOf } from '../site.ts';
import { type Flow, fillFlow } from './flow-page.ts';
import { type GettingIn, leadOn, toSignIn } from './lead-on.ts';
import { typedFacts } from './proof-forms.ts';
import { isOver, problemCode, showStep, WAY_PAGES } from './step-pages.ts';

const REFUSED = 422;

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Opening an account without script: who one is, by three ways; an email; what to sign in by. */
export function registerRegisterForms(plugin: FastifyInstance, parts: GettingIn): void {
  const on = (url: string, get: Answer, post: Answer): void => {
    plugin.get(url, get);
    plugin.post(url, post);
  };
  const show =
    (page: PageName): Answer =>
    (request, reply) =>
      plain(parts, request, reply, page, NOTHING);
  on('/register', show('register'), (request, reply) => byFacts(parts, request, reply));
  on('/register/on-file', show('registerOnFile'), (request, reply) =>
    onFile(parts, request, reply),
  );
  on('/register/letter', show('registerLetter'), (request, reply) =>
    byLetter(parts, request, reply),
  );
  on(
    '/register/email',
    (request, reply) => showStep(parts, request, reply, { page: 'registerEmail' }),
    (request, reply) => takeEmail(parts, request, reply),
  );
  on(
    '/register/account',
    (request, reply) => showAccount(parts, request, reply, NOTHING),
    (request, reply) => finish(parts, request, reply),
  );
  plugin.get('/terms', show('terms'));
}

const NOTHING: Flow = { shown: [], values: {} };

/** A page that belongs to no ceremony yet. */
async function plain(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
  page: PageName,
  { shown, values }: Flow,
): Promise<FastifyReply> {
  const shell = parts.open();
  const isAdding = (await sessionOf(parts, request, shell)) !== null;
  const flow: Flow = {
    shown: [...shown, ...rulesShown(shell), isAdding ? 'adding' : 'opening'],
    values: { ...values, ...termsValues(shell) },
  };
  return parts.send(request, reply, page, {
    status: shown.length === 0 ? 200 : REFUSED,
    fill: (html) => fillFlow(html, flow),
  });
}

function rulesShown(shell: Shell): string[] {
  return [
    shell.lender.registration.ssn === 'full' ? 'ssn-full' : 'ssn-last-four',
    termsOf(shell) === null ? 'no-terms' : 'terms',
  ];
}

function termsValues(shell: Shell): Record<string, string> {
  const terms = termsOf(shell);
  return { terms: terms?.paragraphs.join('\n\n') ?? '', version: terms?.version ?? '' };
}

function sessionOf(
  parts: GettingIn,
  request: FastifyRequest,
  { store, clock }: Shell,
): Promise<CustomerSession | null> {
  const { earlierToken } = parts.visitor(request);
  return earlierToken === null ? Promise.resolve(null) : findSession(store, earlierToken, clock());
}

/** Whoever is signed in adds the contract; anybody else begins to open an account. */
async function byFacts(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const shell = parts.open();
  const visitor = parts.visitor(request);
  const { facts, kept } = typedFacts(request);
  const ssn = formField(request, 'ssn', 20).replaceAll(/[\s-]/g, '');
  try {
    const read = RegisterFacts.safeParse({ ...facts, ...(ssn === '' ? {} : { ssn }) });
    if (!read.success) throw new ProblemError('invalid-input');
    const session = await sessionOf(parts, request, shell);
    if (session !== null) {
      await addContract(shell, session, visitor.network, read.data);
      return reply.redirect('/contracts', 303);
    }
    const token = await begin.registerByFacts(shell, visitor, read.data);
    return on(parts, reply, token, '/register/email');
  } catch (error) {
    const flow = { shown: [problemCode(error)], values: kept };
    return plain(parts, request, reply, 'register', flow);
  }
}

async function onFile(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const field = (name: string): string => formField(request, name).trim();
  const kept = {
    name: field('name'),
    email: field('email'),
    contractNumber: field('contractNumber'),
  };
  const by = field('by');
  try {
    const read = RegisterOnFile.safeParse({ ...kept, by });
    if (!read.success) throw new ProblemError('invalid-input');
    const token = await begin.registerOnFile(parts.open(), parts.visitor(request), read.data);
    return on(parts, reply, token, WAY_PAGES[read.data.by] ?? '/register');
  } catch (error) {
    const flow = { shown: [problemCode(error)], values: kept };
    return plain(parts, request, reply, 'registerOnFile', flow);
  }
}

async function byLetter(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const code = formField(request, 'code', 40).trim();
  try {
    const read = RegisterLetter.safeParse({ code });
    if (!read.success) throw new ProblemError('invalid-input');
    const { code: typed } = read.data;
    const token = await begin.registerByLetter(parts.open(), parts.visitor(request), typed);
    return on(parts, reply, token, '/register/email');
  } catch (error) {
    const flow = { shown: [problemCode(error)], values: { code } };
    return plain(parts, request, reply, 'registerLetter', flow);
  }
}

/** Ties the browser to its ceremony and leads on. */
function on(parts: GettingIn, reply: FastifyReply, token: string, page: string): FastifyReply {
  setCeremonyCookie(reply, token, parts.isHttps);
  return reply.redirect(page, 303);
}

async function takeEmail(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const email = formField(request, 'email').trim();
  const again = (note: string): Promise<FastifyReply> =>
    showStep(parts, request, reply, {
      page: 'registerEmail',
      note,
      status: REFUSED,
      values: { email },
    });
  try {
    const read = RegisterEmail.safeParse({ email });
    if (!read.success) return await again('email-not-valid');
    await useEmail(parts.open(), parts.visitor(request), read.data.email);
    return reply.redirect(WAY_PAGES['new-mail-code'] ?? '/register/email', 303);
  } catch (error) {
    const note = problemCode(error);
    if (isOver(note)) return toSignIn(reply, error);
    // The email is confirmed already: what is asked now is on the next page.
    return note === 'proof-not-asked' ? reply.redirect('/register/account', 303) : again(note);
  }
}

/** The last page: what to sign in by. Whoever has not proven enough is led to what is missing. */
async function showAccount(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
  { shown, values }: Flow,
): Promise<FastifyReply> {
  const shell = parts.open();
  let email: string;
  try {
    ({ email } = await provenRegistration(shell, parts.visitor(request)));
  } catch (error) {
    if (problemCode(error) === 'proof-not-asked') return reply.redirect('/register/email', 303);
    return toSignIn(reply, error);
  }
  return showStep(parts, request, reply, {
    page: 'registerAccount',
    status: shown.length === 0 ? 200 : REFUSED,
    shown: [...shown, ...rulesShown(shell)],
    values: { ...termsValues(shell), email, ...values },
  });
}

async function finish(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const field = (name: string, most?: number): string | null => {
    const typed = formField(request, name, most);
    return typed === '' ? null : typed;
  };
  const again = (shown: readonly string[], least = ''): Promise<FastifyReply> => {
    const values = { userName: field('userName') ?? '', least };
    return showAccount(parts, request, reply, { shown, values });
  };
  const visitor = parts.visitor(request);
  const from = { site: siteOf(request, parts.isHttps), userAgent: visitor.userAgent };
  try {
    const read = FinishRegistration.safeParse({
      userName: field('userName')?.trim() ?? null,
      password: field('password', 512),
      passkey: passkeyOf(field('passkey', 30_000)),
      termsVersion: field('terms', 60),
    });
    if (!read.success) return await again([whatIsWrong(read.error.issues)]);
    return leadOn(parts, reply, await finishRegistration(parts.open(), visitor, from, read.data));
  } catch (error) {
    const note = problemCode(error);
    if (isOver(note) || note === 'known-already') return toSignIn(reply, error);
    const { faults = '', least = '' } = error instanceof ProblemError ? error.facts : {};
    return again([note, ...faults.split(' ').filter((fault) => fault !== '')], least);
  }
}

/** What a device made, as the page's script put it into the form. */
function passkeyOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('passkey-refused');
  }
}

/** The field that cannot be read, as the page names it. */
function whatIsWrong(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const fields = issues.map(({ path }) => path[0]);
  if (fields.includes('userName')) return 'user-name-not-valid';
  return fields.includes('passkey') ? 'passkey-refused' : 'invalid-input';
}
