/**
 * Goal: what the server answers beside the API: pages in the lender's name, the brand, the export
 * of a history, the document.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { document } from './document.ts';
import { example, NO_SUCH_ID } from './examples.ts';
import { makePagesFolder } from './pages-folder.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let app: FastifyInstance;
let cookie: string;
let pages: Awaited<ReturnType<typeof makePagesFolder>>;
beforeAll(async () => {
  portal = await openTestPortal();
  pages = await makePagesFolder();
  app = await portal.another({ pagesFolder: pages.path });
  cookie = await portal.signIn('dana');
});
afterAll(async () => {
  await app.close();
  await portal.end();
  await pages.remove();
});

const lender = 'Larkspur Motor Finance';

describe('a page', () => {
  test.each([
    ['/', 'index'],
    ['/sign-in', 'sign-in'],
    ['/contracts', 'app'],
    [`/contracts/${NO_SUCH_ID}/pay`, 'app'],
    ['/payment-methods', 'app'],
    ['/details', 'app'],
    ['/contact', 'contact'],
    ['/offline', 'offline'],
    ['/lease-end', 'lease-end'],
    ['/lease-end/ask/payment', 'lease-end.ask'],
    ['/lease-end/plan', 'lease-end.plan'],
    ['/lease-end/walk', 'lease-end.walk'],
    ['/lease-end/walk/front', 'lease-end.walk'],
  ])('%s is in the lender’s name', async (url, page) => {
    const answer = await app.inject({ url, headers: { accept: 'text/html' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toBe(`<html data-who="guest"><p>${page} of ${lender}</p>`);
  });

  test('knows who asks: a guest, or somebody who is signed in', async () => {
    const ask = (url: string, who: object) =>
      app.inject({ url, headers: { accept: 'text/html', ...who } });
    const home = await ask('/', { cookie });
    expect(home.body).toContain('data-who="customer"');
    expect(home.headers.vary).toContain('cookie');
    const nowhere = await ask('/nowhere', { cookie });
    expect([nowhere.statusCode, nowhere.body.includes(`app of ${lender}`)]).toEqual([404, true]);
    expect((await ask('/', { cookie: 'session=stale' })).body).toContain('data-who="guest"');
  });

  test('that is not there is a page for people and a problem for programs', async () => {
    const page = await app.inject({ url: '/nowhere', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain(`not-found of ${lender}`);
    const program = await app.inject({ url: '/nowhere', headers: { accept: '*/*' } });
    expect(checkProblem(program).code).toBe('not-found');
    const api = await app.inject({ url: '/api/v1/x', headers: { accept: 'text/html' } });
    expect(checkProblem(api).code).toBe('not-found');
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets/..%2f..'])(
    '%s does not climb out of the folder',
    async (url) => {
      expect((await app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
    },
  );
});

test('the planner may be kept on a phone, under the lender’s name', async () => {
  const answer = await app.inject({ url: '/lease-end.webmanifest' });
  expect(answer.headers['content-type']).toBe('application/manifest+json; charset=utf-8');
  expect(answer.json()).toMatchObject({ name: lender, scope: '/lease-end' });
  expect(answer.headers['content-security-policy']).toContain("worker-src 'self'");
});

describe('the brand', () => {
  test('is told to the screens, with the hour at which the day turns', async () => {
    const answer = await app.inject({ url: '/brand.json' });
    expect(answer.json()).toMatchObject({ name: lender, cutOff: '20:00' });
  });

  test('has a logo that is shown and never run', async () => {
    const answer = await app.inject({ url: '/brand-logo' });
    expect(answer.headers['content-type']).toContain('image/svg+xml');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('states its hours in words', async () => {
    const { hours, email } = (await app.inject({ url: '/brand.json' })).json();
    expect([hours, email]).toEqual([
      'Monday to Friday, 8 AM to 8 PM, Central Time',
      'care@larkspur.example',
    ]);
  });

  test('colours the pages by a style sheet of its own', async () => {
    const answer = await app.inject({ url: '/brand.css' });
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(answer.body).toMatch(
      /^:root\{--brand-accent-light:#[0-9a-f]{6};--brand-accent-dark:#[0-9a-f]{6}\}$/,
    );
  });
});

describe('the export of a history', () => {
  const url = `/api/v1/contracts/${contractIds.loan}/history.csv`;

  test('has every entry with its split and balance', async () => {
    const { token } = portal;
    const input = example('postArrivedPayment');
    await call(portal, 'postArrivedPayment', { ...input, token });
    const answer = await app.inject({ url, headers: { cookie } });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    const recordedAt = '2026-11-02 9:00 AM';
    expect(answer.body.split('\r\n')).toEqual([
      'Date,Recorded (Central Time),What,Amount,Interest,Principal,Tax,Fees,Other,Balance',
      `2026-10-31,${recordedAt},Contract taken over,18250.42,0.00,18250.42,0.00,0.00,0.00,18250.42`,
      `2026-11-02,${recordedAt},Payment,100.00,48.68,51.32,0.00,0.00,0.00,18199.10`,
      '',
    ]);
  });

  test('is for those who are signed in', async () => {
    expect(checkProblem(await app.inject({ url })).code).toBe('not-signed-in');
  });

  test.each([
    ['a foreign contract', contractIds.foreign],
    ['none', NO_SUCH_ID],
  ])('of %s is not found', async (_what, contractId) => {
    const other = `/api/v1/contracts/${contractId}/history.csv`;
    const answer = await app.inject({ url: other, headers: { cookie } });
    expect(checkProblem(answer).code).toBe('contract-not-found');
  });
});

test('the document is served as it is printed', async () => {
  const answer = await app.inject({ url: '/openapi.json' });
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.json()).toEqual(document);
});
