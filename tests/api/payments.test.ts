/**
 * Goal: a payment is made once, refused plainly, and never half made.
 * Method: the customer's and the integrator's payments through the API; after every refusal the
 * rows of every table are counted.
 */
import type { Problem, ProblemCode } from '@roadbook/api/problem';
import { spokenDollars } from '@roadbook/domain/money/cents';
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type Input, refusedWithoutTrace, send } from './call.ts';
import { example } from './examples.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Receipt = { paymentId: string; state: string; amountCents: string; contractId: string };
type Method = { methodId: string };

let portal: TestPortal;
let cookie: string;
let methodId: string;
beforeAll(async () => {
  portal = await openTestPortal();
  cookie = await portal.signIn('dana');
  methodId = (await addAccount('000123456789')).methodId;
});
afterAll(async () => {
  const { findings } = await checkLedger(portal.shell.store);
  await portal.end();
  expect(findings).toEqual([]);
});

const addAccount = (accountNumber: string): Promise<Method> =>
  call<Method>(portal, 'addPaymentMethod', {
    cookie,
    body: { ...(example('addPaymentMethod').body as object), accountNumber },
  });

let keys = 0;
const newKey = (): string => {
  keys += 1;
  return `payment-${keys}`;
};

const payment = (changes: object = {}, contractId = contractIds.loan): Input => ({
  cookie,
  params: { contractId },
  key: newKey(),
  body: { amountCents: '10000', purpose: 'regular', on: '2026-11-02', methodId, ...changes },
});

const refusedUntouched = (id: string, code: ProblemCode, input: Input): Promise<Problem> =>
  refusedWithoutTrace(portal, id, code, input);

const owed = async (contractId: string = contractIds.loan): Promise<bigint> => {
  type Overview = { balance: { totalCents: string } };
  const overview = await call<Overview>(portal, 'getContract', { cookie, params: { contractId } });
  return BigInt(overview.balance.totalCents);
};

describe('the key', () => {
  test('the same again gets the same receipt and moves nothing', async () => {
    const input = payment();
    const first = await call<Receipt>(portal, 'makePayment', input);
    const before = await portal.countRows();
    expect(await call(portal, 'makePayment', input)).toEqual(first);
    expect(await portal.countRows()).toEqual(before);
  });

  test('ten at once with one key are one payment', async () => {
    const before = await owed();
    const input = payment({ amountCents: '2500' });
    const receipts = await Promise.all(
      Array.from({ length: 10 }, () => call<Receipt>(portal, 'makePayment', input)),
    );
    expect(new Set(receipts.map(({ paymentId }) => paymentId)).size).toBe(1);
    const paid = before - (await owed());
    expect(paid).toBeGreaterThan(0n);
    expect(paid).toBeLessThanOrEqual(2_500n);
  });

  test('on two contracts at once pays one and is refused on the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const input = payment({ amountCents: '1100' });
      const lease = { ...input, params: { contractId: contractIds.lease } };
      const answers = await Promise.all(
        [input, lease, input, lease].map((each) => send(portal, 'makePayment', each)),
      );
      const [loan, other, loanAgain, otherAgain] = answers.map(({ statusCode }) => statusCode);
      expect([loan, other].toSorted()).toEqual([201, 409]);
      expect([loanAgain, otherAgain]).toEqual([loan, other]);
      for (const answer of answers.filter(({ statusCode }) => statusCode === 409)) {
        expect(answer.json()).toMatchObject({ code: 'key-used-for-other-input' });
      }
    }
  });

  test('of a promise, a quote or a cancellation counts for all contracts as well', async () => {
    const promise = payment({ amountCents: '1200', on: '2026-11-20' });
    const lease = { ...promise, params: { contractId: contractIds.lease } };
    const [one, two] = await Promise.all(
      [promise, lease].map((each) => send(portal, 'makePayment', each)),
    );
    expect([one?.statusCode, two?.statusCode].toSorted()).toEqual([201, 409]);
    const quote = (contractId: string) => ({
      cookie,
      params: { contractId },
      key: 'quote-of-both',
      body: { from: '2026-11-02' },
    });
    await call(portal, 'quotePayoff', quote(contractIds.loan));
    await refusedUntouched('quotePayoff', 'key-used-for-other-input', quote(contractIds.late));
  });

  test.each([
    ['amount', { amountCents: '10001' }],
    ['purpose', { purpose: 'principal-only' }],
    ['day', { on: '2026-11-03' }],
  ])('with another %s is refused', async (_what, changes) => {
    const input = payment();
    await call(portal, 'makePayment', input);
    const other = { ...input, body: { ...(input.body as object), ...changes } };
    await refusedUntouched('makePayment', 'key-used-for-other-input', other);
  });

  test('of one contract does not answer for another', async () => {
    const input = payment();
    await call(portal, 'makePayment', input);
    const other = { ...input, params: { contractId: contractIds.late } };
    await refusedUntouched('makePayment', 'key-used-for-other-input', other);
  });

  test('of a co-borrower is not mine', async () => {
    const input = payment();
    const mine = await call<Receipt>(portal, 'makePayment', input);
    const robin = await portal.signIn('robin');
    await refusedUntouched('makePayment', 'key-used-for-other-input', { ...input, cookie: robin });
    expect((await call<Receipt>(portal, 'makePayment', input)).paymentId).toBe(mine.paymentId);
  });

  test('of a refused payment may be used again, also for something else', async () => {
    const input = payment({ amountCents: '99999999' });
    await refusedUntouched('makePayment', 'payment-over-payoff', input);
    await refusedUntouched('makePayment', 'payment-over-payoff', input);
    const smaller = { ...input, body: { ...(input.body as object), amountCents: '100' } };
    await call(portal, 'makePayment', smaller);
  });

  test.each(['makePayment', 'cancelScheduledPayment', 'quotePayoff'])(
    '%s without one is refused',
    async (id) => {
      const { key: _, ...input } = { ...example(id), cookie };
      await refusedUntouched(id, 'key-missing', input);
    },
  );

  test.each(['short', 'x'.repeat(201), 'with a blank in it', 'ümlaut-key'])(
    'that is not 8 to 200 visible characters is refused: %s',
    async (key) => {
      const { errors } = await refusedUntouched('makePayment', 'invalid-input', {
        ...payment(),
        key,
      });
      expect(errors[0]?.field).toBe('header.Idempotency-Key');
    },
  );

  test('names an integrator’s payment once, and only its content', async () => {
    const { token } = portal;
    const input = {
      token,
      params: { contractId: contractIds.foreign },
      key: 'arrived-once',
      body: { receivedOn: '2026-11-02', amountCents: '10000', channel: 'check' },
    };
    const first = await call(portal, 'postArrivedPayment', input);
    expect(await call(portal, 'postArrivedPayment', input)).toEqual(first);
    const other = { ...input, body: { ...input.body, channel: 'wire' } };
    await refusedUntouched('postArrivedPayment', 'key-used-for-other-input', other);
  });
});

describe('a customer’s payment', () => {
  test('over the payoff is refused with the payoff, in dollars and in cents', async () => {
    type Payoff = { payoff: { totalCents: string } };
    const { params } = payment();
    const { payoff } = await call<Payoff>(portal, 'getPayoff', { cookie, params: params ?? {} });
    const cents = payoff.totalCents;
    const input = payment({ amountCents: (BigInt(cents) + 1n).toString() });
    const problem = await refusedUntouched('makePayment', 'payment-over-payoff', input);
    expect(problem.facts.payoffCents).toBe(cents);
    expect(problem.detail).toContain(spokenDollars(BigInt(cents)));
  });

  test('toward principal alone waits until nothing is due', async () => {
    const input = payment({ purpose: 'principal-only' }, contractIds.late);
    const problem = await refusedUntouched('makePayment', 'principal-only-while-due', input);
    expect(BigInt(problem.facts.dueCents ?? '0')).toBeGreaterThan(0n);
    await refusedUntouched('makePayment', 'principal-only-on-lease', {
      ...input,
      params: { contractId: contractIds.lease },
    });
    const receipt = await call<Receipt & { split: { lines: { label: string }[] } }>(
      portal,
      'makePayment',
      payment({ purpose: 'principal-only' }),
    );
    expect(receipt.split.lines.map(({ label }) => label)).toContain('principal');
  });

  test('that is to pay off but does not is refused with what would', async () => {
    const input = payment({ purpose: 'payoff', amountCents: '100' });
    const problem = await refusedUntouched('makePayment', 'payoff-amount-differs', input);
    expect(problem.next).toContain('exactly that amount');
  });

  test('on a lease has no payoff, and a lease no payoff quote', async () => {
    const own = { cookie, params: { contractId: contractIds.lease } };
    const input = payment({ purpose: 'payoff' }, contractIds.lease);
    await refusedUntouched('makePayment', 'purpose-not-for-this-contract', input);
    await refusedUntouched('getPayoff', 'quote-not-for-this-contract', own);
    const quote = { ...own, key: newKey(), body: { from: '2026-11-02' } };
    await refusedUntouched('quotePayoff', 'quote-not-for-this-contract', quote);
  });

  test('on a lease pays the next months', async () => {
    const receipt = await call<Receipt>(
      portal,
      'makePayment',
      payment({ amountCents: '44346' }, contractIds.lease),
    );
    expect(receipt).toMatchObject({ state: 'accepted', amountCents: '44346' });
  });

  test('on a charged-off loan is arranged in person', async () => {
    const input = payment({}, contractIds.chargedOff);
    await refusedUntouched('makePayment', 'contract-charged-off', input);
    await refusedUntouched('getPayoff', 'contract-charged-off', {
      cookie,
      params: { contractId: contractIds.chargedOff },
    });
  });

  test('for a day that is over, or too far ahead, is refused', async () => {
    await refusedUntouched('makePayment', 'payment-date-past', payment({ on: '2026-11-01' }));
    const far = await refusedUntouched(
      'makePayment',
      'schedule-date-too-far',
      payment({ on: '2027-02-01' }),
    );
    expect(far.facts.last).toBe('2027-01-31');
  });

  test('from an account the network does not take moves no money', async () => {
    const { methodId: closed } = await addAccount('123450000');
    const input = payment({ methodId: closed });
    await refusedUntouched('makePayment', 'payment-method-refused', input);
    const other = { ...input, body: { ...(input.body as object), methodId } };
    await call(portal, 'makePayment', other);
  });

  test('from an account that was removed is refused, also a promised one', async () => {
    const { methodId: gone } = await addAccount('555666777');
    await call(portal, 'removePaymentMethod', { cookie, params: { methodId: gone } });
    const now = payment({ methodId: gone });
    await refusedUntouched('makePayment', 'payment-method-not-found', now);
    const later = payment({ methodId: gone, on: '2026-11-20' });
    await refusedUntouched('makePayment', 'payment-method-not-found', later);
    await refusedUntouched('removePaymentMethod', 'payment-method-not-found', {
      cookie,
      params: { methodId: gone },
    });
  });

  test('previewed is refused for the same reasons and never written', async () => {
    const preview = (changes: object, contractId?: string): Input => {
      const { body, ...input } = payment(changes, contractId);
      const { methodId: _, ...wish } = body as Record<string, string>;
      return { ...input, body: wish };
    };
    const before = await portal.countRows();
    await call(portal, 'previewPayment', preview({}));
    await call(portal, 'previewPayment', preview({ on: '2026-12-01' }));
    expect(await portal.countRows()).toEqual(before);
    const over = preview({ amountCents: '99999999' });
    await refusedUntouched('previewPayment', 'payment-over-payoff', over);
    const past = preview({ on: '2026-10-30' });
    await refusedUntouched('previewPayment', 'payment-date-past', past);
    const off = preview({}, contractIds.chargedOff);
    await refusedUntouched('previewPayment', 'contract-charged-off', off);
  });
});

describe('money that has arrived', () => {
  const arrived = (body: object, contractId = contractIds.foreign): Input => ({
    token: portal.token,
    params: { contractId },
    key: newKey(),
    body: { receivedOn: '2026-11-02', amountCents: '10000', ...body },
  });

  test('before the contract began, or after the open day, is refused', async () => {
    const early = arrived({ receivedOn: '2016-10-30' });
    await refusedUntouched('postArrivedPayment', 'received-before-contract', early);
    const late = arrived({ receivedOn: '2026-11-03' });
    await refusedUntouched('postArrivedPayment', 'received-in-future', late);
  });

  test('for a contract that is not there is refused', async () => {
    const id = example('postArrivedPayment', '01890000-0000-7000-8000-00000000dead');
    await refusedUntouched('postArrivedPayment', 'contract-not-found', {
      ...id,
      token: portal.token,
    });
  });

  test('is taken back once', async () => {
    const receipt = await call<Receipt>(portal, 'postArrivedPayment', arrived({}));
    const params = { contractId: contractIds.foreign, paymentId: receipt.paymentId };
    const back = (): Input => ({
      token: portal.token,
      params,
      key: newKey(),
      body: { reason: 'r01' },
    });
    await call(portal, 'reverseArrivedPayment', back());
    await refusedUntouched('reverseArrivedPayment', 'payment-already-reversed', back());
    await refusedUntouched('reverseArrivedPayment', 'payment-not-found', {
      ...back(),
      params: { ...params, paymentId: params.contractId },
    });
  });

  test('pays a charged-off loan: it is recovery', async () => {
    const receipt = await call(portal, 'postArrivedPayment', arrived({}, contractIds.chargedOff));
    expect(receipt).toMatchObject({ status: 'charged-off' });
  });

  test('beyond what is owed is posted whole: the excess is kept apart', async () => {
    const before = await owed();
    type Arrived = Receipt & { split: { totalCents: string }; principalCents: string };
    const receipt = await call<Arrived>(
      portal,
      'postArrivedPayment',
      arrived({ amountCents: (before * 2n).toString() }, contractIds.loan),
    );
    expect(receipt.split.totalCents).toBe((before * 2n).toString());
    expect(receipt.principalCents).toBe('0');
    await refusedUntouched('makePayment', 'nothing-owed', payment());
  });
});

describe('a promise', () => {
  test('that was drawn leads to the payment that drew it, by its id and by its key', async () => {
    const own = { contractId: contractIds.late };
    const input = payment({ amountCents: '12345', on: '2026-11-03' }, contractIds.late);
    const promised = await call<Receipt>(portal, 'makePayment', input);
    expect(promised.state).toBe('scheduled');
    const store = portal.shell.store;
    const now = (): number => portal.clock.nowMs;
    await closeOpenDay(store, now);
    await closeOpenDay(store, now);
    const receipt = { cookie, params: { ...own, paymentId: promised.paymentId } };
    const drawn = await call<Receipt>(portal, 'getPayment', receipt);
    expect(drawn).toMatchObject({ state: 'accepted', amountCents: '12345', on: '2026-11-03' });
    expect(drawn.paymentId).not.toBe(promised.paymentId);
    expect(await call(portal, 'makePayment', input)).toEqual(drawn);
    await refusedUntouched('cancelScheduledPayment', 'scheduled-payment-not-found', {
      cookie,
      params: { ...own, scheduleId: promised.paymentId },
      key: newKey(),
    });
  });

  test('that was cancelled keeps what it was: amount, account and purpose', async () => {
    const own = { contractId: contractIds.late };
    const input = payment({ amountCents: '777', on: '2026-11-30' }, contractIds.late);
    const promised = await call<Receipt>(portal, 'makePayment', input);
    const cancel = {
      cookie,
      params: { ...own, scheduleId: promised.paymentId },
      key: newKey(),
    };
    await call(portal, 'cancelScheduledPayment', cancel);
    await call(portal, 'cancelScheduledPayment', cancel);
    const again = { cookie, params: { ...own, paymentId: promised.paymentId } };
    const kept = await call<Receipt & Record<string, unknown>>(portal, 'getPayment', again);
    const { recordedAt, standing } = kept;
    expect(kept).toEqual({ ...promised, recordedAt, standing, state: 'cancelled' });
    expect(standing).toMatchObject({ promised: [] });
  });
});
