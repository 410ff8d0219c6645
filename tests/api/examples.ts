/** One good input for every operation, for tests that vary who asks or what is wrong with it. */
import { OPERATIONS } from '@roadbook/api/operations/all';
import { makePass } from '@roadbook/server/money/guest/guest-pass';
import { TEST_CLOCK, TEST_KEYS } from '@roadbook/server/testing/test-lender';
import type { Input } from './call.ts';
import { operationOf } from './call.ts';
import { contractIds, PASSWORD } from './people.ts';

/** An id that no row has. */
export const NO_SUCH_ID = '01890000-0000-7000-8000-000000000000';

const payment = { amountCents: '10000', purpose: 'regular', on: '2026-11-02' };

const passkey = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
};
const USED_PASSKEY = {
  ...passkey,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};
const MADE_PASSKEY = {
  ...passkey,
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
};

/** Parameters that are no id of a row. */
const KINDS: Readonly<Record<string, string>> = { liftContractHold: 'dispute' };
/** An answer of an authenticator that nobody has. */
const ASSERTION = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
  clientExtensionResults: {},
};

/** What Robin knows of the contract. */
const ROBIN = {
  contractNumber: 'LMF-1001',
  dateOfBirth: '1988-01-30',
  ssnLastFour: '0002',
  zip: '97201',
};

/** What is said of a car on the lot. */
const RECEIPT = {
  vin: '1M8GDM9AXKP042788',
  on: '2026-11-02',
  miles: 30_000,
  milesReason: null,
  hasNewDamage: false,
  keys: 2,
  hasManual: true,
  hasEquipment: true,
  remarks: null,
  givenBy: 'Dana Whitfield',
  receivedBy: 'Alex Dealer',
};

const BODIES: Readonly<Record<string, unknown>> = {
  signIn: { login: 'dana', password: PASSWORD },
  sendCeremonyCode: { way: 'mail-code' },
  proveCeremonyCode: { way: 'mail-code', code: '123456' },
  proveCeremonyFacts: {
    contractNumber: 'LMF-1001',
    dateOfBirth: '1986-04-12',
    ssnLastFour: '0001',
    zip: '97201',
  },
  beginLostEverything: {
    contractNumber: 'LMF-1001',
    dateOfBirth: '1986-04-12',
    ssnLastFour: '0001',
    zip: '97201',
  },
  askRecoveryCall: { partOfDay: 'morning' },
  proveRecovery: { code: '7FQ2-K9MR-TX4B' },
  registerByFacts: ROBIN,
  registerByLetter: { code: 'AAAA-BBBB-CCCC' },
  registerOnFile: {
    name: 'Robin Whitfield',
    email: 'robin@larkspur.example',
    contractNumber: 'LMF-1001',
    by: 'mail-code',
  },
  setRegistrationEmail: { email: 'robin@larkspur.example' },
  finishRegistration: {
    userName: 'robin',
    password: 'four quiet orange doors',
    passkey: null,
    termsVersion: '2026-01',
  },
  addContract: ROBIN,
  beginPasswordReset: { login: 'dana' },
  setCeremonyPassword: { password: 'four quiet orange doors' },
  stepUpByPassword: { password: PASSWORD },
  sendStepUpCode: { way: 'mail-code' },
  stepUpByCode: { way: 'mail-code', code: '123456' },
  changePassword: { password: 'four quiet orange doors' },
  confirmAuthenticator: { code: '123456' },
  provePasskey: { credential: ASSERTION },
  askStepUpPasskey: { act: 'passkey', about: '' },
  stepUpByPasskey: { credential: ASSERTION, act: { act: 'passkey', about: '' } },
  addPasskey: {
    credential: {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: { clientDataJSON: 'e30', attestationObject: 'oA' },
      clientExtensionResults: {},
    },
  },
  renamePasskey: { name: 'My key' },
  remindUserName: { email: 'dana@larkspur.example' },
  changeMailingAddress: {
    street: '7 Birch Road',
    city: 'Portland',
    state: 'Oregon',
    zip: '97201',
  },
  changeGaraging: {
    street: '7 Birch Road',
    city: 'Portland',
    state: 'Oregon',
    zip: '97201',
  },
  changeHowToTalk: { preferredName: 'Dee', language: 'es', timeZone: 'America/Denver' },
  sendContactCode: { channel: 'mail', address: 'dee@larkspur.example' },
  addContact: { channel: 'mail', address: 'dee@larkspur.example', code: '123456' },
  removeContact: { channel: 'mail', address: 'dee@larkspur.example' },
  makeContactMain: { channel: 'mail', address: 'dee@larkspur.example' },
  chooseNotice: { topic: 'payments', channel: 'mail', wanted: false },
  previewPayment: payment,
  makePayment: { ...payment, methodId: NO_SUCH_ID },
  quotePayoff: { from: '2026-11-02' },
  addPaymentMethod: {
    holderName: 'Dana Whitfield',
    routingNumber: '021000021',
    accountNumber: '000123456789',
    accountType: 'checking',
    password: PASSWORD,
  },
  findGuestContract: { contractNumber: 'LMF-1001', zip: '97201' },
  payAsGuest: {
    pass: makePass(TEST_KEYS, contractIds.loan, TEST_CLOCK()),
    amountCents: '10000',
    holderName: 'Aunt May',
    routingNumber: '021000021',
    accountNumber: '000123456789',
    accountType: 'checking',
  },
  getGuestReceipt: { reference: 'G-2222-2222-2222-2222' },
  askCallBack: { about: 'other-due-date', phone: '(555) 555-0199' },
  postArrivedPayment: { receivedOn: '2026-11-02', amountCents: '10000' },
  reverseArrivedPayment: { reason: 'r01' },
  quotePayoffForIntegrator: { from: '2026-11-02' },
  deskSignIn: { email: 'agent@larkspur.example', password: 'no such password at all' },
  deskProveCode: { code: '123456' },
  deskProvePasskey: { credential: USED_PASSKEY },
  lookAtStaffInvitation: { token: 'A'.repeat(32) },
  staffInvitationPasskey: { token: 'A'.repeat(32) },
  acceptStaffInvitation: {
    token: 'A'.repeat(32),
    password: 'no such password at all',
    proof: { kind: 'authenticator', code: '123456' },
  },
  addOwnPasskey: { name: 'Key', credential: MADE_PASSKEY },
  searchCustomers: { text: 'Whitfield' },
  giveReason: { reason: 'customer-called', note: null },
  showContactData: { reason: 'customer-called', note: null },
  endCustomerSessions: { note: 'Lost the phone.' },
  placeContractHold: { kind: 'dispute', evidence: 'A letter of October 30.' },
  liftContractHold: { note: 'Settled.' },
  bookCallBack: { about: 'other-due-date', phone: '(555) 555-0199', promisedOn: '2026-11-03' },
  startRecovery: { note: 'Lost phone and email.' },
  disputeBillLine: { words: 'It was there when I got the car.' },
  issueReturnQuote: { miles: 30_000, milesEvidence: 'photo 1', wear: [] },
  withdrawReturnQuote: { reason: 'wrong-reading' },
  issueFinalBill: { isLast: true, wear: [], thirdParty: [] },
  decideDispute: { outcome: 'stands', reason: 'shown-by-photos' },
  creditBillLine: { toCents: '0', reason: 'goodwill' },
  findCarToReceive: { vin: '1M8GDM9AXKP042788' },
  previewCarReceipt: RECEIPT,
  recordCarReceipt: { ...RECEIPT, customerSigns: true, dealerSigns: true },
  recordRefund: { refundCents: '100' },
  recordCarSale: { priceCents: '1500000', buyer: 'auction', evidence: 'lot 12' },
  takeBackCarReceipt: { reason: 'wrong-car' },
  confirmRecoveryCall: { code: '1234 5678', note: 'Called the number on file.' },
  finishWork: { note: 'Called, and all is well.' },
  holdSlot: { kind: 'return', placeId: 'north', startsAt: '2027-04-14T13:00:00.000Z' },
  bookAppointment: { claimId: NO_SUCH_ID, home: null },
  moveAppointment: { claimId: NO_SUCH_ID, home: null },
  setPlaceHours: {
    effectiveFrom: '2027-04-14',
    hours: 'mon-fri 08:00-17:00',
    slotMinutes: 45,
    bays: 2,
  },
  setPlaceDay: { on: '2027-04-14', hours: 'closed' },
  tellOdometer: { miles: 31_400, on: '2026-11-02' },
  saveLeaseEndPlan: {
    leaveOn: '2027-05-15',
    chosen: ['buy-miles'],
    answers: {
      odometer: { miles: 31_400, on: '2026-11-01' },
      segment: 'suv',
      valueOffers: [
        { source: 'dealer', cents: '2150000', on: '2026-10-28', goodThrough: '2026-11-07' },
      ],
    },
  },
  saveLeaseEndWalk: {
    bodyStyle: 'suv',
    findings: [
      {
        id: 'finding-1',
        partId: 'front-bumper',
        damage: 'scratch',
        sizeMils: 5_000,
        depthMils: null,
        count: 1,
        paintBroken: true,
        inDriversView: false,
        treadThirtySeconds: null,
        photoCount: 2,
      },
    ],
    inspected: ['hood'],
    skipped: [],
    takenOn: '2026-11-01',
  },
};

const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  findContracts: { number: 'LMF-1001' },
  listPlaces: { zip: '60000', kind: 'return' },
  listSlots: { kind: 'return' },
};

let keys = 0;

/**
 * A good input of an operation, under a key of its own; ids that are not a contract's are unknown.
 */
export function example(id: string, contractId: string = contractIds.loan): Input {
  const { path, idempotent } = operationOf(id);
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  keys += 1;
  return {
    params: Object.fromEntries(names.map((name) => [name, parameterOf(id, name, contractId)])),
    ...(id in BODIES ? { body: BODIES[id] } : {}),
    ...(QUERIES[id] === undefined ? {} : { query: QUERIES[id] }),
    ...(idempotent === true ? { key: `example-${keys}` } : {}),
  };
}

function parameterOf(id: string, name: string, contractId: string): string {
  if (name === 'contractId') return contractId;
  return name === 'kind' ? (KINDS[id] ?? 'call-back') : NO_SUCH_ID;
}

/** Who is let in by what: a cookie, a token, or nothing. */
export const operationsOf = (audience: string) =>
  OPERATIONS.filter((each) => each.audience === audience);
