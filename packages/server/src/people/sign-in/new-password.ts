import type { FieldError } from '@roadbook/api/problem';
import {
  isPersonal,
  normalizedPassword,
  type PasswordFault,
  passwordFault,
} from '@roadbook/domain/person/password-rule';
import { secondProofsOf } from '@roadbook/domain/person/proof';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { replacePassword, sealedNameOf } from '../credential.sql.ts';
import { passwordQueue, QUEUE_FULL } from '../password-queue.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import { tellOfSecurity } from '../security-notices/security-notice.ts';
import { deleteSessionsOf } from '../session.sql.ts';
import { hashedPassword } from '../set-credential.ts';
import { openUserName } from '../user-name.ts';
import { isEasyToGuess } from './guess-strength.ts';
import { contractWords } from './password-words.sql.ts';

/** A file of somebody who is there. */
type Somebody = PersonFile & { readonly personId: string };

/**
 * Stores a new password and ends the sessions of the person, all but the one that is kept. The
 * person is told by mail.
 */
export async function setNewPassword(
  shell: Shell,
  file: Somebody,
  password: string,
  keep: Buffer | null,
  /** What else belongs to it, in the same transaction. */
  also: (tx: Queryable) => Promise<void> = async () => undefined,
): Promise<void> {
  const { store, clock } = shell;
  const hashed = await takenPassword(shell, file, password);
  const { personId } = file;
  await store.transaction(async (tx) => {
    await also(tx);
    await replacePassword(tx, personId, hashed, clock());
    await deleteSessionsOf(tx, personId, keep);
    await tellOfSecurity(tx, shell, file, 'password-changed');
    const act = { what: 'password-changed', subject: `person:${personId}` } as const;
    await recordAct(tx, { ...act, networkHash: Buffer.alloc(0) }, clock());
  });
}

/** A password as it is stored; one that breaks the rules is refused. `names` may not make it up. */
export async function takenPassword(
  shell: Shell,
  file: Somebody,
  password: string,
  names: readonly string[] = [],
): Promise<Awaited<ReturnType<typeof hashedPassword>>> {
  const faults = await faultsOf(shell, file, password, names);
  if (faults.length > 0) throw notTaken(faults);
  const hashed = await passwordQueue(() => hashedPassword(password));
  if (hashed === QUEUE_FULL) throw new ProblemError('busy');
  return hashed;
}

/** Everything that is wrong with a password, told at once. */
async function faultsOf(
  shell: Shell,
  file: Somebody,
  password: string,
  names: readonly string[],
): Promise<PasswordFault[]> {
  const plain = normalizedPassword(password);
  const length = passwordFault(plain, secondProofsOf(file.onFile).length > 0);
  // A password that is far too long is not judged any further.
  if (length?.fault === 'too-long') return [length];
  const words = [...(await wordsOf(shell, file)), ...names];
  const found: PasswordFault[] = length === null ? [] : [length];
  if (isPersonal(plain, words)) found.push({ fault: 'personal' });
  else if (isEasyToGuess(plain, words)) found.push({ fault: 'easy' });
  return found;
}

async function wordsOf({ store, ring, lender }: Shell, { personId, person }: Somebody) {
  const { name, shortName } = lender.brand;
  const stored = await sealedNameOf(store, personId);
  const userName = stored === undefined ? [] : [openUserName(ring, stored)];
  const own = [person?.firstName, person?.lastName, person?.email?.split('@')[0]];
  return [
    name,
    shortName,
    ...name.split(' '),
    ...userName,
    ...own.filter((each): each is string => typeof each === 'string'),
    ...(await contractWords(store, personId)),
  ];
}

function notTaken(faults: readonly PasswordFault[]): ProblemError {
  const facts = Object.assign(
    { faults: faults.map(({ fault }) => fault).join(' ') },
    ...faults.map((each) => ('least' in each ? { least: String(each.least) } : {})),
  );
  const errors = faults.map((each): FieldError => {
    return { field: 'body.password', value: '(not shown)', rule: ruleOf(each) };
  });
  return new ProblemError('password-not-taken', facts, errors);
}

function ruleOf(fault: PasswordFault): string {
  switch (fault.fault) {
    case 'too-short':
      return `at least ${fault.least} characters`;
    case 'too-long':
      return `at most ${fault.most} characters`;
    case 'personal':
      return 'not made of your name, our name, the make of the car or the contract number';
    case 'easy':
      return 'not a common password, a row of keys, a date or one word over and over';
  }
}
