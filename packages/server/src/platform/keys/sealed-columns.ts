/**
 * Every column that holds sealed values, with the identity under which each is sealed. Writers,
 * readers and the rotation of keys take their identities from here: a value that was sealed under
 * another identity would not open. A test holds that no sealed column of the schema is missing.
 */

/** The identity of a sealed value, from what names its row. */
export const identityOf = {
  person: (personId: string) => `person:${personId}`,
  personChange: (personId: string, changeId: string) => `person-change:${personId}:${changeId}`,
  userName: (personId: string) => `user-name:${personId}`,
  authenticator: (personId: string) => `authenticator:${personId}`,
  ceremony: (tokenHash: Buffer) => `ceremony:${tokenHash.toString('hex')}`,
  messageTo: (personId: string, messageId: string) => `person-message-to:${personId}:${messageId}`,
  messageData: (personId: string, messageId: string) =>
    `person-message-data:${personId}:${messageId}`,
  paymentMethod: (methodId: string) => `payment-method:${methodId}`,
  guestPayment: (contractId: string, key: string) => `guest-payment:${contractId}:${key}`,
  partyChange: (contractId: string, changeId: string) => `party-change:${contractId}:${changeId}`,
  callBack: (callBackId: string) => `call-back:${callBackId}`,
  recoveryLetter: (letterId: string) => `recovery-letter:${letterId}`,
  staff: (staffId: string) => `staff:${staffId}`,
  staffProof: (proofId: string) => `staff-proof:${proofId}`,
  staffInvitation: (tokenHash: Buffer) => `staff-invitation:${tokenHash.toString('hex')}`,
  staffCeremony: (tokenHash: Buffer) => `staff-ceremony:${tokenHash.toString('hex')}`,
  providerTokens: (staffId: string) => `provider-tokens:${staffId}`,
  access: (accessId: string) => `access-log:${accessId}`,
  appointment: (appointmentId: string) => `appointment:${appointmentId}`,
  garagingMove: (contractId: string, moveId: string) => `garaging-move:${contractId}:${moveId}`,
  leaseDocument: (handOverId: string) => `lease-document:${handOverId}`,
  billDispute: (disputeId: string) => `bill-dispute:${disputeId}`,
  work: (kind: string, itemKey: string) => `work:${kind}:${itemKey}`,
} as const;

/** A row as it is read for sealing anew: ids and texts as text, bytes as bytes. */
export type SealedRow = Readonly<Record<string, string | Buffer | null>>;

export type SealedTable = {
  readonly table: string;
  /** The primary key, each column with its type. */
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'bytea'>>;
  /** What else the identity needs. */
  readonly also?: readonly string[];
  /** The sealed columns, each with the identity of its value; all share the row's `key_id`. */
  readonly sealed: Readonly<Record<string, (row: SealedRow) => string>>;
  /** The table takes no updates from us: the right to write these columns is lent. */
  readonly isAppendOnly?: true;
  /** The digest of this sealed column is kept beside it, in that column. */
  readonly digest?: { readonly of: string; readonly in: string };
};

export const SEALED_TABLES: readonly SealedTable[] = [
  table('person', { person_id: 'uuid' }, ({ person_id }) => identityOf.person(text(person_id)), {
    digest: { of: 'sealed', in: 'search_of' },
  }),
  table('person_change', { person_id: 'uuid', change_id: 'uuid' }, (row) =>
    identityOf.personChange(text(row.person_id), text(row.change_id)),
  ),
  table('credential', { person_id: 'uuid' }, (row) => identityOf.userName(text(row.person_id))),
  table('authenticator', { person_id: 'uuid' }, (row) =>
    identityOf.authenticator(text(row.person_id)),
  ),
  table('ceremony', { token_hash: 'bytea' }, (row) => identityOf.ceremony(bytes(row.token_hash))),
  {
    table: 'person_message',
    key: { person_id: 'uuid', message_id: 'uuid' },
    sealed: {
      to_sealed: (row) => identityOf.messageTo(text(row.person_id), text(row.message_id)),
      data_sealed: (row) => identityOf.messageData(text(row.person_id), text(row.message_id)),
    },
  },
  table('payment_method', { person_id: 'uuid', method_id: 'uuid' }, (row) =>
    identityOf.paymentMethod(text(row.method_id)),
  ),
  table('guest_payment', { contract_id: 'uuid', key: 'text' }, (row) =>
    identityOf.guestPayment(text(row.contract_id), text(row.key)),
  ),
  table(
    'party_change',
    { contract_id: 'uuid', change_id: 'uuid' },
    (row) => identityOf.partyChange(text(row.contract_id), text(row.change_id)),
    { isAppendOnly: true },
  ),
  table('call_back', { contract_id: 'uuid', call_back_id: 'uuid' }, (row) =>
    identityOf.callBack(text(row.call_back_id)),
  ),
  table('recovery_letter', { letter_id: 'uuid' }, (row) =>
    identityOf.recoveryLetter(text(row.letter_id)),
  ),
  table('staff', { staff_id: 'uuid' }, (row) => identityOf.staff(text(row.staff_id))),
  table('staff_proof', { proof_id: 'uuid' }, (row) => identityOf.staffProof(text(row.proof_id))),
  table('staff_invitation', { token_hash: 'bytea' }, (row) =>
    identityOf.staffInvitation(bytes(row.token_hash)),
  ),
  table('staff_ceremony', { token_hash: 'bytea' }, (row) =>
    identityOf.staffCeremony(bytes(row.token_hash)),
  ),
  table(
    'staff_session',
    { token_hash: 'bytea' },
    (row) => identityOf.providerTokens(text(row.staff_id)),
    { also: ['staff_id'] },
  ),
  table('access_log', { access_id: 'uuid' }, (row) => identityOf.access(text(row.access_id))),
  table('garaging_move', { contract_id: 'uuid', move_id: 'uuid' }, (row) =>
    identityOf.garagingMove(text(row.contract_id), text(row.move_id)),
  ),
  table('appointment', { contract_id: 'uuid', appointment_id: 'uuid' }, (row) =>
    identityOf.appointment(text(row.appointment_id)),
  ),
  table(
    'lease_document',
    { sha256: 'bytea' },
    (row) => identityOf.leaseDocument(text(row.hand_over_id)),
    { also: ['hand_over_id'] },
  ),
  table('bill_dispute', { dispute_id: 'uuid' }, (row) =>
    identityOf.billDispute(text(row.dispute_id)),
  ),
  table('work_item', { kind: 'text', item_key: 'text' }, (row) =>
    identityOf.work(text(row.kind), text(row.item_key)),
  ),
];

/** A table with one sealed column, named as most are. */
function table(
  name: string,
  key: SealedTable['key'],
  identity: (row: SealedRow) => string,
  more: Pick<SealedTable, 'also' | 'isAppendOnly' | 'digest'> = {},
): SealedTable {
  return { table: name, key, sealed: { sealed: identity }, ...more };
}

function text(value: string | Buffer | null | undefined): string {
  if (typeof value !== 'string') throw new Error('a row of a sealed column has no such text');
  return value;
}

function bytes(value: string | Buffer | null | undefined): Buffer {
  if (!Buffer.isBuffer(value)) throw new Error('a row of a sealed column has no such bytes');
  return value;
}
