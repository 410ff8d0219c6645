import type { Contract } from '@roadbook/domain/contract/contract';
import { stoppedBy } from '@roadbook/domain/contract/hold';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { overviewFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt } from '../../people/admit-attempt.ts';
import { networkHash } from '../../people/network.ts';
import { unsealPerson } from '../../people/person.ts';
import { forgiveAttempt, type ThrottleRule } from '../../people/throttle.sql.ts';
import { lookupHash } from '../../platform/keys/key-ring.ts';
import { makePass } from './guest-pass.ts';
import { type GuestPartyRow, partiesOfNumber } from './guest-payment.sql.ts';

/**
 * There are some 42,000 ZIP codes: twenty wrong ones an hour for a contract, from wherever they
 * come, would take three months. A network and a contract together get fewer.
 */
const PER_CONTRACT: ThrottleRule = { attempts: 20, windowSeconds: 3_600 };
const PER_CONTRACT_AND_NETWORK: ThrottleRule = { attempts: 5, windowSeconds: 900 };
const PER_NETWORK: ThrottleRule = { attempts: 30, windowSeconds: 900 };

/** What a guest typed, and the address they came from. */
export type GuestTry = {
  readonly contractNumber: string;
  readonly zip: string;
  readonly network: string;
};

/**
 * The contract with a number, if one of its parties has the ZIP code. Every wrong pair is answered
 * alike and counted before anything is opened.
 */
export async function findGuestContract(shell: Shell, attempt: GuestTry) {
  const { store, ring, clock } = shell;
  const number = attempt.contractNumber.trim();
  const buckets = bucketsOf(shell, number, attempt.network);
  for (const [bucket, rule] of buckets) await admitAttempt(shell, bucket, rule);
  const parties = await partiesOfNumber(store, number);
  const contractId = parties.find((row) => hasZip(shell, row, attempt.zip))?.contract_id;
  if (contractId === undefined) throw new ProblemError('guest-not-found');
  for (const [bucket] of buckets) await forgiveAttempt(store, bucket);
  const due = await guestContractOf(shell, contractId);
  return { pass: makePass(ring, contractId, clock()), ...due };
}

/** What a guest sees of a contract. Refused where a person has to look at its payments. */
export async function guestContractOf({ store }: Shell, contractId: string) {
  const { stored, account } = await overviewFor(store, contractId, null);
  const { contract, openDay } = stored;
  if (!takesGuests(contract, openDay)) throw new ProblemError('guest-cannot-pay');
  return {
    product: contract.product,
    contractEnding: account.contract_number.slice(-4),
    today: openDay as string,
    ...dueOf(contract, openDay),
  };
}

function bucketsOf(
  { ring }: Shell,
  number: string,
  address: string,
): readonly (readonly [string, ThrottleRule])[] {
  const contract = lookupHash(ring, 'guest-contract', number).toString('hex');
  const network = networkHash(ring, address).toString('hex');
  return [
    [`guest-network:${network}`, PER_NETWORK],
    [`guest-both:${contract}:${network}`, PER_CONTRACT_AND_NETWORK],
    [`guest-contract:${contract}`, PER_CONTRACT],
  ];
}

/** The first five digits of a ZIP code count; abroad the whole postal code without blanks. */
function hasZip({ ring }: Shell, row: GuestPartyRow, typed: string): boolean {
  const { zip } = unsealPerson(ring, row);
  return zip !== null && comparable(zip) === comparable(typed);
}

function comparable(zip: string): string {
  const digits = /^\s*(\d{5})(?:[\s-]?\d{4})?\s*$/.exec(zip)?.[1];
  return digits ?? zip.replaceAll(/[\s-]/g, '').toUpperCase();
}

function takesGuests(contract: Contract, on: BusinessDate): boolean {
  if (stoppedBy(contract.holds, 'self-service', on) !== null) return false;
  return contract.status === 'active' || contract.status === 'matured';
}

function dueOf(contract: Contract, on: BusinessDate) {
  const due =
    contract.product === 'loan' ? loanAmountDue(contract, on) : leaseAmountDue(contract, on);
  return {
    amountDueCents: due.total.totalCents.toString(),
    pastDueCents: due.pastDueCents.toString(),
    dueDate: (due.nextDueDate ?? null) as string | null,
    lateFeeAfter: (due.lateFee?.payBy ?? null) as string | null,
  };
}
