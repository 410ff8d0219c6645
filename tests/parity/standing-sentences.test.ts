/**
 * Goal: what a customer reads before an act is what the contract says once it is done.
 * Method: every contract of the demonstration × every act a customer can do. The sentences of the
 * review are compared with those of the contract page after the act, and each amount in them with
 * the page's own figures, which other code computes.
 */
import type { Contract, ScheduledPayment } from '@roadbook/domain/contract/contract';
import { type Outcome, stateAfter } from '@roadbook/domain/contract/decision';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import { payoffCents } from '@roadbook/domain/loan/payoff';
import { quotePayoff } from '@roadbook/domain/loan/quote-payoff';
import {
  cancelScheduledPayment,
  schedulePayment,
} from '@roadbook/domain/payment/promise/schedule-payment';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { reversePayment } from '@roadbook/domain/payment/reverse-payment';
import { standAfter } from '@roadbook/domain/payment/standing/stand-after';
import { addDays, date } from '@roadbook/domain/time/calendar';
import type { AccountRow } from '@roadbook/server/book/read/read-account';
import { presentContract } from '@roadbook/server/contracts/contract-overview';
import { previewOf } from '@roadbook/server/money/pay/preview-payment';
import { ProblemError } from '@roadbook/server/operation/problem-error';
import { wireStanding } from '@roadbook/server/operation/standing';
import { type LivedContract, liveInMemory } from '@roadbook/server/testing/demo/live-in-memory';
import { beforeAll, expect, test, vi } from 'vitest';

// The words as customers read them: the catalogues themselves, compiled as the build compiles it.
vi.mock(
  '../../packages/web/src/shared/copy/copy.ts',
  () => import('../../packages/web/src/shared/copy/testing/real-copy.ts'),
);

type Standing = ReturnType<typeof wireStanding>;
type Sentence = { readonly about: string; readonly text: string };
let sentencesOf: (standing: Standing) => Sentence[];

const TODAY = date('2026-11-29');
const ACCOUNT: AccountRow = {
  contract_id: '',
  contract_number: '814200001',
  deal: 'd',
  asset_number: 'a',
  boarded_as_of: TODAY,
  model_year: null,
  make: null,
  model: null,
  vin: null,
};

let contracts: ReadonlyMap<string, LivedContract>;

beforeAll(async () => {
  // Not known to the types of this folder: it belongs to the browser's.
  const words = '../../packages/web/src/shared/contract/standing-words.ts';
  sentencesOf = ((await import(words)) as { standingSentences: typeof sentencesOf })
    .standingSentences;
  ({ contracts } = await liveInMemory('larkspur', TODAY));
});

/** The contract page, as the server presents it. */
function pageOf(contract: Contract) {
  const points: never[] = [];
  return presentContract(contract, { today: TODAY, account: ACCOUNT, points, methods: new Map() });
}

function dueOf(contract: Contract) {
  return contract.product === 'loan'
    ? loanAmountDue(contract, TODAY)
    : leaseAmountDue(contract, TODAY);
}

type Doing = {
  readonly name: string;
  /** What is said before; null when the act is refused. */
  readonly foretold: () => Standing | null;
  readonly done: () => Outcome;
};

/** Every act of a customer on a contract, and the bank's answer to the last payment. */
function actsOn({ contract, entries }: LivedContract): Doing[] {
  const due = dueOf(contract);
  const overdue = due.pastDueCents + due.feesCents;
  const all = contract.product === 'loan' ? payoffCents(contract, TODAY) : 0n;
  const amounts: [string, bigint, 'regular' | 'principal-only' | 'payoff'][] = [
    ['next due', due.total.totalCents, 'regular'],
    ['past due', overdue, 'regular'],
    ['a part', overdue > 0n ? overdue / 3n : due.nextPaymentCents / 3n, 'regular'],
    ['a cent', 1n, 'regular'],
    ['extra', due.total.totalCents + 123_45n, 'regular'],
    ['principal only', 200_00n, 'principal-only'],
    ['payoff', all, 'payoff'],
    ['all but a little', all - 3_00n, 'regular'],
  ];
  const wanted = amounts.filter(([, cents]) => cents > 0n);
  return [
    ...wanted.map(([name, cents, purpose]) => paying(contract, `pay ${name}`, cents, purpose)),
    ...wanted.flatMap(([name, cents, purpose]) =>
      (name === 'next due' ? [1, 45] : [7]).map((ahead) =>
        promising(contract, `promise ${name}`, cents, purpose, ahead),
      ),
    ),
    ...contract.facts.promises.map((promise) => cancelling(contract, promise)),
    ...returning(contract, entries),
  ];
}

function foretoldBy(contract: Contract, cents: bigint, purpose: Purpose, on: string) {
  return (): Standing | null => {
    try {
      return previewOf(contract, { amountCents: `${cents}`, purpose, on }, TODAY).standing;
    } catch (fault) {
      if (fault instanceof ProblemError) return null;
      throw fault;
    }
  };
}

type Purpose = 'regular' | 'principal-only' | 'payoff';

function paying(contract: Contract, name: string, amountCents: bigint, purpose: Purpose): Doing {
  const payment = {
    amountCents,
    purpose,
    channel: 'bank-debit',
    source: 'customer',
    methodId: 'm-1',
    receivedOn: TODAY,
  } as const;
  return {
    name,
    foretold: foretoldBy(contract, amountCents, purpose, TODAY),
    done: () => receivePayment(contract, payment, TODAY, null),
  };
}

function promising(
  contract: Contract,
  name: string,
  amountCents: bigint,
  purpose: Purpose,
  ahead: number,
): Doing {
  const on = addDays(TODAY, ahead);
  const promise: ScheduledPayment = {
    scheduleId: 'p-1',
    amountCents,
    on,
    purpose,
    channel: 'bank-debit',
    methodId: 'm-1',
  };
  return {
    name: `${name} in ${ahead} days`,
    foretold: foretoldBy(contract, amountCents, purpose, on),
    done: () => schedulePayment(contract, promise, TODAY),
  };
}

function cancelling(contract: Contract, { scheduleId }: ScheduledPayment): Doing {
  return {
    name: 'cancel',
    foretold: () => foretold(standAfter(contract, { kind: 'cancel', scheduleId }, TODAY)),
    done: () => cancelScheduledPayment(contract, scheduleId, TODAY),
  };
}

function returning(contract: Contract, entries: LivedContract['entries']): Doing[] {
  const paymentSeq = entries.findLast(({ kind }) => kind === 'payment')?.payment?.paymentSeq;
  if (paymentSeq === undefined) return [];
  const reversal = { paymentSeq, reason: 'r01' };
  return [
    {
      name: 'return',
      foretold: () => foretold(standAfter(contract, { kind: 'return', reversal }, TODAY, entries)),
      done: () => reversePayment(contract, reversal, TODAY, entries),
    },
  ];
}

function foretold(outcome: ReturnType<typeof standAfter>): Standing | null {
  return outcome.outcome === 'stands' ? wireStanding(outcome.standing) : null;
}

const centsIn = (text: string): bigint[] =>
  [...text.matchAll(/\$([\d,]+)\.(\d\d)/g)].map(([, whole = '', part = '']) =>
    BigInt(whole.replaceAll(',', '') + part),
  );

/** The sentences against the figures of the page that other code computes. */
function checkFigures(sentences: Sentence[], page: ReturnType<typeof pageOf>): void {
  const about = (what: string) => sentences.filter((each) => each.about === what);
  const amounts = (what: string) => about(what).map(({ text }) => centsIn(text)[0] ?? -1n);
  const { amountDue } = page;
  if (page.status !== 'open') return;
  const pastDue = amounts('past-due').reduce((sum, cents) => sum + cents, 0n);
  expect(pastDue).toBe(BigInt(amountDue.pastDueCents));
  // Rent of a kept car that is billed counts as a fee there, and stands apart here.
  const isKept = about('holdover').length > 0;
  const fees = amountDue.feesCents === '0' ? [] : [BigInt(amountDue.feesCents)];
  if (!isKept) expect(amounts('fees')).toEqual(fees);
  expect(amounts('next')).toEqual(
    amountDue.nextDueDate === null || amountDue.nextPaymentCents === '0'
      ? []
      : [BigInt(amountDue.nextPaymentCents)],
  );
  expect(amounts('promised').toSorted()).toEqual(
    page.scheduled.map(({ amountCents }) => BigInt(amountCents)).toSorted(),
  );
  if (page.product === 'loan') {
    expect(amounts('owed')).toEqual([BigInt(page.payoff.totalCents)]);
  } else {
    const left = BigInt(page.remainingPaymentsCents) - BigInt(page.prepaidCents);
    const toCome = amounts('to-come').filter((cents) => cents >= 0n);
    if (left > 0n) expect(toCome).toEqual([left]);
    for (const { text } of sentences) expect(text).not.toContain('$0.00');
  }
  const isLate = pastDue > 0n || amountDue.feesCents !== '0' || isKept;
  expect(about('up-to-date')).toHaveLength(isLate ? 0 : 1);
}

test('the review says what the contract page says a second later, in every state', () => {
  let compared = 0;
  const refused = new Set<string>();
  for (const [asset, lived] of contracts) {
    for (const { name, foretold: before, done } of actsOn(lived)) {
      const said = before();
      const outcome = done();
      if (said === null || outcome.outcome !== 'decided') {
        refused.add(name);
        continue;
      }
      const page = pageOf(stateAfter(outcome, lived.contract));
      const sentences = sentencesOf(said);
      try {
        expect(sentences).toEqual(sentencesOf(page.standing));
        expect(said).toEqual(page.standing);
        checkFigures(sentences, page);
      } catch (fault) {
        throw new Error(`${asset}, ${name}: ${String(fault)}\n${JSON.stringify(said, null, 1)}`);
      }
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(1_000);
  expect(refused.size).toBeGreaterThan(0);
});

test('a quote changes nothing of where anybody stands', () => {
  for (const { contract } of contracts.values()) {
    const outcome = quotePayoff(contract, TODAY, TODAY);
    if (outcome.outcome !== 'decided') continue;
    expect(pageOf(stateAfter(outcome, contract)).standing).toEqual(pageOf(contract).standing);
  }
});

test('a person who pays a part late reads what stays past due, with the fee', () => {
  const sam = [...contracts.values()][1]?.contract;
  if (sam?.product !== 'loan')
    throw new Error('the second contract of the demonstration is a loan');
  const request = { amountCents: '30000', purpose: 'regular' as const, on: TODAY as string };
  const texts = sentencesOf(previewOf(sam, request, TODAY).standing).map(({ text }) => text);
  expect(texts).toEqual([
    '$398.53 of the payment due Tuesday, October 20 is past due.',
    '$698.53 of the payment due Friday, November 20 is past due. ' +
      'A late fee of $25.00 is added if it is not paid by Monday, November 30.',
    '$25.00 of fees are not paid yet.',
    'After that, $698.53 is due Sunday, December 20.',
    'You still owe $9,354.95 in all, with interest and fees through Sunday, November 29.',
  ]);
});
