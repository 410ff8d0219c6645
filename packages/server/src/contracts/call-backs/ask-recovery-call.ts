import type { PARTS_OF_DAY } from '@roadbook/api/schema/call-back';
import { encode } from '@roadbook/api/wire';
import { addBankDays } from '@roadbook/domain/time/bank-days';
import { addDays } from '@roadbook/domain/time/calendar';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import {
  keepFeesAway,
  type LostEverything,
  later,
  lostCeremony,
  remember,
  tellThatSomebodyAsks,
} from '../../people/recovery/lost-everything.ts';
import { makeCallCode } from '../../people/recovery/recovery-call.ts';
import type { Visitor } from '../../people/sign-in/visitor.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { insertCallBack } from './call-back.sql.ts';

/** What the desk's queue says such a call is about. */
export const LOST_EVERYTHING = 'lost-everything';

/**
 * Books a call to the number on file for somebody who lost everything, and makes the code that they
 * read out. Asked again it is the same call and the same code. Who already waits for a call about
 * this contract gets no second one: the code counts in that call as well.
 */
export async function askRecoveryCall(
  shell: Shell,
  visitor: Visitor,
  partOfDay: (typeof PARTS_OF_DAY)[number],
): Promise<LostEverything> {
  const { store, ring, clock } = shell;
  const { ceremony, file, asked } = await lostCeremony(shell, visitor, 'call-back');
  if (asked.call !== null) return asked;
  const { personId, person } = file;
  const { contractId } = asked;
  if (person?.phone == null) throw new ProblemError('no-phone-on-file');
  const { openDay } = await contractFor(store, contractId, personId);
  const nowMs = clock();
  const callBackId = uuidV7(nowMs);
  const kept = await insertCallBack(store, {
    contractId,
    callBackId,
    personId,
    about: LOST_EVERYTHING,
    partOfDay,
    key: `lost:${callBackId}`,
    ...seal(ring, identityOf.callBack(callBackId), encode({ phone: person.phone, note: null })),
    askedAt: new Date(nowMs).toISOString(),
    businessDate: openDay,
  });
  const code = await makeCallCode(shell, { personId, contractId });
  if (kept) await tellThatSomebodyAsks(shell, file);
  const promisedOn = addBankDays(openDay, 1);
  const noFeesUntil = await keepFeesAway(shell, personId, addDays(promisedOn, 1), openDay);
  const next = {
    ...asked,
    call: { code, promisedOn },
    noFeesUntil: later(noFeesUntil, asked.noFeesUntil),
  };
  await remember(shell, ceremony, next);
  return next;
}
