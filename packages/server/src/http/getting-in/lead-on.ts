import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Progress } from '../../people/ceremony/progress.ts';
import type { Visitor } from '../../people/sign-in/visitor.ts';
import type { SendPage } from '../page-names.ts';
import { clearCeremonyCookie, welcome } from '../session-cookie.ts';

/** What the pages of getting in share: the open shell, who asks, and how a page is sent. */
export type GettingIn = {
  readonly open: () => Shell;
  readonly visitor: (request: FastifyRequest) => Visitor;
  readonly send: SendPage;
  readonly isHttps: boolean;
};

/** Leads on after a step: in, or to the next proof. */
export function leadOn(
  parts: Pick<GettingIn, 'isHttps'>,
  reply: FastifyReply,
  { state, signedIn }: Progress,
): FastifyReply {
  if (signedIn === null) {
    return reply.redirect(nextPage(state), 303);
  }
  welcome(reply, signedIn, parts.isHttps);
  clearCeremonyCookie(reply, parts.isHttps);
  return reply.redirect('/contracts', 303);
}

function nextPage(state: Progress['state']): string {
  const isOpen = state?.next === 'open';
  if (state?.purpose === 'register') return isOpen ? '/register/account' : '/register/email';
  return isOpen ? '/sign-in/new-password' : '/sign-in/proof';
}

/** Back to the beginning, with the reason; anything but a lawful "no" is a fault of ours. */
export function toSignIn(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof ProblemError)) throw error;
  return reply.redirect(`/sign-in?problem=${error.code}`, 303);
}
