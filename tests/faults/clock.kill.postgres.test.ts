/**
 * Goal: a clock that is wrong closes no day; days that really passed are closed when the operator
 * says so, with the command that the start names; payments go on in both.
 * Method: real servers, one of them with a clock that is forty days ahead.
 */
import { fileURLToPath } from 'node:url';
import { addDays } from '@roadbook/domain/time/calendar';
import { openDayOf, servicingDayAt } from '@roadbook/server/book/day/business-day';
import { TEST_LENDER } from '@roadbook/server/testing/test-lender';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KillPlace, postgresPlace } from '../kill/kill-place.ts';
import { boardSmallBook } from '../kill/kill-under-payments.ts';
import {
  freePort,
  roadbook,
  type Server,
  type Settings,
  startServer,
} from '../kill/server-process.ts';

const DAY_MS = 86_400_000;
const shifter = fileURLToPath(new URL('./shifted-clock.mjs', import.meta.url));
const shifted = (settings: Settings, days: number): Settings => ({
  ...settings,
  NODE_OPTIONS: `--import=${shifter}`,
  CLOCK_OFF_MS: `${days * DAY_MS}`,
});

let place: KillPlace;
let server: Server | null = null;
beforeEach(async () => {
  place = await postgresPlace();
});
afterEach(async () => {
  server?.kill();
  await server?.ended;
  await place.remove();
});

const today = servicingDayAt(TEST_LENDER, Date.now());

async function openDay(): Promise<string | null> {
  const store = await place.openStore();
  try {
    return await openDayOf(store);
  } finally {
    await store.close();
  }
}

async function pay(contractId: string, receivedOn: string): Promise<number> {
  const token = (await roadbook(place.settings, 'token', '--audience', 'integrator')).trim();
  const answer = await fetch(`${server?.url}/api/v1/integrator/contracts/${contractId}/payments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'one-payment',
    },
    body: JSON.stringify({ amountCents: '500', receivedOn, channel: 'wire' }),
  });
  return answer.status;
}

async function notes(): Promise<string> {
  const answer = await fetch(`${server?.url}/health/ready`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { notes?: string[] }).notes?.join('\n') ?? '';
}

test('a clock that is forty days ahead closes nothing, is told, and money is taken', async () => {
  const [contractId = ''] = await boardSmallBook(place, addDays(today, -1));
  const before = await openDay();
  const wrong = shifted(place.settings, 40);
  server = await startServer(wrong, await freePort());
  expect(await notes()).toMatch(
    /The clock of this server is (39|40) days ahead of the clock of the database\. Set the wrong/,
  );
  expect(await pay(contractId, before ?? '')).toBe(201);
  const through = addDays(today, 30);
  await expect(roadbook(wrong, 'close-day', '--through', through)).rejects.toMatchObject({
    stdout: expect.stringContaining(`${through} has not come yet`),
  });
  expect(await openDay()).toBe(before);
});

test('after three days without a server the start names the command that closes them', async () => {
  const asOf = addDays(today, -5);
  const [contractId = ''] = await boardSmallBook(
    { ...place, settings: shifted(place.settings, -3) },
    asOf,
  );
  const first = addDays(today, -3);
  expect(await openDay()).toBe(first);
  server = await startServer(place.settings, await freePort());
  const command = `npm run roadbook -- close-day --through ${addDays(today, -1)}`;
  expect(await notes()).toContain(
    `3 business days are over and not closed, ${first} to ${addDays(today, -1)}; the open day is ` +
      `${first}. More than one is closed only when you say so. Run: ${command}`,
  );
  expect(await openDay()).toBe(first);
  expect(await pay(contractId, first)).toBe(201);
  const [, words = ''] = command.split(' -- ');
  await roadbook(place.settings, ...words.split(' '));
  expect(await openDay()).toBe(today);
});
