import type * as operations from '@roadbook/api/operations/desk-customers';
import type * as work from '@roadbook/api/operations/desk-work';
import { dayAt } from '../../lender/local-time.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { addressLines } from '../../people/answer-details.ts';
import { INVITATION_DAYS, printedCode } from '../../people/invitation-code.ts';
import { fullName, unsealPerson } from '../../people/person.ts';
import { confirmCallCode } from '../../people/recovery/recovery-call.ts';
import { takeLetter } from '../../people/recovery/recovery-code.sql.ts';
import { askForLetter } from '../../people/recovery/recovery-letter.ts';
import { unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { demandContract, recordDeskLook } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { sealedPerson } from './customer.sql.ts';

const DAY_MS = 86_400_000;

/**
 * Makes a recovery code that only a letter carries. Who starts it never sees the code, and who
 * prints the letter cannot start one.
 */
export const startRecovery: Handler<typeof operations.startRecovery, StaffCaller> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, ring } = shell;
  const { personId, contractId } = params;
  await demandContract(shell, caller, { what: 'recovery-started', ...params, note: body.note });
  const row = await sealedPerson(store, personId);
  const person = row === null ? null : unsealPerson(ring, row);
  if (person?.street == null) throw new ProblemError('address-missing');
  const asked = { personId, contractId, madeBy: caller.staffId };
  const letter = await askForLetter(shell, asked);
  if (!letter.isNew) throw new ProblemError('recovery-waiting', { day: letter.askedOn });
  return { expiresOn: letter.expiresOn };
};

/**
 * Writes that the person on the telephone read out the code of their page. Somebody of the desk
 * called a number on file, and knows the code from nowhere else.
 */
export const confirmRecoveryCall: Handler<
  typeof operations.confirmRecoveryCall,
  StaffCaller
> = async ({ shell, caller, params, body }) => {
  const { personId, contractId } = params;
  const look = { what: 'recovery-call-confirmed', personId, contractId, note: body.note };
  await demandContract(shell, caller, look);
  const { waitUntil } = await confirmCallCode(shell, {
    personId,
    staffId: caller.staffId,
    code: body.code,
  });
  return { waitUntil };
};

/** The letter, once. What is in it goes into an envelope and is nowhere afterwards. */
export const printLetter: Handler<typeof work.printLetter, StaffCaller> = async ({
  shell,
  caller,
  params,
}) => {
  const { store, ring, lender, clock } = shell;
  const letter = await takeLetter(store, params.letterId, caller.staffId, clock());
  if (letter === null) throw new ProblemError('letter-not-found');
  const { person_id: personId, contract_id: contractId } = letter;
  await recordDeskLook(shell, caller, { what: 'letter-printed', personId, contractId });
  const row = await sealedPerson(store, personId);
  if (row === null) throw new Error('a letter is for nobody');
  const person = unsealPerson(ring, row);
  const code = unseal(ring, identityOf.recoveryLetter(letter.letter_id), {
    keyId: letter.key_id,
    sealed: letter.sealed,
  });
  const expiresAt = new Date(Date.parse(letter.made_at) + INVITATION_DAYS * DAY_MS).toISOString();
  return {
    name: fullName(person),
    address: addressLines(person),
    contractNumber: letter.contract_number,
    code: printedCode(code),
    expiresOn: dayAt(lender, expiresAt),
  };
};
