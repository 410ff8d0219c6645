import { randomInt } from 'node:crypto';
import type * as operations from '@roadbook/api/operations/desk-customers';
import type * as work from '@roadbook/api/operations/desk-work';
import { dayAt } from '../../lender/local-time.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { addressLines } from '../../people/answer-details.ts';
import { invitationHash } from '../../people/invitation-code.ts';
import { fullName, unsealPerson } from '../../people/person.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { demandContract, recordDeskLook } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { sealedPerson } from './customer.sql.ts';
import { insertRecovery, RECOVERY_DAYS, recoveryOf, takeLetter } from './recovery.sql.ts';

const DAY_MS = 86_400_000;
/** Letters and digits that are not mistaken for each other on paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

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
  const { store, ring, lender, clock } = shell;
  const { personId, contractId } = params;
  await demandContract(shell, caller, { what: 'recovery-started', ...params, note: body.note });
  const row = await sealedPerson(store, personId);
  const person = row === null ? null : unsealPerson(ring, row);
  if (person?.street == null) throw new ProblemError('address-missing');
  const nowMs = clock();
  const letterId = uuidV7(nowMs);
  const code = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(
    '',
  );
  const recovery = {
    letterId,
    personId,
    contractId,
    codeHash: invitationHash(ring, code),
    madeBy: caller.staffId,
    ...seal(ring, identityOf.recoveryLetter(letterId), code),
  };
  const isNew = await store.transaction((tx) => insertRecovery(tx, recovery, nowMs));
  if (!isNew) {
    const open = await recoveryOf(store, personId, nowMs);
    const day = open === null ? '' : dayAt(lender, open.startedAt);
    throw new ProblemError('recovery-waiting', { day });
  }
  const expiresAt = new Date(nowMs + RECOVERY_DAYS * DAY_MS).toISOString();
  return { expiresOn: dayAt(lender, expiresAt) };
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
  const expiresAt = new Date(Date.parse(letter.made_at) + RECOVERY_DAYS * DAY_MS).toISOString();
  return {
    name: fullName(person),
    address: addressLines(person),
    contractNumber: letter.contract_number,
    code: code.replace(/(.{4})(?=.)/g, '$1-'),
    expiresOn: dayAt(lender, expiresAt),
  };
};
