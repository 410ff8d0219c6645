import type { BodyOf } from '@roadbook/api/operation';
import type * as operations from '@roadbook/api/operations/registration';
import { nameMatches } from '@roadbook/domain/person/names';
import type { Proof } from '@roadbook/domain/person/proof';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { lookupHash } from '../../platform/keys/key-ring.ts';
import { admitAttempt } from '../admit-attempt.ts';
import { beginCeremony, rememberTyped } from '../ceremony/ceremony.ts';
import { partiesOfNumber } from '../ceremony/facts.sql.ts';
import { peopleOfFacts } from '../ceremony/facts.ts';
import type { RegistrationTyped } from '../ceremony/new-mail.ts';
import { ceremonyFor } from '../ceremony/progress.ts';
import { askForCode } from '../ceremony/prove.ts';
import { invitationHash } from '../invitation-code.ts';
import { networkHash } from '../network.ts';
import { unsealPerson } from '../person.ts';
import { countNetwork } from '../recovery/reset-password.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { clearAttempts, type ThrottleRule } from '../throttle.sql.ts';
import { type Candidate, candidateOf, recordRefusal } from './candidate.ts';
import { invitedBy } from './registration.sql.ts';

/** Guesses at the people of one contract: the four digits of a number outlast a year of them. */
const PER_CONTRACT: ThrottleRule = { attempts: 6, windowSeconds: 3_600 };

/** Begins by the facts of a contract and returns the token of the ceremony. */
export async function registerByFacts(
  shell: Shell,
  visitor: Visitor,
  typed: BodyOf<typeof operations.registerByFacts>,
): Promise<string> {
  demandMail(shell);
  const found = await whoIs(shell, visitor, typed);
  if (found === null) throw await refusal(shell, visitor);
  return begin(shell, visitor, found, ['facts'], { subject: `person:${found.personId}` });
}

/**
 * The one whom the facts of a contract describe and who may open an account; null otherwise, and
 * always null where the lender asks for the whole taxpayer number and it was not typed.
 */
export async function whoIs(
  shell: Shell,
  visitor: Pick<Visitor, 'network'>,
  typed: BodyOf<typeof operations.registerByFacts>,
): Promise<Candidate | null> {
  await countNetwork(shell, 'register-network', visitor);
  const bucket = `register:${subjectOfContract(shell, typed.contractNumber)}`;
  await admitAttempt(shell, bucket, PER_CONTRACT);
  const isWhole = shell.lender.registration.ssn === 'full';
  const { ssn, ...facts } = typed;
  const people = await peopleOfFacts(shell, isWhole ? { ...facts, ssn: ssn ?? '' } : facts);
  const found = await candidateOf(
    shell,
    people.map(({ personId }) => personId),
  );
  if (found !== null) await clearAttempts(shell.store, bucket);
  return found;
}

/** Begins by the code of a letter. */
export async function registerByLetter(
  shell: Shell,
  visitor: Visitor,
  code: string,
): Promise<string> {
  demandMail(shell);
  await countNetwork(shell, 'register-network', visitor);
  const { store, ring, clock } = shell;
  const invited = await invitedBy(store, invitationHash(ring, code), clock());
  const found = await candidateOf(shell, invited === null ? [] : [invited]);
  if (found === null) throw await refusal(shell, visitor);
  return begin(shell, visitor, found, ['letter'], { subject: `person:${found.personId}` });
}

/**
 * Begins by name and contract number, and sends a code to the email or telephone on file. Somebody
 * whom nobody knows gets a ceremony as well, in which no code is ever right.
 */
export async function registerOnFile(
  shell: Shell,
  visitor: Visitor,
  { name, email, contractNumber, by }: BodyOf<typeof operations.registerOnFile>,
): Promise<string> {
  demandMail(shell);
  await countNetwork(shell, 'register-network', visitor);
  const rows = await partiesOfNumber(shell.store, contractNumber.trim());
  const named = rows.filter((row) => nameMatches(unsealPerson(shell.ring, row), name));
  const found = await candidateOf(
    shell,
    named.map((row) => row.person_id),
  );
  const subject = `contract:${subjectOfContract(shell, contractNumber)}`;
  const ceremonyToken = await begin(shell, visitor, found, [], { subject, email });
  await askForCode(shell, { ...visitor, ceremonyToken }, by);
  return ceremonyToken;
}

async function begin(
  shell: Shell,
  visitor: Visitor,
  found: Candidate | null,
  proven: readonly Proof[],
  { subject, email = null }: { readonly subject: string; readonly email?: string | null },
): Promise<string> {
  const { store, ring, clock } = shell;
  const ceremonyToken = await beginCeremony(
    store,
    {
      purpose: 'register',
      personId: found?.personId ?? null,
      proven,
      networkHash: networkHash(ring, visitor.network),
    },
    clock(),
  );
  const ceremony = await ceremonyFor(shell, { ceremonyToken });
  const typed: RegistrationTyped = { subject, email, confirmed: null, handle: null };
  await rememberTyped(store, ring, ceremony, typed);
  return ceremonyToken;
}

/** The same for whatever is wrong. */
async function refusal(shell: Shell, visitor: Visitor): Promise<ProblemError> {
  await recordRefusal(shell, visitor);
  return new ProblemError('registration-refused');
}

/** Without mail no email can be confirmed: better said at once, and to everybody. */
function demandMail({ post }: Shell): void {
  if (post?.mail === false) throw new ProblemError('registration-away');
}

function subjectOfContract({ ring }: Shell, contractNumber: string): string {
  const plain = contractNumber.trim().toUpperCase();
  return lookupHash(ring, 'register', plain).toString('hex');
}
