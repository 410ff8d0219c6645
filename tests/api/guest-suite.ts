/**
 * Goal: anybody who knows contract number and ZIP code can pay, and learns nothing else.
 * Method: the operations over HTTP on one engine, with what is right, wrong, repeated and too much.
 */
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, refused, send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Found = { pass: string; amountDueCents: string; contractEnding: string };
type Receipt = { reference: string; state: string; amountCents: string; accountEnding: string };

const LOAN = { contractNumber: 'LMF-1001', zip: '97201' };
const ACCOUNT = {
  holderName: 'Aunt May',
  routingNumber: '021000021',
  accountNumber: '000123456789',
  accountType: 'checking',
};

export function guestOn(engine: Engine): void {
  describe(`paying without signing in, ${engine}`, () => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await openTestPortal({ engine });
    });
    afterAll(() => portal.end());

    const find = (body: object = LOAN): Promise<Found> =>
      call<Found>(portal, 'findGuestContract', { body });
    const pay = async (amountCents: string, key: string, more: object = {}) => {
      const { pass } = await find();
      const body = { ...ACCOUNT, pass, amountCents, ...more };
      return call<Receipt>(portal, 'payAsGuest', { body, key });
    };
    const refusedPay = async (code: string, amountCents: string, key: string, more = {}) => {
      const { pass } = await find();
      const body = { ...ACCOUNT, pass, amountCents, ...more };
      return refused(portal, 'payAsGuest', code as never, { body, key });
    };

    test('shows what is due and nothing about anybody', async () => {
      const found = await find();
      expect(Object.keys(found).toSorted()).toEqual([
        'amountDueCents',
        'contractEnding',
        'dueDate',
        'lateFeeAfter',
        'pass',
        'pastDueCents',
        'product',
        'today',
      ]);
      expect(found).toMatchObject({ product: 'loan', contractEnding: '1001' });
      expect(JSON.stringify(found)).not.toMatch(/whitfield|dana|robin/i);
      expect((await find({ ...LOAN, zip: '97201-1234' })).contractEnding).toBe('1001');
    });

    test.each([
      ['a wrong ZIP code', { ...LOAN, zip: '97202' }],
      ['a contract that is not there', { ...LOAN, contractNumber: 'LMF-9999' }],
      ['the number of another with a right ZIP code', { contractNumber: 'LMF-1009', zip: '97201' }],
    ])('%s is answered alike', async (_what, body) => {
      const answer = await send(portal, 'findGuestContract', { body });
      const { reference: _, ...problem } = checkProblem(answer);
      expect(problem).toMatchObject({ code: 'guest-not-found', facts: {}, errors: [] });
    });

    test('a payment is taken once, whatever is repeated, and found by its reference', async () => {
      const before = await portal.countRows();
      const first = await pay('10000', 'guest-key-1');
      const again = await pay('10000', 'guest-key-1');
      expect(again).toEqual(first);
      expect(first).toMatchObject({ state: 'accepted', amountCents: '10000' });
      expect(first.accountEnding).toBe('6789');
      const after = await portal.countRows();
      expect((after.entry ?? 0) - (before.entry ?? 0)).toBe(1);
      const spoken = first.reference.toLowerCase().replaceAll('-', ' ');
      const found = await call<Receipt>(portal, 'getGuestReceipt', { body: { reference: spoken } });
      expect(found).toEqual(first);
      await refusedPay('key-used-for-other-input', '10001', 'guest-key-1');
    });

    test('two at once under one key are one payment', async () => {
      const { pass } = await find();
      const body = { ...ACCOUNT, pass, amountCents: '2345' };
      const both = await Promise.all(
        [1, 2].map(() => call<Receipt>(portal, 'payAsGuest', { body, key: 'guest-twice' })),
      );
      expect(both[0]).toEqual(both[1]);
    });

    test.each([
      ['more than is owed', '99999999', {}, 'guest-too-much'],
      ['more than a number holds', '9999999999999999', {}, 'invalid-input'],
      [
        'an account that the bank refuses',
        '100',
        { accountNumber: '120000' },
        'payment-method-refused',
      ],
      [
        'a routing number that does not fit',
        '100',
        { routingNumber: '123456789' },
        'routing-number-wrong',
      ],
      ['a pass that is none', '100', { pass: 'k1.AAAA' }, 'guest-pass-over'],
    ])('%s is refused and pays nothing', async (what, amountCents, more, code) => {
      const entries = (await portal.countRows()).entry;
      const problem = await refusedPay(code, amountCents, `guest-${what.length}-x`, more);
      expect(JSON.stringify(problem)).not.toMatch(/payoff|1825/i);
      expect((await portal.countRows()).entry).toBe(entries);
    });

    test('a pass ends after half an hour', async () => {
      const { pass } = await find();
      portal.clock.nowMs += 31 * 60_000;
      const body = { ...ACCOUNT, pass, amountCents: '100' };
      await refused(portal, 'payAsGuest', 'guest-pass-over', { body, key: 'guest-too-late' });
    });

    test('ZIP codes cannot be walked, and the right one opens again later', async () => {
      const guess = (zip: string) => send(portal, 'findGuestContract', { body: { ...LOAN, zip } });
      const codes: number[] = [];
      for (let n = 0; n < 8; n += 1) codes.push((await guess(`1000${n}`)).statusCode);
      expect(codes).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
      portal.clock.nowMs += 16 * 60_000;
      expect((await guess(LOAN.zip)).statusCode).toBe(200);
    });

    test('nothing of it is personal in the log, and the ledger proves', async () => {
      expect(portal.log.join('\n')).not.toMatch(/97201|000123456789|Aunt May|021000021|LMF-1001/);
      expect((await checkLedger(portal.shell.store)).findings).toEqual([]);
    });
  });
}
