/**
 * Goal: the pages of a guest keep what was typed, pay once, and forget the account.
 * Method: forms are posted as a browser without script posts them; a page is its data here.
 */
import type { ServedPage } from '@roadbook/api/served-page';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePagesFolder } from './pages-folder.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let app: FastifyInstance;
let folder: Awaited<ReturnType<typeof makePagesFolder>>;
beforeAll(async () => {
  folder = await makePagesFolder();
  portal = await openTestPortal();
  app = await portal.another({ pagesFolder: folder.path });
});
afterAll(async () => {
  await app.close();
  await portal.end();
  await folder.remove();
});

const pageOf = (answer: LightMyRequestResponse): ServedPage =>
  JSON.parse(answer.body) as ServedPage;

const cookieOf = (answer: LightMyRequestResponse): string =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

function post(url: string, form: Record<string, string>, cookie = '') {
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(form).toString(),
  });
}

const LOAN = { contractNumber: 'LMF-1001', zip: '97201' };
const ACCOUNT = {
  holderName: 'Aunt May',
  routingNumber: '0210-00021',
  accountNumber: '0001 2345 6789',
  accountType: 'checking',
};

test('contract, amount, check, receipt; the button pressed twice pays once', async () => {
  const found = await post('/pay', LOAN);
  expect([found.statusCode, found.headers.location]).toEqual([303, '/pay/amount']);
  const cookie = cookieOf(found);
  const asked = await app.inject({ url: '/pay/amount', headers: { cookie } });
  expect(pageOf(asked)).toMatchObject({ page: 'guest-amount', problem: null, faults: [] });
  expect(asked.headers['cache-control']).toBe('no-store');

  const bad = await post('/pay/amount', { ...ACCOUNT, amount: 'ten', routingNumber: '1' }, cookie);
  expect(bad.statusCode).toBe(400);
  expect(pageOf(bad)).toMatchObject({
    page: 'guest-amount',
    typed: { amount: 'ten', holderName: 'Aunt May' },
    faults: [{ field: 'amount' }, { field: 'routingNumber', rule: 'routing-length' }],
  });

  const good = await post('/pay/amount', { ...ACCOUNT, amount: '50' }, cookie);
  expect([good.statusCode, good.headers.location]).toEqual([303, '/pay/check']);
  const typed = cookieOf(good);
  const check = await app.inject({ url: '/pay/check', headers: { cookie: typed } });
  expect(pageOf(check)).toMatchObject({
    page: 'guest-check',
    amountCents: '5000',
    accountEnding: '6789',
    isSimulated: true,
  });
  expect(check.body).not.toContain('12345');

  const entries = async (): Promise<number> => (await portal.countRows()).entry ?? 0;
  const before = await entries();
  const both = await Promise.all([post('/pay/check', {}, typed), post('/pay/check', {}, typed)]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  expect((await entries()) - before).toBe(1);

  const paid = cookieOf(both[0] ?? found);
  const receipt = await app.inject({ url: '/pay/receipt', headers: { cookie: paid } });
  expect(pageOf(receipt)).toMatchObject({
    page: 'guest-receipt',
    receipt: { amountCents: '5000', state: 'accepted' },
  });
  for (const url of ['/pay/amount', '/pay/check']) {
    const back = await app.inject({ url, headers: { cookie: paid } });
    expect([back.statusCode, back.headers.location]).toEqual([303, '/pay/receipt']);
  }
});

test('an account that the bank refuses is said above the form, and all is kept', async () => {
  const cookie = cookieOf(await post('/pay', LOAN));
  const typed = { ...ACCOUNT, accountNumber: '120000', amount: '50' };
  const good = cookieOf(await post('/pay/amount', typed, cookie));
  const refused = await post('/pay/check', {}, good);
  expect(refused.statusCode).toBe(422);
  expect(pageOf(refused)).toMatchObject({
    page: 'guest-amount',
    typed: { holderName: 'Aunt May', amount: '50' },
    problem: { code: 'payment-method-refused' },
  });
});

test('a wrong pair is said in the page, and both are kept', async () => {
  const answer = await post('/pay', { ...LOAN, zip: '10001' });
  expect(answer.statusCode).toBe(404);
  expect(pageOf(answer)).toMatchObject({
    page: 'guest-find',
    typed: { contractNumber: 'LMF-1001', zip: '10001' },
    problem: { code: 'guest-not-found' },
  });
});

test('the reference that a page tells is found at the desk', async () => {
  const page = pageOf(await post('/pay', { ...LOAN, zip: '10002' }));
  const reference = page.page === 'guest-find' ? (page.problem?.reference ?? '') : '';
  expect(reference).toMatch(/^RB-/);
  const found = await portal.problems.find(portal.shell.store, reference);
  expect(found).toMatchObject({ code: 'guest-not-found', route: '/pay' });
});

test.each([
  ['/pay/amount', ''],
  ['/pay/check', ''],
  ['/pay/amount', 'roadbook-guest=k1.AAAA'],
])('%s with the cookie "%s" begins anew', async (url, cookie) => {
  const answer = await app.inject({ url, headers: { cookie } });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/pay']);
});

test('a form of another site is refused', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/pay',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://elsewhere.example',
    },
    payload: new URLSearchParams(LOAN).toString(),
  });
  expect(answer.statusCode).toBe(403);
});
