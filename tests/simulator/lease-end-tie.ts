/**
 * What a planner says of a lease's past and present, beside the ledger: what is owed and held today
 * as the books have it, and the payments to come as the close bills them when nobody does anything.
 */
import { closeContract } from '@roadbook/domain/close/close-contract';
import { nextBusinessDate } from '@roadbook/domain/close/next-business-date';
import type { LeaseContract } from '@roadbook/domain/contract/contract';
import { type Decision, stateAfter } from '@roadbook/domain/contract/decision';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { isRefused } from '@roadbook/domain/lease-end/lease-end-refusal';
import { typicalPolicyOn } from '@roadbook/domain/lease-end/typical-policy';
import { buyout } from '@roadbook/domain/lease-end/ways-out/buyout';
import { paymentLines, remainingLines } from '@roadbook/domain/lease-end/ways-out/end-lines';
import {
  accountOf,
  type LeaseEndAccount,
  type LeaseEndTelling,
} from '@roadbook/domain/lease-end/ways-out/lease-end-telling';
import { wayOutCost } from '@roadbook/domain/lease-end/ways-out/ways-out';
import { creditOf } from '@roadbook/domain/ledger/balances';
import type { Line } from '@roadbook/domain/money/breakdown';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { date } from '@roadbook/domain/time/calendar';
import type { Time } from './compare.ts';
import { same } from './disagreement.ts';
import { type Day, plusDays, tomorrow } from './oracle/days.ts';
import { ask, type Shell, sumOf } from './shell.ts';

/** How the planner reads the account; a test hands in a reading with a mistake. */
export type ReadAccount = (lease: LeaseContract, on: Day) => LeaseEndAccount;

export const readAccount: ReadAccount = (lease, on) => accountOf(lease, date(on));

/** Compares on one day, open or closed; `until` is any day from then through maturity. */
export function tieLeaseEnd(
  shell: Shell,
  on: Day,
  until: Day,
  time: Time,
  read: ReadAccount = readAccount,
): LeaseEndAccount {
  const lease = leaseOf(shell);
  const account = read(lease, on);
  same('a deposit held', account.depositCents, -sumOf(shell, 'security-deposit'));
  owesWhatIsDue(lease, on, account);
  stands(lease, on, account);
  const c = plannedFrom(lease, on, account);
  const [billed, matured] = billedFrom(lease, on, leaseMaturityDate(lease.terms));
  const coming = billed.filter(({ number }) => number > account.dueSoFar);
  const by = (last: Day) => total(coming.filter(({ dueDate }) => dueDate <= last));
  same('payments to come until a day', total(paymentLines(c, date(until))), by(until));
  same('payments after it', total(remainingLines(c, date(until))), total(coming) - by(until));
  keepsItsPromise(c, matured);
  // Money that comes for a closed day may take a late fee back, and is more than was asked for.
  if (time === 'before the close') isSettledByTheBuyout(shell, c);
  return account;
}

/** An account asked for days after its last close is the account closed on each of them. */
export function tieLateClose(
  lease: LeaseContract,
  closedThrough: Day,
  on: Day,
  read: ReadAccount = readAccount,
): void {
  const late = runningOn(lease);
  let closed = late;
  for (let day = tomorrow(closedThrough); day <= on; day = tomorrow(day))
    closed = close(closed, day);
  const { open, dueSoFar, prepaidCents, depositCents } = read(late, on);
  const onTime = read(closed, on);
  same('what is open after a late close', open, onTime.open);
  same('payments due after a late close', dueSoFar, onTime.dueSoFar);
  same('prepaid after a late close', prepaidCents, onTime.prepaidCents);
  same('a deposit after a late close', depositCents, onTime.depositCents);
}

function leaseOf({ contract }: Shell): LeaseContract {
  if (contract.product !== 'lease') throw new RangeError('a loan has no lease end');
  return contract;
}

function total(amounts: readonly { readonly cents: bigint }[]): bigint {
  return amounts.reduce((sum, { cents }) => sum + cents, 0n);
}

function sumOpen({ open }: Pick<LeaseEndAccount, 'open'>): bigint {
  return open.reduce((sum, { baseCents, taxCents }) => sum + baseCents + taxCents, 0n);
}

/** What a customer is told is due, and what falls due today. */
function owesWhatIsDue(lease: LeaseContract, on: Day, account: LeaseEndAccount): void {
  const due = leaseAmountDue(lease, date(on));
  const past = { open: account.open.filter(({ dueDate }) => dueDate < on) };
  const today = due.nextDueDate === on ? due.nextPaymentCents : 0n;
  same('past due', sumOpen(past), due.pastDueCents);
  same('past due and due today', sumOpen(account), due.pastDueCents + today);
  same('fees', account.feesCents, due.feesCents);
}

/** The books after the close of the day, had nobody anything drawn on it. */
function stands(lease: LeaseContract, on: Day, account: LeaseEndAccount): void {
  const { facts, balances } = close(runningOn(lease), on);
  same('open payments of the books', account.open, facts.open);
  same('payments billed', account.dueSoFar, facts.billed);
  same('prepaid', account.prepaidCents, creditOf(balances, 'prepaid-lease-payments'));
}

/** A plan is for a lease that runs on: no draft is drawn, and nobody charges it off. */
function runningOn(lease: LeaseContract): LeaseContract {
  const policy = { ...lease.terms.policy, chargeOffDays: null };
  const facts = { ...lease.facts, promises: [] };
  return { ...lease, terms: { ...lease.terms, policy }, facts };
}

function close(lease: LeaseContract, on: Day): LeaseContract {
  return leaseAfter(closeContract(lease, { on: date(on) }), lease);
}

function leaseAfter(decision: Decision, lease: LeaseContract): LeaseContract {
  const after = stateAfter(decision, lease);
  if (after.product !== 'lease') throw new RangeError('a lease stays a lease');
  return after;
}

function plannedFrom(lease: LeaseContract, on: Day, account: LeaseEndAccount): LeaseEndTelling {
  return {
    asOf: date(on),
    terms: lease.terms,
    policy: typicalPolicyOn(date(on)),
    account,
    readings: [],
    futureMilesPerMille: 0,
    wearCents: 0n,
    valueOn: () => null,
    offer: null,
    servicemember: false,
  };
}

type Billed = { readonly number: number; readonly dueDate: Day; readonly cents: bigint };

/** Every payment the close posts from a day through maturity, and the lease as it stands then. */
function billedFrom(lease: LeaseContract, on: Day, maturity: Day): [Billed[], LeaseContract] {
  const billed: Billed[] = [];
  let left = runningOn(lease);
  let day = nextBusinessDate(left, date(on));
  while (day !== null && day <= maturity) {
    const decision = closeContract(left, { on: day });
    for (const { kind, lines } of decision.entries) {
      if (kind !== 'lease-payment-due') continue;
      const { number, dueDate } = lines[0]?.inputs ?? {};
      billed.push({ number: Number(number), dueDate: dueDate ?? day, cents: total(lines) });
    }
    left = leaseAfter(decision, left);
    day = nextBusinessDate(left, date(tomorrow(day)));
  }
  return [billed, left];
}

/** A return at maturity costs what the books want then, the disposition fee, less the deposit. */
function keepsItsPromise(c: LeaseEndTelling, matured: LeaseContract): void {
  const { account, terms } = c;
  const way = wayOutCost(c, 'return', leaseMaturityDate(terms));
  if (isRefused(way)) throw new RangeError(way.code);
  const prepaid = creditOf(matured.balances, 'prepaid-lease-payments');
  const payments = sumOpen(matured.facts) - prepaid;
  const others = account.feesCents + terms.endFees.dispositionCents - account.depositCents;
  same('a return at maturity', way.cash.totalCents, payments + others);
}

/** Whoever pays what the buyout says is owed owes nothing more, and nothing is left over. */
function isSettledByTheBuyout(shell: Shell, { asOf, ...c }: LeaseEndTelling): void {
  const price = buyout({ asOf, ...c }, asOf);
  if (isRefused(price)) throw new RangeError(price.code);
  const owed = price.lines.filter(({ label }: Line) => label === 'past-due' || label === 'fees');
  const amountCents = total(owed);
  if (amountCents === 0n) return;
  const outcome = ask(shell, (history) =>
    receivePayment(
      shell.contract,
      {
        amountCents,
        purpose: 'regular',
        channel: 'wire',
        source: 'arrived',
        methodId: null,
        receivedOn: asOf,
      },
      asOf,
      history,
    ),
  );
  if (outcome.outcome === 'refused') throw new RangeError(outcome.code);
  const paid = leaseAfter(outcome, leaseOf(shell));
  same('open after paying what is owed', paid.facts.open, []);
  same('owed after paying it', leaseAmountDue(paid, asOf).pastDueCents, 0n);
  same('fees after paying them', leaseAmountDue(paid, asOf).feesCents, 0n);
  const held = creditOf(paid.balances, 'prepaid-lease-payments');
  same('prepaid after paying what is owed', held, c.account.prepaidCents);
  const unapplied = creditOf(paid.balances, 'unapplied');
  same('left over', unapplied, creditOf(shell.contract.balances, 'unapplied'));
}

/** Some days of a lease from boarding through maturity, both among them, in order. */
export function daysToLook(
  from: Day,
  maturity: Day,
  dice: (least: number, most: number) => number,
) {
  const length = (Date.parse(maturity) - Date.parse(from)) / 86_400_000;
  const days = [from, maturity, plusDays(maturity, -1)];
  for (let count = 0; count < 5; count += 1) days.push(plusDays(from, dice(0, length)));
  return new Set(days.filter((day) => day >= from));
}
