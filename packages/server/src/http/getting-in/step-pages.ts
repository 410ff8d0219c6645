import type { Proof } from '@roadbook/domain/person/proof';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../operation/problem-error.ts';
import { getCeremony } from '../../people/ceremony/answer-ceremony.ts';
import { askForCode } from '../../people/ceremony/prove.ts';
import type { CodeWay } from '../../people/ceremony/send-code.ts';
import type { Visitor } from '../../people/sign-in/visitor.ts';
import type { PageName } from '../page-names.ts';
import { type Flow, fillFlow } from './flow-page.ts';
import { type GettingIn, toSignIn } from './lead-on.ts';

export type StepState = Awaited<ReturnType<typeof getCeremony>>;

/** The pages on which a proof is typed, and their addresses. */
export const WAY_PAGES: Readonly<Partial<Record<Proof, string>>> = {
  'mail-code': '/sign-in/proof/code?way=mail-code',
  'text-code': '/sign-in/proof/code?way=text-code',
  'new-mail-code': '/sign-in/proof/code?way=new-mail-code',
  app: '/sign-in/proof/app',
  'recovery-code': '/sign-in/proof/recovery-code',
  facts: '/sign-in/proof/facts',
};

export function isCodeWay(way: string): way is CodeWay {
  return way === 'mail-code' || way === 'text-code' || way === 'new-mail-code';
}

type StepToShow = {
  readonly page: PageName;
  /** The way of a code's page. */
  readonly way?: CodeWay;
  /** The problem, or the news, that the page begins with. */
  readonly note?: string;
  readonly status?: number;
  /** What was typed and is kept on an error. */
  readonly values?: Readonly<Record<string, string>>;
  readonly shown?: readonly string[];
};

/** Sends the page of a step as the ceremony stands; back to the beginning where there is none. */
export async function showStep(
  parts: GettingIn,
  request: FastifyRequest,
  reply: FastifyReply,
  step: StepToShow,
): Promise<FastifyReply> {
  const shell = parts.open();
  const visitor = parts.visitor(request);
  let state: StepState;
  try {
    state = await getCeremony({ shell, visitor, body: null });
  } catch (error) {
    return toSignIn(reply, error);
  }
  const flow = flowOf(state, step);
  return parts.send(request, reply, step.page, {
    status: step.status ?? 200,
    fill: (html) => fillFlow(html, flow),
  });
}

function flowOf(state: StepState, { way, note, shown = [], values = {} }: StepToShow): Flow {
  const to = way === 'text-code' ? state.phone : state.mail;
  return {
    shown: [
      state.purpose,
      ...state.ways,
      to === null ? 'not-told' : 'told-to',
      ...(state.purpose === 'register' ? [] : ['getting-in']),
      ...(state.ways.length > 1 && state.purpose !== 'register' ? ['other-way'] : []),
      ...(note === undefined ? [] : [note]),
      ...shown,
    ],
    values: {
      to: to ?? '',
      way: way ?? '',
      mail: state.mail ?? '',
      phone: state.phone ?? '',
      ...values,
    },
  };
}

/** Where the next proof is typed: its own page where it is the only way, else the choice. */
export async function sendCodeIfOnlyWay(
  parts: GettingIn,
  visitor: Visitor,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const shell = parts.open();
  const { ways } = await getCeremony({ shell, visitor, body: null });
  const [only = 'facts', ...others] = ways;
  if (others.length > 0) return reply.redirect('/sign-in/proof', 303);
  if (isCodeWay(only)) await askForCode(shell, visitor, only);
  return reply.redirect(WAY_PAGES[only] ?? '/sign-in/proof', 303);
}

/** The code of a lawful "no"; anything else is a fault of ours and is thrown on. */
export function problemCode(error: unknown): string {
  if (!(error instanceof ProblemError)) throw error;
  return error.code;
}

/** Problems after which there is nothing to go on with. */
export function isOver(code: string): boolean {
  return code === 'ceremony-over' || code === 'access-closed';
}
