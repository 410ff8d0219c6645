/** BL-26 and BL-27: a key sent twice makes one payment, and no amount loses a digit on its way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, refused, send } from './call.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

const loan = { contractId: contractIds.loan };
const body = { amountCents: '48904', channel: 'lockbox', receivedOn: '2026-11-02' };

type Posted = { paymentId: string };

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.end());

const payments = async (): Promise<bigint> => {
  const rows = await portal.shell.store.query<{ n: bigint }>(
    "select count(*) as n from entry where kind = 'payment'",
  );
  return rows[0]?.n ?? 0n;
};

describe('BL-26: one key', () => {
  test('sent twice in a request is refused with its field; sent once it pays once', async () => {
    const before = await payments();
    const { token } = portal;
    const doubled = await portal.app.inject({
      method: 'POST',
      url: `/api/v1/integrator/contracts/${loan.contractId}/payments`,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': ['bl-26-key', 'bl-26-key'] as unknown as string,
      },
      payload: body,
    });
    expect(doubled.statusCode).toBe(400);
    expect(doubled.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ field: 'header.Idempotency-Key' }],
    });
    expect(await payments()).toBe(before);
    const input = { token, params: loan, body, key: 'bl-26-key' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call<Posted>(portal, 'postArrivedPayment', input)),
    );
    expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(await payments()).toBe(before + 1n);
    const other = { ...input, body: { ...body, amountCents: '48905' } };
    await refused(portal, 'postArrivedPayment', 'key-used-for-other-input', other);
    expect(await payments()).toBe(before + 1n);
  });
});

describe('BL-27: an amount', () => {
  test.each(['9007199254740993', '489.04', '4.89e4', '-1', 48_904])(
    'of %j is refused with its field',
    async (amountCents) => {
      const input = { token: portal.token, params: loan, body: { ...body, amountCents } };
      const answer = await send(portal, 'postArrivedPayment', {
        ...input,
        key: `bl-27-${amountCents}`,
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ errors: [{ field: 'body.amountCents' }] });
    },
  );

  test('as large as can be is posted to the cent', async () => {
    const amountCents = '999999999999999';
    const params = { contractId: contractIds.foreign };
    const input = { token: portal.token, params, body: { ...body, amountCents } };
    const { paymentId } = await call<Posted>(portal, 'postArrivedPayment', {
      ...input,
      key: 'the-largest',
    });
    const debited = await portal.shell.store.query<{ cents: string }>(
      `select sum(p.cents)::text as cents from posting p join entry e using (contract_id, seq)
       where e.entry_id = $1 and p.debit = 'payments-in-transit'`,
      [paymentId],
    );
    expect(debited[0]?.cents).toBe(amountCents);
  });
});
