import * as ceremonyOperations from '@roadbook/api/operations/ceremony';
import * as guest from '@roadbook/api/operations/guest';
import * as passkeyOperations from '@roadbook/api/operations/passkeys';
import * as sessionOperations from '@roadbook/api/operations/session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { askRecoveryCall } from '../../contracts/call-backs/ask-recovery-call.ts';
import { findGuestContract } from '../../money/guest/find-guest-contract.ts';
import { findGuestReceipt } from '../../money/guest/guest-receipt.ts';
import { payAsGuest } from '../../money/guest/pay-as-guest.ts';
import { describeSession } from '../../people/answer-session.ts';
import * as ceremony from '../../people/ceremony/answer-ceremony.ts';
import { ceremonyFor } from '../../people/ceremony/progress.ts';
import { askForPasskey, proveByPasskey } from '../../people/passkeys/by-passkey.ts';
import {
  askedSoFar,
  askRecoveryLetter,
  beginLostEverything,
  presentAsked,
  proveByRecoveryCode,
} from '../../people/recovery/lost-everything.ts';
import { beginReset, finishReset } from '../../people/recovery/reset-password.ts';
import { remindOfUserName } from '../../people/recovery/user-name-reminder.ts';
import { signInByPassword } from '../../people/sign-in/by-password.ts';
import type { Visitor } from '../../people/sign-in/visitor.ts';
import { type BoundShell, binderFor } from '../bind.ts';
import { answerInEvenTime } from '../even-time.ts';
import { checkOrigin } from '../origin-check.ts';
import type { PublicAddress } from '../public-address.ts';
import { clearCeremonyCookie, setCeremonyCookie, visitorOf, welcome } from '../session-cookie.ts';
import { siteOf } from '../site.ts';
import { type Keep, registerRegistration } from './registration.ts';

/** What anybody may call. */
export function registerPublic(
  plugin: FastifyInstance,
  shell: BoundShell,
  { isHttps, address }: { readonly isHttps: boolean; readonly address: PublicAddress | null },
): void {
  plugin.addHook('onRequest', async (request) => checkOrigin(request, address));
  answerInEvenTime(plugin);
  const on = binderFor(
    plugin,
    shell,
    (request: FastifyRequest): Visitor => visitorOf(request, isHttps),
  );
  const keep: Keep = (reply, { answer, signedIn }) => {
    if (signedIn !== null) {
      welcome(reply, signedIn, isHttps);
      clearCeremonyCookie(reply, isHttps);
    }
    return answer;
  };
  on(sessionOperations.signIn, async ({ shell: open, caller, body }, { reply }) => {
    const entered = await signInByPassword(open, caller, body);
    if (entered.signedIn === null) {
      setCeremonyCookie(reply, entered.ceremonyToken, isHttps);
      throw entered.problem;
    }
    welcome(reply, entered.signedIn, isHttps);
    return describeSession(open, entered.signedIn);
  });
  on(ceremonyOperations.getCeremony, ({ shell: open, caller: visitor, body }) =>
    ceremony.getCeremony({ shell: open, visitor, body }),
  );
  on(ceremonyOperations.sendCeremonyCode, ({ shell: open, caller: visitor, body }) =>
    ceremony.sendCeremonyCode({ shell: open, visitor, body }),
  );
  on(
    ceremonyOperations.proveCeremonyCode,
    async ({ shell: open, caller: visitor, body }, { reply }) =>
      keep(reply, await ceremony.proveCeremonyCode({ shell: open, visitor, body })),
  );
  on(
    ceremonyOperations.proveCeremonyFacts,
    async ({ shell: open, caller: visitor, body }, { reply }) =>
      keep(reply, await ceremony.proveCeremonyFacts({ shell: open, visitor, body })),
  );
  on(passkeyOperations.askPasskey, async ({ shell: open, caller }, { request, reply }) => {
    const { options, ceremonyToken } = await askForPasskey(open, caller, siteOf(request, isHttps));
    if (ceremonyToken !== null) setCeremonyCookie(reply, ceremonyToken, isHttps);
    return { options };
  });
  on(passkeyOperations.provePasskey, async ({ shell: open, caller, body }, { request, reply }) => {
    const site = siteOf(request, isHttps);
    const progress = await proveByPasskey(open, caller, site, body.credential);
    return keep(reply, await ceremony.answered(open, progress));
  });
  on(ceremonyOperations.beginPasswordReset, async ({ shell: open, caller, body }, { reply }) => {
    const ceremonyToken = await beginReset(open, caller, body.login);
    setCeremonyCookie(reply, ceremonyToken, isHttps);
    const visitor = { ...caller, ceremonyToken };
    return ceremony.getCeremony({ shell: open, visitor, body });
  });
  on(ceremonyOperations.setCeremonyPassword, async ({ shell: open, caller, body }, { reply }) => {
    const progress = await finishReset(open, caller, body.password);
    return keep(reply, await ceremony.answered(open, progress));
  });
  registerLostEverything(on, keep, isHttps);
  registerRegistration(on, keep, isHttps);
  on(ceremonyOperations.remindUserName, async ({ shell: open, caller, body }) => {
    await remindOfUserName(open, caller, body.email);
    return {};
  });
  on(guest.findGuestContract, ({ shell: open, body }, { request }) =>
    findGuestContract(open, { ...body, network: request.ip }),
  );
  on(guest.payAsGuest, ({ shell: open, body, key }, { request }) =>
    payAsGuest(open, { ...body, key, network: request.ip }),
  );
  on(guest.getGuestReceipt, ({ shell: open, body }, { request }) =>
    findGuestReceipt(open, { ...body, network: request.ip }),
  );
}

type On = ReturnType<typeof binderFor<Visitor>>;

/** The way back of somebody who has nothing left to prove with. */
function registerLostEverything(on: On, keep: Keep, isHttps: boolean): void {
  on(ceremonyOperations.beginLostEverything, async ({ shell: open, caller, body }, { reply }) => {
    const ceremonyToken = await beginLostEverything(open, caller, body);
    setCeremonyCookie(reply, ceremonyToken, isHttps);
    return ceremony.getCeremony({ shell: open, visitor: { ...caller, ceremonyToken }, body });
  });
  on(ceremonyOperations.getRecoveryAsked, async ({ shell: open, caller }) =>
    presentAsked(askedSoFar(open, await ceremonyFor(open, caller))),
  );
  on(ceremonyOperations.askRecoveryLetter, async ({ shell: open, caller }) =>
    presentAsked(await askRecoveryLetter(open, caller)),
  );
  on(ceremonyOperations.askRecoveryCall, async ({ shell: open, caller, body }) =>
    presentAsked(await askRecoveryCall(open, caller, body.partOfDay)),
  );
  on(ceremonyOperations.proveRecovery, async ({ shell: open, caller, body }, { reply }) =>
    keep(reply, await ceremony.answered(open, await proveByRecoveryCode(open, caller, body.code))),
  );
}
