import type * as appointments from '@roadbook/api/operations/appointments';
import type * as callBacks from '@roadbook/api/operations/call-backs';
import type * as ceremony from '@roadbook/api/operations/ceremony';
import type * as contracts from '@roadbook/api/operations/contracts';
import type * as giveBack from '@roadbook/api/operations/give-back';
import type * as leaseEnd from '@roadbook/api/operations/lease-end';
import type * as passkeys from '@roadbook/api/operations/passkeys';
import type * as payments from '@roadbook/api/operations/payments';
import type * as profile from '@roadbook/api/operations/profile';
import type * as registration from '@roadbook/api/operations/registration';
import type * as security from '@roadbook/api/operations/security';
import type * as session from '@roadbook/api/operations/session';

type All = typeof appointments &
  typeof callBacks &
  typeof ceremony &
  typeof contracts &
  typeof giveBack &
  typeof leaseEnd &
  typeof passkeys &
  typeof payments &
  Pick<typeof registration, 'askRegistrationPasskey'> &
  typeof security &
  typeof profile &
  typeof session;

/** Operations that the portal calls from code. One that produces a file is a link instead. */
export type OperationId = {
  [Id in keyof All]: All[Id] extends { readonly audience: 'integrator' }
    ? never
    : All[Id] extends { readonly produces: string }
      ? never
      : Id;
}[keyof All];

/** What the portal may call: types only, so that no schema and no validator reaches the browser. */
export type Operations = Pick<All, OperationId>;

type Address<O extends { readonly method: string; readonly path: string }> = {
  readonly method: O['method'];
  readonly path: O['path'];
};

const END = '/api/v1/contracts/:contractId/lease-end';

/** Where each operation is. The types are the API's own: a path that moved does not compile. */
export const ADDRESSES: { readonly [Id in OperationId]: Address<Operations[Id]> } = {
  signIn: { method: 'POST', path: '/api/v1/session' },
  getSession: { method: 'GET', path: '/api/v1/session' },
  signOut: { method: 'DELETE', path: '/api/v1/session' },
  getCeremony: { method: 'GET', path: '/api/v1/ceremony' },
  sendCeremonyCode: { method: 'POST', path: '/api/v1/ceremony/code' },
  proveCeremonyCode: { method: 'POST', path: '/api/v1/ceremony/proof' },
  proveCeremonyFacts: { method: 'POST', path: '/api/v1/ceremony/facts' },
  beginPasswordReset: { method: 'POST', path: '/api/v1/password-reset' },
  setCeremonyPassword: { method: 'POST', path: '/api/v1/ceremony/password' },
  remindUserName: { method: 'POST', path: '/api/v1/user-name-reminder' },
  beginLostEverything: { method: 'POST', path: '/api/v1/lost-everything' },
  getRecoveryAsked: { method: 'GET', path: '/api/v1/ceremony/recovery' },
  askRecoveryLetter: { method: 'POST', path: '/api/v1/ceremony/recovery/letter' },
  askRecoveryCall: { method: 'POST', path: '/api/v1/ceremony/recovery/call' },
  proveRecovery: { method: 'POST', path: '/api/v1/ceremony/recovery/proof' },
  getSecurity: { method: 'GET', path: '/api/v1/security' },
  endSession: { method: 'DELETE', path: '/api/v1/sessions/:sessionId' },
  endOtherSessions: { method: 'DELETE', path: '/api/v1/sessions' },
  getStepUp: { method: 'GET', path: '/api/v1/step-up' },
  stepUpByPassword: { method: 'POST', path: '/api/v1/step-up/password' },
  sendStepUpCode: { method: 'POST', path: '/api/v1/step-up/code' },
  stepUpByCode: { method: 'POST', path: '/api/v1/step-up/proof' },
  changePassword: { method: 'PUT', path: '/api/v1/password' },
  beginAuthenticator: { method: 'POST', path: '/api/v1/authenticator' },
  confirmAuthenticator: { method: 'POST', path: '/api/v1/authenticator/confirm' },
  removeAuthenticator: { method: 'DELETE', path: '/api/v1/authenticator' },
  makeRecoveryCodes: { method: 'POST', path: '/api/v1/recovery-codes' },
  askRegistrationPasskey: { method: 'POST', path: '/api/v1/registration/passkey' },
  askPasskey: { method: 'POST', path: '/api/v1/ceremony/passkey-options' },
  provePasskey: { method: 'POST', path: '/api/v1/ceremony/passkey' },
  askStepUpPasskey: { method: 'POST', path: '/api/v1/step-up/passkey-options' },
  stepUpByPasskey: { method: 'POST', path: '/api/v1/step-up/passkey' },
  beginPasskey: { method: 'POST', path: '/api/v1/passkeys/options' },
  addPasskey: { method: 'POST', path: '/api/v1/passkeys' },
  renamePasskey: { method: 'PATCH', path: '/api/v1/passkeys/:passkeyId' },
  removePasskey: { method: 'DELETE', path: '/api/v1/passkeys/:passkeyId' },
  getProfile: { method: 'GET', path: '/api/v1/profile' },
  changeMailingAddress: { method: 'PUT', path: '/api/v1/profile/address' },
  changeGaraging: { method: 'PUT', path: '/api/v1/contracts/:contractId/garaging' },
  changeHowToTalk: { method: 'PUT', path: '/api/v1/profile/how-to-talk' },
  sendContactCode: { method: 'POST', path: '/api/v1/profile/contact-code' },
  addContact: { method: 'POST', path: '/api/v1/profile/contacts' },
  removeContact: { method: 'POST', path: '/api/v1/profile/contacts/remove' },
  makeContactMain: { method: 'POST', path: '/api/v1/profile/contacts/main' },
  chooseNotice: { method: 'PUT', path: '/api/v1/profile/notices' },
  exportProfile: { method: 'GET', path: '/api/v1/profile/export' },
  getDetails: { method: 'GET', path: '/api/v1/details' },
  getCallBack: { method: 'GET', path: '/api/v1/contracts/:contractId/call-backs' },
  askCallBack: { method: 'POST', path: '/api/v1/contracts/:contractId/call-backs' },
  listPayoffQuotes: { method: 'GET', path: '/api/v1/contracts/:contractId/payoff-quotes' },
  listContracts: { method: 'GET', path: '/api/v1/contracts' },
  getContract: { method: 'GET', path: '/api/v1/contracts/:contractId' },
  listTransactions: { method: 'GET', path: '/api/v1/contracts/:contractId/transactions' },
  getSchedule: { method: 'GET', path: '/api/v1/contracts/:contractId/schedule' },
  previewPayment: { method: 'POST', path: '/api/v1/contracts/:contractId/payment-preview' },
  makePayment: { method: 'POST', path: '/api/v1/contracts/:contractId/payments' },
  getPayment: { method: 'GET', path: '/api/v1/contracts/:contractId/payments/:paymentId' },
  cancelScheduledPayment: {
    method: 'DELETE',
    path: '/api/v1/contracts/:contractId/scheduled-payments/:scheduleId',
  },
  getPayoff: { method: 'GET', path: '/api/v1/contracts/:contractId/payoff' },
  quotePayoff: { method: 'POST', path: '/api/v1/contracts/:contractId/payoff-quotes' },
  listPaymentMethods: { method: 'GET', path: '/api/v1/payment-methods' },
  addPaymentMethod: { method: 'POST', path: '/api/v1/payment-methods' },
  getGiveBack: { method: 'GET', path: '/api/v1/contracts/:contractId/give-back' },
  disputeBillLine: {
    method: 'POST',
    path: '/api/v1/contracts/:contractId/bill-lines/:lineId/disputes',
  },
  getLeaseEnd: { method: 'GET', path: '/api/v1/contracts/:contractId/lease-end' },
  tellOdometer: { method: 'POST', path: '/api/v1/contracts/:contractId/odometer-readings' },
  getSavedLeaseEnd: { method: 'GET', path: '/api/v1/contracts/:contractId/lease-end/saved' },
  saveLeaseEndPlan: { method: 'PUT', path: '/api/v1/contracts/:contractId/lease-end/plan' },
  saveLeaseEndWalk: { method: 'PUT', path: '/api/v1/contracts/:contractId/lease-end/walk' },
  deleteLeaseEndPlan: { method: 'DELETE', path: '/api/v1/contracts/:contractId/lease-end/plan' },
  deleteLeaseEndWalk: { method: 'DELETE', path: '/api/v1/contracts/:contractId/lease-end/walk' },
  listAppointments: { method: 'GET', path: `${END}/appointments` },
  listPlaces: { method: 'GET', path: `${END}/places` },
  listSlots: { method: 'GET', path: `${END}/places/:placeId/slots` },
  holdSlot: { method: 'POST', path: `${END}/holds` },
  bookAppointment: { method: 'POST', path: `${END}/appointments` },
  moveAppointment: { method: 'POST', path: `${END}/appointments/:appointmentId/move` },
  cancelAppointment: { method: 'POST', path: `${END}/appointments/:appointmentId/cancel` },
  removePaymentMethod: { method: 'DELETE', path: '/api/v1/payment-methods/:methodId' },
};
