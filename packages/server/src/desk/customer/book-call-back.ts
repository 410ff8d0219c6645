import type * as operations from '@roadbook/api/operations/desk-customers';
import { encode } from '@roadbook/api/wire';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { openCallBack } from '../../contracts/call-backs/answer-call-backs.ts';
import {
  callBackOfKey,
  insertCallBack,
  waitingCallBack,
} from '../../contracts/call-backs/call-back.sql.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { demandContract } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { callBackOfId, promiseCallBack } from './customer.sql.ts';
import { presentCallBack } from './customer.ts';

/** Books a call for a day, as the customer could ask for it: once, and one at a time. */
export const bookCallBack: Handler<typeof operations.bookCallBack, StaffCaller> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { store, ring, clock } = shell;
  const { personId, contractId } = params;
  const { about, partOfDay, phone, note } = body;
  await demandContract(shell, caller, { what: 'call-back-booked', personId, contractId });
  const { openDay } = await contractFor(store, contractId, personId);
  const promised = body.promisedOn as BusinessDate;
  if (promised < openDay) {
    throw new ProblemError('promise-past', { today: openDay, promisedOn: promised });
  }
  const ownKey = `desk:${key}`;
  const before = await callBackOfKey(store, contractId, personId, ownKey);
  const callBackId = before?.call_back_id ?? uuidV7(clock());
  if (before !== null) {
    const kept = openCallBack(ring, before);
    const isSame =
      before.about === about &&
      before.part_of_day === partOfDay &&
      kept.phone === phone &&
      kept.note === note;
    if (!isSame) throw new ProblemError('key-used-for-other-input');
  } else {
    const kept = await insertCallBack(store, {
      contractId,
      callBackId,
      personId,
      about,
      partOfDay,
      key: ownKey,
      ...seal(ring, identityOf.callBack(callBackId), encode({ phone, note })),
      askedAt: new Date(clock()).toISOString(),
      businessDate: openDay,
    });
    if (!kept) {
      const waiting = await waitingCallBack(store, contractId, personId);
      const callBack = waiting === null ? '' : referenceOf(waiting.call_back_id);
      throw new ProblemError('call-back-waiting', { callBack });
    }
    await promiseCallBack(store, contractId, callBackId, promised, caller.staffId);
  }
  const row = await callBackOfId(store, contractId, callBackId);
  if (row === null) throw new Error('a call was booked and is not there');
  return presentCallBack(row);
};
