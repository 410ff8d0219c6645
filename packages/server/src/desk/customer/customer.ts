import type * as operations from '@roadbook/api/operations/desk-customers';
import { isReasonTold } from '@roadbook/domain/person/look-reason';
import { addBankDays } from '@roadbook/domain/time/bank-days';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { readContract } from '../../book/read/read-contract.ts';
import { openCallBack } from '../../contracts/call-backs/answer-call-backs.ts';
import * as contracts from '../../contracts/contracts.ts';
import { dayAt } from '../../lender/local-time.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { addressLines } from '../../people/answer-details.ts';
import { fullName, type Person, unsealPerson } from '../../people/person.ts';
import { presentGaraging } from '../../people/profile/present-profile.ts';
import { garagedContracts } from '../../people/profile/profile.sql.ts';
import { spokenAddress } from '../../people/profile/read-address.ts';
import { recoveryOf } from '../../people/recovery/recovery-code.sql.ts';
import { type CustomerSession, IDLE_MS } from '../../people/session.ts';
import { demandContract, demandReason } from '../look/look.ts';
import { presentFoundContract } from '../search/answer-search.ts';
import { problemsOfPerson } from '../search/recent-problem.sql.ts';
import { peopleWithContracts } from '../search/search.sql.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import * as rows from './customer.sql.ts';
import { presentHolds } from './desk-holds.ts';

const HISTORY_MOST = 30;
const CALL_BACKS_MOST = 20;

type Staff<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

/** A customer as the desk shows them. Contact data is masked. */
export const getCustomer: Staff<typeof operations.getCustomer> = async ({
  shell,
  caller,
  params,
}) => {
  const { store, ring, clock } = shell;
  const { personId } = params;
  const row = await rows.sealedPerson(store, personId);
  if (row === null) throw new ProblemError('customer-not-found');
  await demandReason(shell, caller, { what: 'customer', personId });
  const person = unsealPerson(ring, row);
  const [own, others, sessions, history, holds, callBacks, problems, isKnown, recovery] =
    await Promise.all([
      peopleWithContracts(store, [personId]),
      rows.otherParties(store, personId),
      rows.openSessions(store, personId, clock() - IDLE_MS),
      rows.signInHistory(store, personId, HISTORY_MOST),
      rows.personHolds(store, personId, clock()),
      rows.callBacksOf(store, personId, CALL_BACKS_MOST),
      problemsOfPerson(store, personId, CALL_BACKS_MOST),
      rows.hasCredential(store, personId),
      recoveryOf(store, personId, clock()),
    ]);
  const beside = others.map((other) => ({
    contractId: other.contract_id,
    personId: other.person_id,
    name: fullName(unsealPerson(ring, other)),
    role: other.role,
  }));
  return {
    personId,
    name: fullName(person),
    masked: maskedContact(person),
    hasSignIn: isKnown,
    contracts: await Promise.all(
      own.flatMap(presentFoundContract).map(async (contract) => ({
        ...contract,
        others: beside
          .filter(({ contractId }) => contractId === contract.contractId)
          .map(({ contractId: _, ...other }) => other),
        holds: await holdsOfContract(shell, contract.contractId),
      })),
    ),
    personHolds: holds.map(({ kind, from_at, until_at }) => ({
      kind,
      fromAt: from_at,
      untilAt: until_at,
    })),
    sessions: sessions.map((each) => ({
      sessionId: each.session_id,
      device: each.device,
      openedAt: each.created_at,
      lastSeenAt: each.last_seen,
    })),
    signInHistory: history.map(({ what, last_at, times, subject }) => ({
      what,
      lastAt: last_at,
      times,
      isOwn: subject.startsWith('person:'),
    })),
    callBacks: callBacks.map(presentCallBack),
    problems: problems.map(({ reference, code, at }) => ({ reference, code, at })),
    recovery:
      recovery === null
        ? null
        : {
            startedOn: dayAt(shell.lender, recovery.startedAt),
            isPrinted: recovery.isPrinted,
            expiresOn: dayAt(shell.lender, recovery.expiresAt),
          },
  };
};

async function holdsOfContract(shell: Shell, contractId: string) {
  const stored = await readContract(shell.store, contractId);
  return stored === null ? [] : presentHolds(shell, stored.contract.holds, stored.openDay);
}

/** A call that a customer asked for is promised for the next bank day. */
export function promisedOn(row: {
  readonly promised_on: BusinessDate | null;
  readonly business_date: BusinessDate;
}): BusinessDate {
  return row.promised_on ?? addBankDays(row.business_date, 1);
}

export function presentCallBack(row: rows.CallBackOfPerson) {
  return {
    callBackId: row.call_back_id,
    reference: referenceOf(row.call_back_id),
    contractNumber: row.contract_number,
    about: row.about as 'something-else',
    partOfDay: row.part_of_day as 'any',
    askedAt: row.asked_at,
    promisedOn: promisedOn(row) as string,
    answeredAt: row.answered_at,
  };
}

/** Enough to recognize, too little to use: the domain of an email, the end of a number. */
export function maskedContact({ email, phone, city, state, street }: Person) {
  const [name = '', domain = ''] = (email ?? '').split('@');
  const digits = (phone ?? '').replace(/\D/g, '');
  const place = [city, state].filter((part) => part !== null).join(', ');
  return {
    email: email === null ? null : `${[...name][0] ?? ''}•••@${domain}`,
    phone: digits.length < 4 ? null : `•••-•••-${digits.slice(-4)}`,
    address: street === null && place === '' ? null : `••• ${place}`.trim(),
  };
}

/** Contact data in clear, with a reason of its own and a row of its own in the access log. */
export const showContactData: Staff<typeof operations.showContactData> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, ring } = shell;
  const { personId } = params;
  if (!isReasonTold(body.reason, body.note)) throw new ProblemError('reason-not-told');
  const row = await rows.sealedPerson(store, personId);
  if (row === null) throw new ProblemError('customer-not-found');
  await demandReason(shell, caller, { what: 'contact-data', personId, ...body });
  const person = unsealPerson(ring, row);
  const waiting = await rows.callBacksOf(store, personId, CALL_BACKS_MOST);
  return {
    email: person.email,
    phone: person.phone,
    address: addressLines(person),
    dateOfBirth: person.dateOfBirth,
    garaging: await garagingOf(shell, personId),
    language: person.language ?? ('en' as const),
    callBacks: waiting
      .filter(({ answered_at }) => answered_at === null)
      .map((each) => ({
        reference: referenceOf(each.call_back_id),
        ...openCallBack(ring, each),
      })),
  };
};

/** Where the cars are kept that were moved: what taxes depend on. */
async function garagingOf({ store, ring }: Shell, personId: string) {
  const contracts = await garagedContracts(store, personId);
  return contracts.flatMap((row) => {
    const { address, from, contractNumber } = presentGaraging(ring, row);
    return address === null
      ? []
      : [{ contractNumber, address: spokenAddress(address), from: from ?? '' }];
  });
}

export const endCustomerSessions: Staff<typeof operations.endCustomerSessions> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { personId } = params;
  if ((await rows.sealedPerson(shell.store, personId)) === null) {
    throw new ProblemError('customer-not-found');
  }
  await demandReason(shell, caller, { what: 'sessions-ended', personId, note: body.note });
  return { ended: await rows.endSessionsOf(shell.store, personId) };
};

/** What the customer's own handlers need to know of who asks: here it is the customer looked at. */
function seenAs(personId: string): CustomerSession {
  return { personId, tokenHash: Buffer.alloc(0), endsMs: 0, endsAtLatestMs: 0 };
}

export const getCustomerContract: Staff<typeof operations.getCustomerContract> = async (call) => {
  const { shell, caller, params } = call;
  await demandContract(shell, caller, { what: 'contract', ...params });
  return contracts.getContract({ ...call, caller: seenAs(params.personId) });
};

export const listCustomerTransactions: Staff<typeof operations.listCustomerTransactions> = async (
  call,
) => {
  const { shell, caller, params } = call;
  await demandContract(shell, caller, { what: 'transactions', ...params });
  return contracts.listTransactions({ ...call, caller: seenAs(params.personId) });
};

export const getCustomerSchedule: Staff<typeof operations.getCustomerSchedule> = async (call) => {
  const { shell, caller, params } = call;
  await demandContract(shell, caller, { what: 'schedule', ...params });
  return contracts.getSchedule({ ...call, caller: seenAs(params.personId) });
};
