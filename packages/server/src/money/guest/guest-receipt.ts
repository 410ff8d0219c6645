import { overviewFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt, networkBucket } from '../../people/admit-attempt.ts';
import { forgiveAttempt, type ThrottleRule } from '../../people/throttle.sql.ts';
import { type KeyRing, lookupHash } from '../../platform/keys/key-ring.ts';
import { receiptOf } from '../pay/receipts.ts';
import { type GuestPaymentRow, guestPaymentOfReference, paidEntryId } from './guest-payment.sql.ts';

/** Letters and digits that nobody takes for one another. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

const PER_NETWORK: ThrottleRule = { attempts: 20, windowSeconds: 900 };

/**
 * The reference under which a guest finds the receipt again: 16 letters that follow from the key.
 * A repeated request gets the same one, and nobody can work it out without our keys.
 */
export function referenceFor(ring: KeyRing, contractId: string, key: string): string {
  const bytes = lookupHash(ring, 'guest-reference', `${contractId} ${key}`);
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `G-${letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')}`;
}

/** What is stored of a reference, however it was typed. */
export function hashOfReference(ring: KeyRing, reference: string): Buffer {
  const letters = reference.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return lookupHash(ring, 'guest-reference-hash', letters);
}

/** The receipt of a reference, as it stands now. */
export async function findGuestReceipt(
  shell: Shell,
  { reference, network }: { readonly reference: string; readonly network: string },
) {
  const { store, ring } = shell;
  const bucket = networkBucket(shell, 'guest-receipt', network);
  await admitAttempt(shell, bucket, PER_NETWORK);
  const row = await guestPaymentOfReference(store, hashOfReference(ring, reference));
  if (row === undefined) throw new ProblemError('guest-receipt-not-found');
  const receipt = await guestReceipt(shell, row);
  await forgiveAttempt(store, bucket);
  return receipt;
}

/** What a guest sees of a payment: nothing of the contract but the end of its number. */
export async function guestReceipt({ store, ring }: Shell, row: GuestPaymentRow) {
  const { contract_id: contractId, key } = row;
  const entryId = await paidEntryId(store, contractId, key);
  if (entryId === undefined) throw new ProblemError('guest-receipt-not-found');
  const { stored, account } = await overviewFor(store, contractId, null);
  const receipt = await receiptOf(store, { stored, account, methods: new Map() }, entryId);
  const { state, amountCents, on, recordedAt, clearsOn } = receipt;
  if (state !== 'accepted' && state !== 'cleared' && state !== 'reversed') {
    throw new Error('a guest makes no promises');
  }
  return {
    reference: referenceFor(ring, contractId, key),
    state,
    amountCents,
    on,
    recordedAt,
    clearsOn,
    contractEnding: account.contract_number.slice(-4),
    accountEnding: row.last_four,
    accountType: row.account_type,
  };
}
