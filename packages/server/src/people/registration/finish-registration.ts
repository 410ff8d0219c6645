import { randomBytes } from 'node:crypto';
import type { BodyOf } from '@roadbook/api/operation';
import type * as operations from '@roadbook/api/operations/registration';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { rememberTyped } from '../ceremony/ceremony.ts';
import { endIn, type Progress } from '../ceremony/progress.ts';
import { credentialOfLogin } from '../credential.sql.ts';
import { networkHash } from '../network.ts';
import { challengeScope, type Site } from '../passkeys/challenge.ts';
import {
  type From,
  newPasskeyOptions,
  PASSKEYS_MAX,
  readNewPasskey,
} from '../passkeys/new-passkey.ts';
import { insertPasskey } from '../passkeys/passkey.sql.ts';
import { calledBy, loginHash } from '../person.ts';
import { takenPassword } from '../sign-in/new-password.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { sealUserName } from '../user-name.ts';
import { demandTerms } from './accepted-terms.ts';
import { keepEmail } from './keep-email.ts';
import { recognize } from './recognize.ts';
import * as sql from './registration.sql.ts';
import { type ProvenRegistration, provenRegistration } from './registration-step.ts';
import { tellOfRegistration } from './tell-of-registration.ts';

const HANDLE_BYTES = 32;
const PASSKEY = 'register-passkey';

type Finish = BodyOf<typeof operations.finishRegistration>;

/** What a browser needs to make the first passkey of an account. */
export async function askForFirstPasskey(
  shell: Shell,
  visitor: Visitor,
  site: Site,
): Promise<{ options: Record<string, unknown> }> {
  const { ceremony, typed, file, email } = await provenRegistration(shell, visitor);
  const handle =
    typed.handle === null ? randomBytes(HANDLE_BYTES) : Buffer.from(typed.handle, 'base64url');
  const kept = { ...typed, handle: handle.toString('base64url') };
  await rememberTyped(shell.store, shell.ring, ceremony, kept);
  const owner = { handle, name: email, displayName: calledBy(file.person), own: [] };
  const scope = challengeScope(ceremony.tokenHash, PASSKEY);
  return { options: await newPasskeyOptions(shell, site, scope, owner) };
}

/**
 * Opens the account and lets the person in, when the core says that enough is proven. Somebody who
 * has an account with this email gets the contract added to it instead, and signs in as before.
 */
export async function finishRegistration(
  shell: Shell,
  visitor: Visitor,
  from: From,
  asked: Finish,
): Promise<Progress> {
  const proven = await provenRegistration(shell, visitor);
  const { store, ring } = shell;
  const termsVersion = await demandTerms(shell, asked.termsVersion);
  const owner = await credentialOfLogin(store, loginHash(ring, proven.email));
  if (owner !== undefined && (await recognize(shell, proven, owner.person_id))) {
    throw new ProblemError('known-already');
  }
  const userName = asked.userName ?? proven.email;
  if (owner !== undefined && asked.userName === null) throw new ProblemError('user-name-needed');
  const account = await accountOf(shell, proven, from, { ...asked, userName });
  await open(shell, visitor, proven, { ...account, userName, termsVersion });
  return endIn(shell, proven.ceremony, visitor);
}

/** The password and the passkey of a new account, each judged before anything is written. */
async function accountOf(
  shell: Shell,
  { ceremony, file, email }: ProvenRegistration,
  from: From,
  { password, passkey, userName }: Finish & { readonly userName: string },
) {
  const person = { ...file.person, email };
  // The code that was mailed can be asked for again: a shorter password may stand beside it.
  const own = { ...file, person, onFile: { ...file.onFile, mail: true } };
  const hashed = password === null ? null : await takenPassword(shell, own, password, [userName]);
  const scope = challengeScope(ceremony.tokenHash, PASSKEY);
  const made = passkey === null ? null : await readNewPasskey(shell, from, scope, passkey);
  return { hashed, made };
}

type Account = Awaited<ReturnType<typeof accountOf>> & {
  readonly userName: string;
  readonly termsVersion: string | null;
};

/** Writes the account in one transaction; of two at the same time one is the first. */
async function open(
  shell: Shell,
  visitor: Visitor,
  { file, email, typed }: ProvenRegistration,
  { hashed, made, userName, termsVersion }: Account,
): Promise<void> {
  const { store, ring, clock } = shell;
  const { personId } = file;
  const nowMs = clock();
  await store.transaction(async (tx) => {
    const [standing] = await sql.standingsOf(tx, [personId], nowMs);
    const credential = {
      personId,
      passwordHash: hashed?.hash ?? null,
      passwordRule: hashed?.rule ?? 'none',
      userHandle: typed.handle === null ? null : Buffer.from(typed.handle, 'base64url'),
      ...sealUserName(ring, personId, userName),
    };
    const isFirst =
      standing?.is_held === false && (await sql.insertCredential(tx, credential, nowMs));
    if (!isFirst) throw new ProblemError('ceremony-over');
    const isOwnName = await sql.claimLogin(tx, loginHash(ring, userName), personId, 'user-name');
    if (!isOwnName) throw new ProblemError('user-name-taken');
    // Two people may share a mailbox; the first of them signs in by it.
    await sql.claimLogin(tx, loginHash(ring, email), personId, 'email');
    if (made !== null) {
      const did = await insertPasskey(tx, { ...made, person_id: personId }, PASSKEYS_MAX);
      if (!did) throw new ProblemError('passkey-refused');
    }
    if (termsVersion !== null) await sql.insertTermsAccepted(tx, personId, termsVersion, nowMs);
    await sql.useInvitations(tx, personId, nowMs);
    await keepEmail(tx, shell, file, email);
    await tellOfRegistration(tx, shell, file, { email, userName });
    const hashedNetwork = networkHash(ring, visitor.network);
    const act = { what: 'registered', subject: `person:${personId}` } as const;
    await recordAct(tx, { ...act, networkHash: hashedNetwork }, nowMs);
  });
}
