import type { LeaseContract } from '@roadbook/domain/contract/contract';
import { accountOf } from '@roadbook/domain/lease-end/ways-out/lease-end-telling';
import { date } from '@roadbook/domain/time/calendar';
import { expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import {
  daysToLook,
  type ReadAccount,
  readAccount,
  tieLateClose,
  tieLeaseEnd,
} from './lease-end-tie.ts';
import { lifeOf } from './life.ts';
import { type Look, live } from './live.ts';
import { plusDays } from './oracle/days.ts';
import { maturityOf } from './oracle/lease-books.ts';
import { random } from './random.ts';

/** A fifth of a second each, and ten times that on a machine with much else to do. */
const timeout = effort(1_000) * 2_000;

/** What the looks have met, and how often. */
const met = new Map<string, number>();

function count(what: string): void {
  met.set(what, (met.get(what) ?? 0) + 1);
}

/** Every third life is a lease. Looks at it on some of its days: the first disagreement. */
function lookAt(lease: number, read: ReadAccount = readAccount): string | null {
  const life = lifeOf(3 * lease);
  const { promise } = life;
  if (promise.product !== 'lease') throw new RangeError('every third life is a lease');
  const dice = random(lease);
  const maturity = maturityOf(promise);
  const days = daysToLook(promise.opening.asOf, maturity, dice.from);
  const look: Look = (shell, day, time) => {
    // A lease that was charged off has no end to plan: the portal says so.
    if (!days.has(day) || shell.contract.status === 'charged-off') return;
    const until = plusDays(day, dice.from(0, 400));
    const last = until < maturity ? until : maturity;
    const account = tieLeaseEnd(shell, day, last, time, read);
    const { contract } = shell;
    if (contract.product !== 'lease') return;
    if (account.open.length > 0) count('open');
    if (account.feesCents > 0n) count('fees');
    if (account.prepaidCents > 0n) count('prepaid');
    if (account.depositCents > 0n) count('deposit');
    if (account.dueSoFar > contract.facts.billed) count('due and not yet billed');
    if (contract.facts.promises.length > 0) count('a draft scheduled');
    if (contract.holds.length > 0) count('a hold');
    count(`${promise.timing} ${time}`);
    if (time === 'after the close') {
      const later = plusDays(day, dice.from(1, 100));
      tieLateClose(contract, day, later < maturity ? later : maturity, read);
    }
  };
  const { failure } = live(life, look);
  return failure === null ? null : `lease ${lease}: ${failure.message}`;
}

test('the planner’s past and present are the ledger’s', { timeout }, () => {
  const failed: string[] = [];
  for (let lease = 1; lease <= effort(1_000) && failed.length < 3; lease += 1) {
    const failure = lookAt(lease);
    if (failure !== null) failed.push(failure);
  }
  expect(failed.join('\n')).toBe('');
});

test('the looks meet all that an account can hold', () => {
  const wanted = [
    'open',
    'fees',
    'prepaid',
    'deposit',
    'due and not yet billed',
    'a draft scheduled',
    'a hold',
    ...['advance', 'arrears', 'single-payment'].flatMap((timing) => [
      `${timing} before the close`,
      `${timing} after the close`,
    ]),
  ];
  expect(wanted.filter((each) => !met.has(each))).toEqual([]);
});

/** The account read with a mistake as small as there can be. */
const mistakes: Record<string, ReadAccount> = {
  'the books as they were last closed': (lease, on) => ({
    ...readAccount(lease, on),
    open: lease.facts.open,
    dueSoFar: lease.facts.billed,
  }),
  'a payment of today that is still to come': (lease, on) => ({
    ...readAccount(lease, on),
    open: readAccount(lease, on).open.filter(({ dueDate }) => dueDate < on),
  }),
  'prepaid money that was used this morning': (lease: LeaseContract, on) => ({
    ...readAccount(lease, on),
    prepaidCents: accountOf(lease, date(plusDays(on, -1))).prepaidCents,
  }),
  'no deposit': (lease, on) => ({ ...readAccount(lease, on), depositCents: 0n }),
  'late fees alone': (lease, on) => ({
    ...readAccount(lease, on),
    feesCents: readAccount(lease, on).feesCents / 2n,
  }),
  'a payment too few': (lease, on) => {
    const account = readAccount(lease, on);
    return { ...account, dueSoFar: account.dueSoFar + 1 };
  },
};

test.each(Object.entries(mistakes))('the ledger contradicts %s', (_, read) => {
  const leases = Array.from({ length: 30 }, (_each, index) => index + 1);
  expect(leases.some((lease) => lookAt(lease, read) !== null)).toBe(true);
});
