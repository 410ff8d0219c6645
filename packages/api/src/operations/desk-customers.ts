import { HOLD_KINDS } from '@roadbook/domain/contract/hold';
import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId, Day, NoContent, Place, plainText } from '../schema/basic.ts';
import { AskCallBack } from '../schema/call-back.ts';
import { ContractOverview, ScheduleRow, Transaction } from '../schema/contract.ts';
import {
  ContactData,
  Customer,
  DeskCallBack,
  DeskHold,
  GiveReason,
  PersonId,
  PlaceHold,
  SearchResult,
} from '../schema/desk-customer.ts';

const customer = '/api/v1/desk/customers/:personId';
const contract = '/api/v1/desk/customers/:personId/contracts/:contractId';
const ofCustomer = z.object({ personId: PersonId });
const ofContract = z.object({ personId: PersonId, contractId: ContractId });

export const searchCustomers = operation({
  id: 'searchCustomers',
  audience: 'staff',
  permission: 'search',
  method: 'POST',
  path: '/api/v1/desk/search',
  summary:
    'Find customers by name, contract number, VIN, telephone, last four of the SSN, user name.',
  description: 'The text travels in the body: an address would keep personal data in logs.',
  body: z.strictObject({ text: plainText(120).trim() }),
  status: 200,
  response: SearchResult,
  problems: [],
});

export const giveReason = operation({
  id: 'giveReason',
  audience: 'staff',
  permission: 'view-customer',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/reason',
  summary: 'Say why one looks at a customer. Without a fresh reason nothing of them is shown.',
  params: ofCustomer,
  body: GiveReason,
  status: 200,
  response: z.object({ holdsForSeconds: z.int() }),
  problems: ['customer-not-found', 'reason-not-told'],
});

export const getCustomer = operation({
  id: 'getCustomer',
  audience: 'staff',
  permission: 'view-customer',
  method: 'GET',
  path: customer,
  summary: 'A customer with contracts, sessions, sign-ins, holds and call-backs; contact masked.',
  params: ofCustomer,
  status: 200,
  response: Customer,
  problems: ['customer-not-found', 'reason-needed'],
});

export const showContactData = operation({
  id: 'showContactData',
  audience: 'staff',
  permission: 'show-contact-data',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/contact-data',
  summary: 'Show the contact data of a customer, for a reason of its own.',
  params: ofCustomer,
  body: GiveReason,
  status: 200,
  response: ContactData,
  problems: ['customer-not-found', 'reason-needed', 'reason-not-told'],
});

export const endCustomerSessions = operation({
  id: 'endCustomerSessions',
  audience: 'staff',
  permission: 'end-sessions',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/end-sessions',
  summary: 'End every session of a customer.',
  params: ofCustomer,
  body: z.strictObject({ note: plainText(300).trim() }),
  status: 200,
  response: z.object({ ended: z.int() }),
  problems: ['customer-not-found', 'reason-needed'],
});

export const getCustomerContract = operation({
  id: 'getCustomerContract',
  audience: 'staff',
  permission: 'view-customer',
  method: 'GET',
  path: contract,
  summary: 'A contract as this customer sees it.',
  params: ofContract,
  status: 200,
  response: ContractOverview,
  problems: ['contract-not-found', 'reason-needed'],
});

export const listCustomerTransactions = operation({
  id: 'listCustomerTransactions',
  audience: 'staff',
  permission: 'view-customer',
  method: 'GET',
  path: '/api/v1/desk/customers/:personId/contracts/:contractId/transactions',
  summary: 'The history of a contract as this customer sees it, newest first.',
  params: ofContract,
  query: z.strictObject({ before: Place.optional() }),
  status: 200,
  response: z.object({ transactions: z.array(Transaction), before: z.int().nullable() }),
  problems: ['contract-not-found', 'reason-needed'],
});

export const getCustomerSchedule = operation({
  id: 'getCustomerSchedule',
  audience: 'staff',
  permission: 'view-customer',
  method: 'GET',
  path: '/api/v1/desk/customers/:personId/contracts/:contractId/schedule',
  summary: 'The payments still to come as this customer sees them.',
  params: ofContract,
  status: 200,
  response: z.object({ asOf: Day, rows: z.array(ScheduleRow) }),
  problems: ['contract-not-found', 'reason-needed'],
});

export const placeContractHold = operation({
  id: 'placeContractHold',
  audience: 'staff',
  permission: 'place-hold',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/contracts/:contractId/holds',
  summary: 'Place a hold on a contract: what it stops, stops at once.',
  params: ofContract,
  body: PlaceHold,
  idempotent: true,
  status: 201,
  response: z.object({ holds: z.array(DeskHold) }),
  problems: [
    'contract-not-found',
    'reason-needed',
    'hold-already-placed',
    'hold-until-past',
    'day-not-open',
    'key-used-for-other-input',
  ],
});

export const liftContractHold = operation({
  id: 'liftContractHold',
  audience: 'staff',
  permission: 'lift-hold',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/contracts/:contractId/holds/:kind/lift',
  summary: 'Lift a hold as of the open business day.',
  params: ofContract.extend({ kind: z.enum(HOLD_KINDS) }),
  body: z.strictObject({ note: plainText(200).trim() }),
  idempotent: true,
  status: 200,
  response: z.object({ holds: z.array(DeskHold) }),
  problems: [
    'contract-not-found',
    'reason-needed',
    'hold-not-found',
    'day-not-open',
    'key-used-for-other-input',
  ],
});

export const bookCallBack = operation({
  id: 'bookCallBack',
  audience: 'staff',
  permission: 'book-call-back',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/contracts/:contractId/call-backs',
  summary: 'Book a call to a customer for a day.',
  params: ofContract,
  body: z.strictObject({ ...AskCallBack.shape, promisedOn: Day }),
  idempotent: true,
  status: 201,
  response: DeskCallBack,
  problems: [
    'contract-not-found',
    'reason-needed',
    'promise-past',
    'call-back-waiting',
    'key-used-for-other-input',
  ],
});

export const startRecovery = operation({
  id: 'startRecovery',
  audience: 'staff',
  permission: 'start-recovery',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/contracts/:contractId/recovery',
  summary: 'Make a recovery code for a customer who lost everything; only a letter carries it.',
  description: 'Nobody at the desk sees the code. Somebody else prints the letter.',
  params: ofContract,
  body: z.strictObject({ note: plainText(300).trim() }),
  status: 201,
  response: z.object({ expiresOn: Day }),
  problems: ['contract-not-found', 'reason-needed', 'recovery-waiting', 'address-missing'],
});

export const confirmRecoveryCall = operation({
  id: 'confirmRecoveryCall',
  audience: 'staff',
  permission: 'start-recovery',
  method: 'POST',
  path: '/api/v1/desk/customers/:personId/contracts/:contractId/recovery-call',
  summary: 'Say that the customer read out the code of their page, called at a number on file.',
  description:
    'The waiting time begins, and every address on file is told of it. Nobody at the desk can ' +
    'see the code: it has to be heard.',
  params: ofContract,
  body: z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{4}[ -]?\d{4}$/, 'the eight digits that the customer reads out'),
    note: plainText(300).trim(),
  }),
  status: 200,
  response: z.object({ waitUntil: z.string() }),
  problems: ['contract-not-found', 'reason-needed', 'call-code-wrong', 'too-many-attempts'],
});

export const leaveCustomer = operation({
  id: 'leaveCustomer',
  audience: 'staff',
  permission: 'view-customer',
  method: 'DELETE',
  path: '/api/v1/desk/customers/:personId/reason',
  summary: 'Say that one is done with a customer: the reason is asked again next time.',
  params: ofCustomer,
  status: 200,
  response: NoContent,
  problems: [],
});
