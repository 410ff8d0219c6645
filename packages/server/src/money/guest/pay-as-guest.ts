import { encode } from '@roadbook/api/wire';
import type { RefusalCode } from '@roadbook/domain/contract/refusal';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { isRoutingNumber } from '@roadbook/domain/payment/routing-number';
import { hashInput } from '../../book/write/command.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { settle } from '../../operation/settle.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt, networkBucket } from '../../people/admit-attempt.ts';
import type { ThrottleRule } from '../../people/throttle.sql.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { contractOfPass } from './guest-pass.ts';
import {
  type GuestPaymentRow,
  guestPaymentOfKey,
  keepGuestPayment,
  type NewGuestPayment,
  paidEntryId,
} from './guest-payment.sql.ts';
import { guestReceipt, hashOfReference, referenceFor } from './guest-receipt.ts';

/** As many payments as a family with several cars makes, and no try-out of stolen accounts. */
const PER_NETWORK: ThrottleRule = { attempts: 20, windowSeconds: 3_600 };

export type GuestPaymentRequest = {
  readonly pass: string;
  readonly amountCents: string;
  readonly holderName: string;
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly accountType: 'checking' | 'savings';
  readonly key: string;
  readonly network: string;
};

/**
 * Pays a contract from a bank account that is used once. The account is stored sealed under the
 * request's key before the bank is asked, so a repeated request asks for the same debit.
 */
export async function payAsGuest(shell: Shell, request: GuestPaymentRequest) {
  const { store, ring, clock } = shell;
  const contractId = contractOfPass(ring, request.pass, clock());
  if (!isRoutingNumber(request.routingNumber)) throw new ProblemError('routing-number-wrong');
  const asked = askedFor(shell, contractId, request);
  const earlier = await guestPaymentOfKey(store, contractId, asked.key);
  if (earlier === undefined) {
    await admitAttempt(shell, networkBucket(shell, 'guest-pay', request.network), PER_NETWORK);
    await refuseUnpayable(shell, contractId, request.amountCents);
  }
  const kept = earlier ?? (await keepGuestPayment(store, asked, clock()));
  if (!kept.input_hash.equals(asked.input_hash)) {
    throw new ProblemError('key-used-for-other-input');
  }
  const isPaid = (await paidEntryId(store, contractId, asked.key)) !== undefined;
  if (!isPaid) await debit(shell, kept, request.amountCents);
  return guestReceipt(shell, kept);
}

function askedFor(
  { ring, clock }: Shell,
  contractId: string,
  request: GuestPaymentRequest,
): NewGuestPayment {
  const { holderName, routingNumber, accountNumber, accountType, amountCents } = request;
  const key = `guest:${request.key}`;
  const account = encode({ holderName, routingNumber, accountNumber });
  return {
    contractId,
    key,
    method_id: uuidV7(clock()),
    input_hash: hashInput('guest', contractId, amountCents, routingNumber, accountNumber),
    referenceHash: hashOfReference(ring, referenceFor(ring, contractId, key)),
    account_type: accountType,
    last_four: accountNumber.slice(-4),
    ...seal(ring, identityOf.guestPayment(contractId, key), account),
  };
}

/** Asks the bank, then writes the payment. Both know the request by its key. */
async function debit(
  { gateway, writer }: Shell,
  kept: GuestPaymentRow,
  amountCents: string,
): Promise<void> {
  const { contract_id: contractId, key, method_id: methodId, input_hash: inputHash } = kept;
  const authorized = await gateway.authorize({
    key: `${contractId}:${key}`,
    methodId,
    amountCents: BigInt(amountCents),
    lastFour: kept.last_four,
  });
  if (authorized.outcome === 'refused') throw new ProblemError('payment-method-refused');
  const result = await writer.run({
    contractId,
    key,
    inputHash,
    decide: (contract, businessDate, history) =>
      receivePayment(
        contract,
        paymentOf(amountCents, methodId, businessDate),
        businessDate,
        history,
      ),
  });
  if (result.outcome === 'refused') throw guestRefusal(result.code);
  settle(result);
}

/** What would be refused is refused before any bank is asked. */
async function refuseUnpayable({ store }: Shell, contractId: string, amountCents: string) {
  const { contract, openDay } = await contractFor(store, contractId, null);
  const outcome = receivePayment(contract, paymentOf(amountCents, null, openDay), openDay, null);
  if (outcome.outcome === 'refused') throw guestRefusal(outcome.code);
}

function paymentOf<D>(amountCents: string, methodId: string | null, receivedOn: D) {
  return {
    amountCents: BigInt(amountCents),
    purpose: 'regular' as const,
    channel: 'bank-debit' as const,
    source: 'customer' as const,
    methodId,
    receivedOn,
  };
}

const TOO_MUCH: ReadonlySet<RefusalCode> = new Set([
  'amount-too-large',
  'payment-over-payoff',
  'payment-over-lease',
  'payment-over-debit-limit',
]);

/** A refusal of the core says what is owed and what holds the contract. A guest learns neither. */
function guestRefusal(code: RefusalCode): ProblemError {
  return new ProblemError(TOO_MUCH.has(code) ? 'guest-too-much' : 'guest-cannot-pay');
}
