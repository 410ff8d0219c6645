import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../database/store.ts';
import { simulatedPaymentGateway } from '../gateway/simulated-payment-gateway.ts';
import { startOutbox } from './send-outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an outbox that fails says so with code and count, and that it goes on', async () => {
  let fails = true;
  const missing = Object.assign(new Error('no such table'), { code: '42P01' });
  const query = async () => {
    if (fails) throw missing;
    return [];
  };
  const store = { query } as unknown as Store;
  const said: unknown[] = [];
  const stop = new AbortController();
  const outbox = startOutbox(
    {
      store,
      gateway: simulatedPaymentGateway(),
      clock: () => 0,
      notices: { check: () => undefined, write: async () => undefined },
      report: (words, error, facts) => void said.push([words, error, facts]),
    },
    stop.signal,
  );
  await vi.advanceTimersByTimeAsync(4_500);
  const line = (failures: number) => [
    'The outbox failed and goes on trying',
    missing,
    { failures, code: '42P01' },
  ];
  expect(said).toEqual([1, 2, 4].map(line));
  expect(outbox.notes()).toEqual([
    'The outbox has failed 5 times in a row (42P01). It goes on trying.',
  ]);
  fails = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(outbox.notes()).toEqual([]);
  stop.abort();
});
