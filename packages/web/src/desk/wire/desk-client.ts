import type { BodyOf, Operation, ParamsOf, QueryOf, ResponseOf } from '@roadbook/api/operation';
import type * as customers from '@roadbook/api/operations/desk-customers';
import type * as giveBack from '@roadbook/api/operations/desk-give-back';
import type * as handOver from '@roadbook/api/operations/desk-hand-over';
import type * as places from '@roadbook/api/operations/desk-places';
import type * as session from '@roadbook/api/operations/desk-session';
import type * as work from '@roadbook/api/operations/desk-work';
import { type AnyInput, type KeyPart, type Part, sendTo } from '../../shared/wire/client.ts';

type All = typeof customers &
  typeof giveBack &
  typeof handOver &
  typeof places &
  typeof session &
  typeof work;

/** Operations that the desk calls from code. One that produces a file is a link instead. */
export type DeskOperationId = {
  [Id in keyof All]: All[Id] extends { readonly produces: string } ? never : Id;
}[keyof All];

type Address<O extends Operation> = { readonly method: O['method']; readonly path: O['path'] };

const contract = '/api/v1/desk/customers/:personId/contracts/:contractId';
const item = '/api/v1/desk/queue/:kind/:itemKey';

/** Where each operation is. The types are the API's own: a path that moved does not compile. */
const ADDRESSES: { readonly [Id in DeskOperationId]: Address<All[Id]> } = {
  deskSignIn: { method: 'POST', path: '/api/v1/desk/session' },
  deskProveCode: { method: 'POST', path: '/api/v1/desk/session/code' },
  deskPasskeyOptions: { method: 'POST', path: '/api/v1/desk/session/passkey-options' },
  deskProvePasskey: { method: 'POST', path: '/api/v1/desk/session/passkey' },
  lookAtStaffInvitation: { method: 'POST', path: '/api/v1/desk/invitation' },
  staffInvitationPasskey: { method: 'POST', path: '/api/v1/desk/invitation/passkey-options' },
  acceptStaffInvitation: { method: 'POST', path: '/api/v1/desk/invitation/accept' },
  getDeskSession: { method: 'GET', path: '/api/v1/desk/session' },
  deskSignOut: { method: 'DELETE', path: '/api/v1/desk/session' },
  getOwnSecurity: { method: 'GET', path: '/api/v1/desk/security' },
  endOwnSession: { method: 'DELETE', path: '/api/v1/desk/security/sessions/:sessionId' },
  ownPasskeyOptions: { method: 'POST', path: '/api/v1/desk/security/passkey-options' },
  addOwnPasskey: { method: 'POST', path: '/api/v1/desk/security/passkeys' },
  removeOwnProof: { method: 'DELETE', path: '/api/v1/desk/security/proofs/:proofId' },
  searchCustomers: { method: 'POST', path: '/api/v1/desk/search' },
  giveReason: { method: 'POST', path: '/api/v1/desk/customers/:personId/reason' },
  leaveCustomer: { method: 'DELETE', path: '/api/v1/desk/customers/:personId/reason' },
  getCustomer: { method: 'GET', path: '/api/v1/desk/customers/:personId' },
  showContactData: { method: 'POST', path: '/api/v1/desk/customers/:personId/contact-data' },
  endCustomerSessions: { method: 'POST', path: '/api/v1/desk/customers/:personId/end-sessions' },
  getCustomerContract: { method: 'GET', path: contract },
  listCustomerTransactions: { method: 'GET', path: `${contract}/transactions` },
  getCustomerSchedule: { method: 'GET', path: `${contract}/schedule` },
  placeContractHold: { method: 'POST', path: `${contract}/holds` },
  liftContractHold: { method: 'POST', path: `${contract}/holds/:kind/lift` },
  bookCallBack: { method: 'POST', path: `${contract}/call-backs` },
  startRecovery: { method: 'POST', path: `${contract}/recovery` },
  confirmRecoveryCall: { method: 'POST', path: `${contract}/recovery-call` },
  getCustomerGiveBack: { method: 'GET', path: `${contract}/give-back` },
  getGiveBackFile: { method: 'GET', path: `${contract}/give-back/file` },
  issueReturnQuote: { method: 'POST', path: `${contract}/return-quotes` },
  withdrawReturnQuote: { method: 'POST', path: `${contract}/return-quotes/:quoteId/withdrawal` },
  issueFinalBill: { method: 'POST', path: `${contract}/final-bills` },
  decideDispute: { method: 'POST', path: `${contract}/disputes/:disputeId/decision` },
  creditBillLine: { method: 'POST', path: `${contract}/bill-lines/:lineId/credits` },
  recordRefund: { method: 'POST', path: `${contract}/refunds` },
  recordCarSale: { method: 'POST', path: `${contract}/car-sale` },
  takeBackCarReceipt: { method: 'POST', path: `${contract}/car-receipts/:handOverId/take-back` },
  findCarToReceive: { method: 'POST', path: '/api/v1/desk/cars' },
  previewCarReceipt: { method: 'POST', path: '/api/v1/desk/cars/:contractId/receipt-preview' },
  recordCarReceipt: { method: 'POST', path: '/api/v1/desk/cars/:contractId/receipts' },
  listKeptPromises: { method: 'GET', path: '/api/v1/desk/promises' },
  listWork: { method: 'GET', path: '/api/v1/desk/queue' },
  takeWork: { method: 'POST', path: `${item}/take` },
  handBackWork: { method: 'POST', path: `${item}/hand-back` },
  finishWork: { method: 'POST', path: `${item}/done` },
  printLetter: { method: 'POST', path: '/api/v1/desk/letters/:letterId/print' },
  listPlaceAppointments: { method: 'GET', path: '/api/v1/desk/appointments' },
  markAppointmentMissed: {
    method: 'POST',
    path: '/api/v1/desk/appointments/:appointmentId/missed',
  },
  listDeskPlaces: { method: 'GET', path: '/api/v1/desk/places' },
  setPlaceHours: { method: 'POST', path: '/api/v1/desk/places/:placeId/hours' },
  setPlaceDay: { method: 'POST', path: '/api/v1/desk/places/:placeId/days' },
  listAccessLog: { method: 'GET', path: '/api/v1/desk/audit' },
};

export type Said<Id extends DeskOperationId> = ResponseOf<All[Id]>;
export type Asked<Id extends DeskOperationId> = Part<'params', ParamsOf<All[Id]>> &
  Part<'query', QueryOf<All[Id]>> &
  Part<'body', BodyOf<All[Id]>> &
  KeyPart<All[Id]>;

/** Calls an operation of the desk; throws a ProblemError where it is refused. */
export function ask<Id extends DeskOperationId>(
  id: Id,
  input: Asked<Id>,
  signal?: AbortSignal,
): Promise<Said<Id>> {
  return sendTo(ADDRESSES[id], input as AnyInput, signal);
}
