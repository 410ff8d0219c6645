/**
 * Goal: guessing opens nothing, and hurts nobody else.
 * Method: thousands of guesses at one account from everywhere, at many accounts from one network,
 * and at the ZIP codes of one contract, many at once; the right answer is among the late ones. All
 * the while the server says that it lives, and somebody signed in is answered.
 */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { elapse } from '../../faults/elapse.ts';
import { effort } from '../../house/effort.ts';
import { PASSWORD } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';

/** Ten thousand under `npm run soak`, a hundred on other days. */
const GUESSES = effort(10) === 10 ? 10_000 : 100;
/** A hundred guesses are over too soon to judge more than the usual answer. */
const JUDGED = GUESSES === 10_000 ? 0.99 : 0.8;
const AT_ONCE = 20;
const ANSWERED_MS = 300;
const HOME = '198.51.100.7';

let portal: TestPortal;
let app: FastifyInstance;
let robin: string;
beforeAll(async () => {
  portal = await openTestPortal();
  app = await portal.another({ trustProxy: true });
  robin = await portal.signIn('robin');
});
afterAll(async () => {
  await app.close();
  await portal.end();
});
beforeEach(async () => {
  for (const table of ['throttle', 'known_device', 'known_network']) {
    await portal.shell.store.query(`delete from ${table}`);
  }
});

const signIn = (login: string, password: string, from: string, cookie = ''): InjectOptions => ({
  method: 'POST',
  url: '/api/v1/session',
  headers: { 'x-forwarded-for': from, cookie },
  payload: { login, password },
});

/** An address of another network each time. */
const elsewhere = (n: number): string => `203.${(n >> 8) % 256}.${n % 256}.9`;

/** Sends all guesses, many at once, and returns how often each status came. */
async function guessAll(guess: (n: number) => InjectOptions): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  const waits: number[] = [];
  let next = 0;
  let isOver = false;
  const guesser = async (): Promise<void> => {
    while (next < GUESSES) {
      const { statusCode } = await app.inject(guess(next++));
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    }
  };
  const watcher = async (): Promise<void> => {
    while (!isOver) {
      for (const url of ['/health/live', '/api/v1/session']) {
        const startMs = performance.now();
        const { statusCode } = await app.inject({ url, headers: { cookie: robin } });
        waits.push(performance.now() - startMs);
        expect(statusCode, url).toBe(200);
      }
      await elapse(20);
    }
  };
  const watching = watcher();
  await Promise.all(Array.from({ length: AT_ONCE }, guesser));
  isOver = true;
  await watching;
  const slow = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * JUDGED)] ?? 0;
  console.log(`${GUESSES} guesses:`, statuses, `${JUDGED} of answers in ${Math.round(slow)} ms`);
  expect(slow).toBeLessThan(ANSWERED_MS);
  return statuses;
}

test('guesses at one account open nothing, and its owner still gets in', async () => {
  const owner = await app.inject(signIn('dana', PASSWORD, HOME));
  const device = owner.cookies.find(({ name }) => name.endsWith('-device'));
  const right = Math.floor(GUESSES * 0.8);
  const statuses = await guessAll((n) =>
    signIn('dana', n === right ? PASSWORD : `guess ${n}`, elsewhere(n)),
  );
  expect(statuses).toEqual({ 401: 10, 429: GUESSES - 10 });
  const cookie = `${device?.name}=${device?.value}`;
  expect((await app.inject(signIn('dana', PASSWORD, '192.0.2.50', cookie))).statusCode).toBe(200);
  expect((await app.inject(signIn('dana', PASSWORD, HOME))).statusCode).toBe(200);
}, 900_000);

test('guesses at many accounts from one network open nothing, nor keep others out', async () => {
  const right = Math.floor(GUESSES * 0.99) + 1;
  const statuses = await guessAll((n) =>
    n === right ? signIn('dana', 'a guess', HOME) : signIn(`customer-${n}`, 'a guess', HOME),
  );
  expect(statuses[200]).toBeUndefined();
  expect(statuses[401]).toBeLessThanOrEqual(100);
  expect((await app.inject(signIn('dana', PASSWORD, '192.0.2.50'))).statusCode).toBe(200);
}, 900_000);

test('ZIP codes of one contract cannot be walked', async () => {
  const right = Math.floor(GUESSES * 0.7);
  const statuses = await guessAll((n) => ({
    method: 'POST',
    url: '/api/v1/guest/contracts',
    headers: { 'x-forwarded-for': elsewhere(n) },
    payload: { contractNumber: 'LMF-1001', zip: n === right ? '97201' : String(10_000 + n) },
  }));
  expect(statuses).toEqual({ 404: 20, 429: GUESSES - 20 });
}, 900_000);
