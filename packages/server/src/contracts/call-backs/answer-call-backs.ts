import type * as operations from '@roadbook/api/operations/call-backs';
import type { AskCallBack, CallBack } from '@roadbook/api/schema/call-back';
import { decode, encode } from '@roadbook/api/wire';
import type { z } from 'zod';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { admitAttempt } from '../../people/admit-attempt.ts';
import { personOf } from '../../people/answer-details.ts';
import type { CustomerSession } from '../../people/session.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import {
  type CallBackRow,
  callBackOfKey,
  insertCallBack,
  waitingCallBack,
} from './call-back.sql.ts';

type Asked = z.output<typeof AskCallBack>;
type Told = z.output<typeof CallBack>;

/** Enough for every contract of a family in an hour, too few to keep our telephones busy. */
const ASKED_MOST = { attempts: 6, windowSeconds: 3_600 };

export const getCallBack: Handler<typeof operations.getCallBack, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  const row = await waitingCallBack(shell.store, params.contractId, caller.personId);
  const { person } = await personOf(shell, caller.personId);
  return { waiting: row === null ? null : told(shell.ring, row), phone: person.phone };
};

/** Keeps a request to be called: once for a key, and one at a time for a person and a contract. */
export const askCallBack: Handler<typeof operations.askCallBack, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { store, ring, clock } = shell;
  const { contractId } = params;
  const { openDay } = await contractFor(store, contractId, caller.personId);
  const before = await callBackOfKey(store, contractId, caller.personId, key);
  if (before !== null) return sameAs(body, told(ring, before));
  const bucket = `call-back:${caller.personId}`;
  await admitAttempt(shell, bucket, ASKED_MOST);
  const callBackId = uuidV7(clock());
  const { about, partOfDay, phone, note } = body;
  const kept = await insertCallBack(store, {
    contractId,
    callBackId,
    personId: caller.personId,
    about,
    partOfDay,
    key,
    ...seal(ring, identityOf.callBack(callBackId), encode({ phone, note })),
    askedAt: new Date(clock()).toISOString(),
    businessDate: openDay,
  });
  if (!kept) return answerSecond(shell, { contractId, personId: caller.personId, key }, body);
  const row = await callBackOfKey(store, contractId, caller.personId, key);
  if (row === null) throw new Error('a request to be called was kept and is not there');
  return told(ring, row);
};

/** Somebody was faster: the same request at the same time, or another that still waits. */
async function answerSecond(
  { store, ring }: Parameters<typeof personOf>[0],
  { contractId, personId, key }: { contractId: string; personId: string; key: string },
  body: Asked,
): Promise<Told> {
  const same = await callBackOfKey(store, contractId, personId, key);
  if (same !== null) return sameAs(body, told(ring, same));
  const waiting = await waitingCallBack(store, contractId, personId);
  const callBack = waiting === null ? '' : referenceOf(waiting.call_back_id);
  throw new ProblemError('call-back-waiting', { callBack });
}

function sameAs({ about, phone, partOfDay, note }: Asked, before: Told): Told {
  const isSame =
    about === before.about &&
    phone === before.phone &&
    partOfDay === before.partOfDay &&
    note === before.note;
  if (!isSame) throw new ProblemError('key-used-for-other-input');
  return before;
}

/** Under what the sealed part of a request is sealed. */
/** The sealed part of a request: where to call, and what the person wrote. */
export function openCallBack(
  ring: KeyRing,
  { call_back_id, key_id, sealed }: Pick<CallBackRow, 'call_back_id' | 'key_id' | 'sealed'>,
): { readonly phone: string; readonly note: string | null } {
  return decode(unseal(ring, identityOf.callBack(call_back_id), { keyId: key_id, sealed }));
}

function told(ring: KeyRing, row: CallBackRow): Told {
  return {
    callBackId: row.call_back_id,
    reference: referenceOf(row.call_back_id),
    contractId: row.contract_id,
    about: row.about as Told['about'],
    partOfDay: row.part_of_day as Told['partOfDay'],
    ...openCallBack(ring, row),
    askedOn: row.business_date,
    askedAt: row.asked_at,
  };
}
