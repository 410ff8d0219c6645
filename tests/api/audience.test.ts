/**
 * Goal: nobody reaches what is not theirs.
 * Method: every operation is called as every audience, and every customer's operation on a contract
 * as a stranger's customer, who must learn no more than of a contract that does not exist.
 */
import { OPERATIONS } from '@roadbook/api/operations/all';
import type { Problem } from '@roadbook/api/problem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type Input, refused, send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { example, NO_SUCH_ID, operationsOf } from './examples.ts';
import { contractIds, PASSWORD } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let dana: string;
let stranger: string;
beforeAll(async () => {
  portal = await openTestPortal();
  dana = await portal.signIn('dana');
  stranger = await portal.signIn('stranger');
});
afterAll(() => portal.end());

const customers = operationsOf('customer');
const integrators = operationsOf('integrator');
const onContract = customers.filter(({ path }) => path.includes(':contractId'));

test('the audiences that are bound are these five', () => {
  const audiences = new Set(OPERATIONS.map(({ audience }) => audience));
  const bound = ['customer', 'desk-guest', 'integrator', 'public', 'staff'];
  expect([...audiences].toSorted()).toEqual(bound);
  expect(onContract.length).toBeGreaterThan(8);
});

describe('an operation of customers', () => {
  const withoutSession: [string, () => Input][] = [
    ['nobody', () => ({})],
    ['a cookie nobody was given', () => ({ cookie: `roadbook=${'A'.repeat(43)}` })],
    ['an empty cookie', () => ({ cookie: 'roadbook=' })],
    ['an integrator', () => ({ token: portal.token })],
    ['an integrator’s token as cookie', () => ({ cookie: `roadbook=${portal.token}` })],
  ];
  describe.each(withoutSession)('as %s', (_who, credentials) => {
    test.each(customers.map(({ id }) => id))('%s: not signed in', async (id) => {
      await refused(portal, id, 'not-signed-in', { ...example(id), ...credentials() });
    });
  });

  test.each(onContract.map(({ id }) => id))(
    '%s: a stranger cannot tell a foreign contract from none',
    async (id) => {
      const before = await portal.countRows();
      const ask = async (contractId: string): Promise<Omit<Problem, 'reference'>> => {
        const answer = await send(portal, id, { ...example(id, contractId), cookie: stranger });
        const { reference: _, ...problem } = checkProblem(answer);
        return problem;
      };
      const foreign = await ask(contractIds.loan);
      expect(foreign.code).toBe('contract-not-found');
      expect(foreign).toEqual(await ask(NO_SUCH_ID));
      expect(await portal.countRows()).toEqual(before);
    },
  );

  test('the list of contracts is one’s own', async () => {
    type List = { contracts: { contractId: string }[] };
    const list = await call<List>(portal, 'listContracts', { cookie: stranger });
    expect(list.contracts.map(({ contractId }) => contractId)).toEqual([contractIds.foreign]);
  });

  test('a payment or method of somebody else is not there, whatever is named', async () => {
    const method = await call<{ methodId: string }>(portal, 'addPaymentMethod', {
      ...example('addPaymentMethod'),
      cookie: dana,
    });
    const body = {
      amountCents: '10000',
      purpose: 'regular',
      on: '2026-11-02',
      methodId: method.methodId,
    };
    const own = { cookie: dana, params: { contractId: contractIds.loan } };
    const paid = await call<{ paymentId: string }>(portal, 'makePayment', {
      ...own,
      key: 'payment-of-dana',
      body,
    });
    const foreign = { cookie: stranger, params: { contractId: contractIds.foreign } };
    await refused(portal, 'getPayment', 'payment-not-found', {
      cookie: stranger,
      params: { contractId: contractIds.foreign, paymentId: paid.paymentId },
    });
    await refused(portal, 'makePayment', 'payment-method-not-found', {
      ...foreign,
      key: 'with-foreign-method',
      body,
    });
    await refused(portal, 'removePaymentMethod', 'payment-method-not-found', {
      cookie: stranger,
      params: { methodId: method.methodId },
    });
  });

  test('a co-borrower sees the shared contract and not the other’s bank accounts', async () => {
    const robin = await portal.signIn('robin');
    type List = { contracts: { contractId: string; scheduled: { methodLabel: null }[] }[] };
    const promise = await call<{ methodId: string }>(portal, 'addPaymentMethod', {
      ...example('addPaymentMethod'),
      cookie: dana,
    });
    const body = { amountCents: '5000', purpose: 'regular', on: '2026-11-20', ...promise };
    await call(portal, 'makePayment', {
      cookie: dana,
      params: { contractId: contractIds.loan },
      key: 'promise-of-dana',
      body: {
        amountCents: body.amountCents,
        purpose: body.purpose,
        on: body.on,
        methodId: promise.methodId,
      },
    });
    const list = await call<List>(portal, 'listContracts', { cookie: robin });
    expect(list.contracts).toMatchObject([
      { contractId: contractIds.loan, scheduled: [{ methodLabel: null }] },
    ]);
    await refused(portal, 'removePaymentMethod', 'payment-method-not-found', {
      cookie: robin,
      params: { methodId: promise.methodId },
    });
    await refused(portal, 'removePaymentMethod', 'payment-method-in-use', {
      cookie: dana,
      params: { methodId: promise.methodId },
    });
  });
});

describe('an operation of integrators', () => {
  const withoutToken: [string, () => Input][] = [
    ['nobody', () => ({})],
    ['a customer', () => ({ cookie: dana })],
    ['a customer’s cookie as token', () => ({ token: dana.split('=')[1] ?? '' })],
    ['an unknown token', () => ({ token: `rb_integrator_${'A'.repeat(43)}` })],
    ['another scheme', () => ({ headers: { authorization: `Basic ${portal.token}` } })],
  ];
  describe.each(withoutToken)('as %s', (_who, credentials) => {
    test.each(integrators.map(({ id }) => id))('%s: the token is refused', async (id) => {
      const problem = await refused(portal, id, 'token-refused', {
        ...example(id),
        ...credentials(),
      });
      expect(problem.status).toBe(401);
    });
  });

  test('a revoked token opens nothing, and says what to do', async () => {
    const { store } = portal.shell;
    await call(portal, 'findContracts', { ...example('findContracts'), token: portal.token });
    await store.query('update api_token set revoked_at = now()');
    for (const { id } of integrators) {
      const input = { ...example(id), token: portal.token };
      const answer = await send(portal, id, input);
      expect(checkProblem(answer).next).toContain('roadbook token');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
    await store.query('update api_token set revoked_at = null');
  });

  test('the scheme is known in any case of letters, as RFC 9110 asks', async () => {
    const headers = { authorization: `bearer ${portal.token}` };
    await call(portal, 'findContracts', { ...example('findContracts'), headers });
  });
});

describe('a change asked for by another site', () => {
  const changes = OPERATIONS.filter(
    ({ method, audience }) => method !== 'GET' && audience !== 'integrator',
  ).map(({ id }) => id);
  const headers: [string, Record<string, string>][] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
    ['what is no origin', { origin: 'not an address' }],
    ['the same host on another port', { origin: 'http://localhost:8080' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a fetch of a sibling site', { 'sec-fetch-site': 'same-site' }],
  ];

  describe.each(headers)('%s', (_what, extra) => {
    test.each(changes)('%s is refused and changes nothing', async (id) => {
      const before = await portal.countRows();
      await refused(portal, id, 'wrong-origin', { ...example(id), cookie: dana, headers: extra });
      expect(await portal.countRows()).toEqual(before);
    });
  });

  test('our own pages are let in, and so is a client that is no browser', async () => {
    const host = 'portal.larkspur.example';
    const body = { login: 'dana', password: PASSWORD };
    const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    await call(portal, 'signIn', { body, headers: own });
    await call(portal, 'signIn', { body });
  });
});
