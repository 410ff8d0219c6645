import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { codeSent } from '../ceremony/answer-ceremony.ts';
import { type OpenCeremony, rememberTyped, typedOf } from '../ceremony/ceremony.ts';
import type { RegistrationTyped } from '../ceremony/new-mail.ts';
import { ceremonyFor, demandWay, stepNow, waysOf } from '../ceremony/progress.ts';
import { askForCode } from '../ceremony/prove.ts';
import type { Person } from '../person.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import type { Visitor } from '../sign-in/visitor.ts';

/** A registration that has proven enough: whose, and with which email. */
export type ProvenRegistration = {
  readonly ceremony: OpenCeremony;
  readonly typed: RegistrationTyped;
  readonly file: PersonFile & { readonly personId: string; readonly person: Person };
  readonly email: string;
};

/** Sends a code to the email that is to be used, once it is known who the person is. */
export async function useEmail(shell: Shell, visitor: Visitor, email: string) {
  const ceremony = await ceremonyFor(shell, visitor);
  demandWay((await stepNow(shell, ceremony, visitor)).step, 'new-mail-code');
  const typed = typedOf<RegistrationTyped>(shell.ring, ceremony);
  if (typed === null) throw new ProblemError('ceremony-over');
  await rememberTyped(shell.store, shell.ring, ceremony, { ...typed, email });
  const sent = await askForCode(shell, visitor, 'new-mail-code');
  const found = await stepNow(shell, sent.ceremony, visitor);
  return codeSent(shell, sent.ceremony, found, 'new-mail-code');
}

/** The registration of a browser, if the core says that enough is proven; a problem otherwise. */
export async function provenRegistration(
  shell: Shell,
  visitor: Visitor,
): Promise<ProvenRegistration> {
  const ceremony = await ceremonyFor(shell, visitor);
  const { step, file } = await stepNow(shell, ceremony, visitor);
  const { personId, person } = file;
  if (ceremony.purpose !== 'register' || step.next !== 'open') {
    throw new ProblemError('proof-not-asked', { ways: waysOf(step).join(', ') });
  }
  const typed = typedOf<RegistrationTyped>(shell.ring, ceremony);
  // Only a code to the email on file shows that the email on file is read.
  const onFile = ceremony.proven.includes('mail-code') ? (person?.email ?? null) : null;
  const email = typed?.confirmed ?? onFile;
  if (personId === null || person === null || typed === null || email === null) {
    throw new ProblemError('ceremony-over');
  }
  return { ceremony, typed, file: { ...file, personId, person }, email };
}
