import type { FastifyReply, FastifyRequest } from 'fastify';

/** The pages of the built portal and their files. */
export const PAGES = {
  home: 'index.html',
  signIn: 'sign-in.html',
  refused: 'sign-in.refused.html',
  throttled: 'sign-in.throttled.html',
  sessionEnded: 'sign-in.session-ended.html',
  signedOut: 'sign-in.signed-out.html',
  over: 'sign-in.over.html',
  closed: 'sign-in.closed.html',
  busy: 'sign-in.busy.html',
  proof: 'sign-in.proof.html',
  code: 'sign-in.code.html',
  appCode: 'sign-in.app.html',
  recoveryCode: 'sign-in.recovery-code.html',
  facts: 'sign-in.facts.html',
  forgotPassword: 'sign-in.forgot-password.html',
  forgotUserName: 'sign-in.forgot-user-name.html',
  newPassword: 'sign-in.new-password.html',
  lostEverything: 'sign-in.lost-everything.html',
  letter: 'sign-in.letter.html',
  callBack: 'sign-in.call-back.html',
  notMe: 'sign-in.not-me.html',
  known: 'sign-in.known.html',
  register: 'register.html',
  registerOnFile: 'register.on-file.html',
  registerLetter: 'register.letter.html',
  registerEmail: 'register.email.html',
  registerAccount: 'register.account.html',
  terms: 'register.terms.html',
  contact: 'contact.html',
  notFound: 'not-found.html',
  offline: 'offline.html',
  app: 'app.html',
  leaseEnd: 'lease-end.html',
  leaseEndAsk: 'lease-end.ask.html',
  leaseEndPlan: 'lease-end.plan.html',
  leaseEndWalk: 'lease-end.walk.html',
} as const;

export type PageName = keyof typeof PAGES;

/** Sends a page in the lender's name. */
export type SendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  name: PageName,
  more?: { readonly status?: number; readonly fill?: (html: string) => string },
) => Promise<FastifyReply>;
