import * as operations from '@roadbook/api/operations/registration';
import type { FastifyReply } from 'fastify';
import type { Shell } from '../../operation/shell.ts';
import * as ceremony from '../../people/ceremony/answer-ceremony.ts';
import { registrationRules } from '../../people/registration/accepted-terms.ts';
import * as begin from '../../people/registration/begin-registration.ts';
import {
  askForFirstPasskey,
  finishRegistration,
} from '../../people/registration/finish-registration.ts';
import { useEmail } from '../../people/registration/registration-step.ts';
import type { Visitor } from '../../people/sign-in/visitor.ts';
import type { binderFor } from '../bind.ts';
import { setCeremonyCookie } from '../session-cookie.ts';
import { siteOf } from '../site.ts';

/** Keeps the session of an answer in the browser; the ceremony that led to it is over. */
export type Keep = <Answer>(reply: FastifyReply, answered: ceremony.Answered<Answer>) => Answer;

/** Opening an account, as anybody may begin it. */
export function registerRegistration(
  on: ReturnType<typeof binderFor<Visitor>>,
  keep: Keep,
  isHttps: boolean,
): void {
  /** Ties the browser to what was begun, and says how far that is. */
  const begun = (shell: Shell, caller: Visitor, ceremonyToken: string, reply: FastifyReply) => {
    setCeremonyCookie(reply, ceremonyToken, isHttps);
    return ceremony.getCeremony({ shell, visitor: { ...caller, ceremonyToken }, body: null });
  };
  on(operations.getRegistration, async ({ shell }) => registrationRules(shell));
  on(operations.registerByFacts, async ({ shell, caller, body }, { reply }) =>
    begun(shell, caller, await begin.registerByFacts(shell, caller, body), reply),
  );
  on(operations.registerByLetter, async ({ shell, caller, body }, { reply }) =>
    begun(shell, caller, await begin.registerByLetter(shell, caller, body.code), reply),
  );
  on(operations.registerOnFile, async ({ shell, caller, body }, { reply }) =>
    begun(shell, caller, await begin.registerOnFile(shell, caller, body), reply),
  );
  on(operations.setRegistrationEmail, ({ shell, caller, body }) =>
    useEmail(shell, caller, body.email),
  );
  on(operations.askRegistrationPasskey, ({ shell, caller }, { request }) =>
    askForFirstPasskey(shell, caller, siteOf(request, isHttps)),
  );
  on(operations.finishRegistration, async ({ shell, caller, body }, { request, reply }) => {
    const from = { site: siteOf(request, isHttps), userAgent: caller.userAgent };
    const progress = await finishRegistration(shell, caller, from, body);
    return keep(reply, await ceremony.answered(shell, progress));
  });
}
