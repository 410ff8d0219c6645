/** The outbox on one engine: in order, at least once, and never forgotten. */

import { date } from '@roadbook/domain/time/calendar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDayOf } from '../../../src/book/day/business-day.ts';
import { closeOpenDay } from '../../../src/book/day/close-day.ts';
import { createWriter } from '../../../src/book/write/writer.ts';
import type { Shell } from '../../../src/operation/shell.ts';
import { noticesOf } from '../../../src/people/notices/write-notices.ts';
import type {
  DebitRequest,
  PaymentGateway,
} from '../../../src/platform/gateway/payment-gateway.ts';
import { simulatedPaymentGateway } from '../../../src/platform/gateway/simulated-payment-gateway.ts';
import { sendRound } from '../../../src/platform/post/send-outbox.ts';
import { boardSampleLease, boardSampleLoan } from '../../sample-book.ts';
import { arrivedPayment } from '../../sample-payment.ts';
import { TEST_CLOCK, TEST_KEYS, TEST_LENDER } from '../../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../../test-store.ts';

type Submitted = Pick<DebitRequest, 'key' | 'methodId' | 'amountCents'>;

/** Messages that are not delivered are the subject here, and are told of elsewhere. */
const report = (): void => undefined;

const METHOD = '01890000-0000-7000-8000-000000000001';

export function outboxOn(engine: Engine): void {
  describe(`the outbox, ${engine}`, () => {
    let opened: TestStore;
    let shell: Shell;
    let nowMs: number;
    let submitted: Submitted[];
    let fails: (request: Submitted) => boolean;

    beforeEach(async () => {
      opened = await openTestStore(engine);
      nowMs = TEST_CLOCK();
      submitted = [];
      fails = () => false;
      const gateway: PaymentGateway = {
        ...simulatedPaymentGateway(),
        submit: async (request) => {
          submitted.push(request);
          if (fails(request)) throw new Error('the gateway is away');
        },
      };
      const clock = (): number => nowMs;
      const { store } = opened;
      const writer = createWriter(store, clock);
      shell = { store, writer, ring: TEST_KEYS, lender: TEST_LENDER, gateway, clock };
      await store.query('update outbox set sent_at = now()');
    });
    afterEach(() => opened.end());

    const pay = async (contractId: string, key: string, cents: bigint): Promise<void> => {
      const changes = { source: 'customer', methodId: METHOD, channel: 'bank-debit' } as const;
      const result = await shell.writer.run(arrivedPayment(contractId, key, cents, changes));
      expect(result.outcome).toBe('done');
    };
    const board = async (asset: string): Promise<string> => {
      const contractId = await boardSampleLoan(shell.store, asset);
      await shell.store.query('update outbox set sent_at = now() where sent_at is null');
      return contractId;
    };
    const sendAll = async (owner = 'one'): Promise<number> => {
      let total = 0;
      for (let sent = -1; sent !== 0; ) {
        sent = await sendRound(
          { ...shell, report, notices: noticesOf({ ...shell, report }) },
          owner,
        );
        total += sent;
      }
      return total;
    };
    type Left = { waiting: bigint; dead: bigint };
    const left = async (): Promise<Left | undefined> =>
      (
        await shell.store.query<Left>(
          `select count(*) filter (where sent_at is null and dead_at is null) as waiting,
             count(*) filter (where dead_at is not null) as dead from outbox`,
        )
      )[0];

    test('debits a lease on its due day under the one key it was authorized with', async () => {
      const id = await boardSampleLease(shell.store, 'S-1');
      await shell.store.query('update outbox set sent_at = now() where sent_at is null');
      nowMs += 14 * 86_400_000;
      while ((await openDayOf(shell.store)) !== date('2026-11-15')) {
        await closeOpenDay(shell.store, shell.clock);
      }
      await shell.store.query('update outbox set sent_at = now() where sent_at is null');
      const due = { source: 'customer', methodId: METHOD, channel: 'bank-debit' } as const;
      await shell.writer.run(
        arrivedPayment(id, 'pay:due-day', 1_000n, { ...due, receivedOn: date('2026-11-15') }),
      );
      const entries = await shell.store.query<{ kind: string }>(
        "select kind from entry where contract_id = $1 and key like 'pay:due-day%' order by seq",
        [id],
      );
      // The lease payment falls due with the payment, and comes first.
      expect(entries.map(({ kind }) => kind)).toEqual(['lease-payment-due', 'payment']);
      await sendAll();
      expect(submitted.map(({ key }) => key)).toEqual([`${id}:pay:due-day`]);
    });

    test('hands each debit over once, in order, under the key it was authorized with', async () => {
      const id = await board('A-1');
      for (const n of [1, 2, 3]) await pay(id, `pay:${n}`, BigInt(n) * 1_000n);
      expect(await sendAll()).toBe(6);
      expect(submitted).toEqual(
        [1, 2, 3].map((n) => ({
          key: `${id}:pay:${n}`,
          methodId: METHOD,
          amountCents: BigInt(n) * 1_000n,
        })),
      );
      expect(await sendAll()).toBe(0);
      expect(await left()).toEqual({ waiting: 0n, dead: 0n });
    });

    test('tries again later what failed, with the same key, and keeps its order', async () => {
      const [id, other] = [await board('A-1'), await board('A-2')];
      await pay(id, 'pay:1', 1_000n);
      await pay(id, 'pay:2', 2_000n);
      await pay(other, 'pay:1', 3_000n);
      fails = ({ key }) => key === `${id}:pay:1`;
      await sendAll();
      expect(submitted.map(({ key }) => key).toSorted()).toEqual(
        [`${id}:pay:1`, `${other}:pay:1`].toSorted(),
      );
      expect(await left()).toEqual({ waiting: 4n, dead: 0n });
      nowMs += 1_999;
      expect(await sendAll()).toBe(0);
      fails = () => false;
      submitted = [];
      nowMs += 1;
      await sendAll();
      expect(submitted.map(({ key }) => key)).toEqual([`${id}:pay:1`, `${id}:pay:2`]);
      expect(await left()).toEqual({ waiting: 0n, dead: 0n });
    });

    test('waits longer each time, gives up after ten, says why, and goes on', async () => {
      const id = await board('A-1');
      await pay(id, 'pay:1', 1_000n);
      fails = () => true;
      const waits: number[] = [];
      for (let attempt = 1; attempt <= 10; attempt += 1) {
        await sendAll();
        const [row] = await shell.store.query<{ due_at: string; attempts: number }>(
          "select due_at, attempts from outbox where topic = 'gateway' and sent_at is null",
        );
        expect(row?.attempts).toBe(attempt);
        waits.push((Date.parse(row?.due_at ?? '') - nowMs) / 1_000);
        nowMs = Date.parse(row?.due_at ?? '');
      }
      expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024]);
      expect(submitted).toHaveLength(10);
      fails = () => false;
      await sendAll();
      expect(submitted).toHaveLength(10);
      expect(await left()).toEqual({ waiting: 0n, dead: 1n });
      const [row] = await shell.store.query<{ last_error: string }>(
        'select last_error from outbox where dead_at is not null',
      );
      expect(row?.last_error).toBe('the gateway is away');
    });

    test('a lane that one sender has is left alone by another until its lease ends', async () => {
      const id = await board('A-1');
      await pay(id, 'pay:1', 1_000n);
      const lanes = "update outbox_lane set owner = 'dead', lease_until = $1";
      await shell.store.query(lanes, [new Date(nowMs + 30_000).toISOString()]);
      expect(await sendAll('another')).toBe(0);
      nowMs += 30_001;
      expect(await sendAll('another')).toBe(2);
      expect(submitted).toHaveLength(1);
    });

    test('a sender that lost its lease marks nothing: the new one sends again', async () => {
      const id = await board('A-1');
      await pay(id, 'pay:1', 1_000n);
      fails = () => {
        nowMs += 60_000;
        return false;
      };
      const slow = shell.gateway.submit;
      let stolen = false;
      shell = {
        ...shell,
        gateway: {
          ...shell.gateway,
          submit: async (request) => {
            await slow(request);
            if (stolen) return;
            stolen = true;
            await shell.store.query("update outbox_lane set owner = 'thief'");
          },
        },
      };
      await sendRound({ ...shell, report, notices: noticesOf({ ...shell, report }) }, 'slow');
      expect(await left()).toEqual({ waiting: 2n, dead: 0n });
      nowMs += 60_000;
      await sendAll('thief');
      expect(submitted.map(({ key }) => key)).toEqual([`${id}:pay:1`, `${id}:pay:1`]);
      expect(await left()).toEqual({ waiting: 0n, dead: 0n });
    });
  });
}
