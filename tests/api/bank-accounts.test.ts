/**
 * Goal: a bank account is saved only by its owner, only right, and never one too many.
 * Method: the customer's calls through the API; after a refusal the rows of every table are
 * counted.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type Input, refused, refusedWithoutTrace } from './call.ts';
import { example } from './examples.ts';
import { PASSWORD } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Method = { methodId: string };

let portal: TestPortal;
let cookie: string;
beforeAll(async () => {
  portal = await openTestPortal();
  cookie = await portal.signIn('dana');
});
afterAll(() => portal.end());

const addAccount = (accountNumber: string): Promise<Method> =>
  call<Method>(portal, 'addPaymentMethod', {
    cookie,
    body: { ...(example('addPaymentMethod').body as object), accountNumber },
  });

describe('a bank account', () => {
  const add = (changes: object): Input => ({
    cookie,
    body: { ...(example('addPaymentMethod').body as object), ...changes },
  });

  test('is saved only under the right password, which is throttled', async () => {
    const robin = await portal.signIn('robin');
    const wrong = { ...add({ password: 'wrong' }), cookie: robin };
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await refused(portal, 'addPaymentMethod', 'password-wrong', wrong);
    }
    await refused(portal, 'addPaymentMethod', 'too-many-attempts', {
      ...wrong,
      body: { ...(wrong.body as object), password: PASSWORD },
    });
    const [row] = await portal.shell.store.query<{ n: bigint }>(
      `select count(*) as n from payment_method m join credential c using (person_id)
       where c.user_name = $1`,
      ['robin'],
    );
    expect(row?.n).toBe(0n);
  });

  test('with a mistyped routing number is refused before the password is looked at', async () => {
    const input = add({ routingNumber: '021000022', password: 'wrong' });
    const problem = await refusedWithoutTrace(
      portal,
      'addPaymentMethod',
      'routing-number-wrong',
      input,
    );
    expect(JSON.stringify(problem)).not.toContain('021000022');
  });

  test('is one of ten at most', async () => {
    type List = { methods: Method[] };
    const { methods } = await call<List>(portal, 'listPaymentMethods', { cookie });
    for (let count = methods.length; count < 10; count += 1) await addAccount(`88880${count}`);
    const problem = await refusedWithoutTrace(
      portal,
      'addPaymentMethod',
      'too-many-methods',
      add({}),
    );
    expect(problem.detail).toContain('at most 10');
  });
});
