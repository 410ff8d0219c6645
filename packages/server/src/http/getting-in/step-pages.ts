import type { Proof } from '@roadbook/domain/person/proof';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localTime } from '../../lender/local-time.ts';
import { recoveryTimes } from '../../lender/recovery-times.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { getCeremony } from '../../people/ceremony/answer-ceremony.ts';
import { ceremonyFor } from '../../people/ceremony/progress.ts';
import { askForCode } from '../../people/ceremony/prove.ts';
import type { CodeWay } from '../../people/ceremony/send-code.ts';
import { askedSoFar, type LostEverything } from '../../people/recovery/lost-everything.ts';
import type { Visitor } from '../../people/sign-in/visitor.ts';
import type { PageName } from '../page-names.ts';
import { type Flow, fillFlow } from './flow-page.ts';
import { type GettingIn, toSignIn } from './lead-on.ts';

/** The status of a page that says why something was not taken. */
export const REFUSED = 422;

export type StepState = Awaited<ReturnType<typeof getCeremony>>;

/** The pages on which a proof is typed, and their addresses. */
export const WAY_PAGES: Readonly<Partial<Record<Proof, string>>> = {
  'mail-code': '/sign-in/proof/code?way=mail-code',
  'text-code': '/sign-in/proof/code?way=text-code',
  'new-mail-code': '/sign-in/proof/code?way=new-mail-code',
  app: '/sign-in/proof/app',
  'recovery-code': '/sign-in/proof/recovery-code',
  facts: '/sign-in/proof/facts',
  letter: '/sign-in/proof/letter',
  'call-back': '/sign-in/proof/call-back',
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
  let asked: LostEverything | null = null;
  try {
    state = await getCeremony({ shell, visitor, body: null });
    if (state.purpose === 'lost-everything') {
      asked = askedSoFar(shell, await ceremonyFor(shell, visitor));
    }
  } catch (error) {
    return toSignIn(reply, error);
  }
  const own = flowOf(state, step);
  const more = asked === null ? NOTHING_ASKED : lostFlow(shell, state, asked);
  const flow = {
    shown: [...own.shown, ...more.shown],
    values: { ...more.values, ...own.values },
  };
  return parts.send(request, reply, step.page, {
    status: step.status ?? 200,
    fill: (html) => fillFlow(html, flow),
  });
}

const NOTHING_ASKED: Flow = { shown: [], values: {} };

/** What the pages of a way back say: what was asked for, and how long it takes. */
function lostFlow(
  { lender }: Pick<Shell, 'lender'>,
  { waitUntil, phone }: StepState,
  { letterOn, call, noFeesUntil }: LostEverything,
): Flow {
  const { waitHours, quietHours, letterDays } = recoveryTimes(lender);
  const wait = waitUntil === null ? null : localTime(lender, waitUntil);
  return {
    shown: [
      letterOn === null ? 'letter-not-asked' : 'letter-asked',
      call === null ? 'call-not-asked' : 'call-asked',
      ...(noFeesUntil === null ? [] : ['no-fees']),
      ...(phone === null ? [] : ['has-phone']),
    ],
    values: {
      letterOn: letterOn === null ? '' : spokenDay(letterOn),
      promisedOn: call === null ? '' : spokenDay(call.promisedOn),
      callCode: (call?.code ?? '').replace(/(.{4})(?=.)/, '$1 '),
      noFeesUntil: noFeesUntil === null ? '' : spokenDay(noFeesUntil),
      waitUntil: wait === null ? '' : `${spokenDay(wait.day)}, ${wait.time}`,
      waitHours: String(waitHours),
      quietHours: String(quietHours),
      letterDays: String(letterDays),
    },
  };
}

/** "Friday, December 4", as the letters say it. */
const spokenDay = (day: string): string =>
  new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

function flowOf(state: StepState, { way, note, shown = [], values = {} }: StepToShow): Flow {
  const to = way === 'text-code' ? state.phone : state.mail;
  return {
    shown: [
      state.purpose,
      state.next,
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
