/**
 * Goal: real files board with nothing lost in silence.
 * Method: every file of the shared data goes through the command that a person runs; what was read,
 * boarded and rejected must add up by count and by balance, and a second run must change nothing.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { createWriter } from '@roadbook/server/book/write/writer';
import { runBoard } from '@roadbook/server/cli/commands/run-board';
import type { Shell } from '@roadbook/server/operation/shell';
import type { Store } from '@roadbook/server/platform/database/store';
import { simulatedPaymentGateway } from '@roadbook/server/platform/gateway/simulated-payment-gateway';
import { TEST_CLOCK, TEST_KEYS, TEST_LENDER } from '@roadbook/server/testing/test-lender';
import { type Engine, openTestStore, type TestStore } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../house/shared-data.ts';

/** What each file of loans holds: records, and the sum of its end balances in cents. */
const LOAN_FILES: [part: string, records: number, endBalanceCents: bigint][] = [
  ['ally-2017-1', 44, 46_029_169n],
  ['carmax-2017-1', 99, 128_096_271n],
  ['hyundai-2017-a', 38, 47_006_819n],
  ['toyota-2025-a', 4, 6_900_465n],
];

type Counts = {
  read: number;
  boarded: number;
  unchanged: number;
  rejected: number;
  fileDefects: number;
  refused: boolean;
  endBalanceCents: string;
  principalCents: string;
  chargedOffCents: string;
  unchangedCents: string;
  rejectedCents: string;
};

const REQUEST = { command: 'board', parties: null, asOf: null, rejects: null } as const;
/** The files of 2017 are far older than a lender takes without asking. */
const OLD = { isOldFile: true } as const;

export function realBoardingOn(engine: Engine): void {
  describeWithSharedData(`boarding real files, ${engine}`, (data) => {
    let opened: TestStore;
    let shell: Shell;
    beforeAll(async () => {
      opened = await openTestStore(engine);
      let nowMs = TEST_CLOCK();
      const clock = (): number => {
        nowMs += 1;
        return nowMs;
      };
      shell = {
        store: opened.store,
        writer: createWriter(opened.store, clock),
        ring: TEST_KEYS,
        lender: TEST_LENDER,
        gateway: simulatedPaymentGateway(),
        clock,
      };
    });
    afterAll(() => opened.end());

    const board = async (file: string): Promise<{ counts: Counts; code: number }> => {
      const say = { line: () => undefined, progress: () => undefined };
      const code = await runBoard(shell, { ...REQUEST, ...OLD, file, deal: null }, say);
      const [row] = await opened.store.query<{ counts: string | Counts }>(
        'select counts from boarding_run order by run_id desc limit 1',
      );
      const counts = row?.counts ?? '{}';
      return { code, counts: typeof counts === 'string' ? JSON.parse(counts) : counts };
    };
    const fileOf = (folder: string, part: string): string => {
      const names = readdirSync(join(data, 'abs-ee', folder));
      const name = names.find((each) => each.includes(part) && each.endsWith('.xml'));
      if (name === undefined) throw new Error(`there is no file of ${part}`);
      return join(data, 'abs-ee', folder, name);
    };

    test('an old file is asked about first, and nothing of it boards', async () => {
      const said: string[] = [];
      const say = { line: (text: string) => void said.push(text), progress: () => undefined };
      const file = fileOf('loans', 'ally-2017-1');
      expect(await runBoard(shell, { ...REQUEST, file, deal: null }, say)).toBe(2);
      expect(said.join(' ')).toMatch(/cut-off is 2017-03-31, \d{4} days before .* --old-file/);
      const [row] = await opened.store.query<{ n: bigint }>('select count(*) as n from contract');
      expect(row?.n).toBe(0n);
    });

    describe.each(LOAN_FILES)('%s', (part, records, endBalanceCents) => {
      test('every record and every cent of it is accounted for', async () => {
        const { counts } = await board(fileOf('loans', part));
        expect(counts).toMatchObject({ read: records, refused: false, unchanged: 0 });
        expect(counts.boarded + counts.rejected).toBe(records);
        expect(BigInt(counts.endBalanceCents)).toBe(endBalanceCents);
        const parts = [counts.principalCents, counts.chargedOffCents, counts.rejectedCents];
        expect(parts.reduce((sum, cents) => sum + BigInt(cents), 0n)).toBe(endBalanceCents);
      });

      test('and is in the ledger to the same sum', async () => {
        const deal = fileOf('loans', part).split(/[/\\]/).at(-1)?.replace('.xml', '') ?? '';
        const [row] = await opened.store.query<{ principal: string; memo: string }>(
          `select
             coalesce(sum(case when p.debit = 'principal' then p.cents end), 0)::text as principal,
             (select coalesce(sum((e.body::json -> 'memo' ->> 'chargedOffCents')::bigint), 0)::text
              from entry e join contract c using (contract_id)
              where c.deal = $1 and e.kind = 'boarded') as memo
           from contract c join posting p using (contract_id)
           where c.deal = $1`,
          [deal],
        );
        const { counts } = await lastRun(opened.store, deal);
        expect(row).toEqual({ principal: counts.principalCents, memo: counts.chargedOffCents });
      });
    });

    test('the sample of leases: each is boarded, or rejected with a reason', async () => {
      const { counts, code } = await board(fileOf('leases', 'sample-autolease'));
      expect(counts).toMatchObject({ read: 3, refused: false });
      expect(counts.boarded + counts.rejected).toBe(3);
      expect(code).toBe(counts.rejected + counts.fileDefects > 0 ? 1 : 0);
    });

    test('a second run of every file changes nothing', async () => {
      const before = await picture(opened.store);
      for (const [part, records, endBalanceCents] of LOAN_FILES) {
        const { counts } = await board(fileOf('loans', part));
        expect(counts).toMatchObject({ read: records, boarded: 0, principalCents: '0' });
        expect(counts.unchanged + counts.rejected).toBe(records);
        const parts = [counts.unchangedCents, counts.rejectedCents];
        expect(parts.reduce((sum, cents) => sum + BigInt(cents), 0n)).toBe(endBalanceCents);
      }
      const { counts } = await board(fileOf('leases', 'sample-autolease'));
      expect(counts).toMatchObject({ read: 3, boarded: 0 });
      expect(await picture(opened.store)).toEqual(before);
    });

    test('the ledger proves', async () => {
      const { findings, contracts } = await checkLedger(opened.store);
      expect(findings).toEqual([]);
      expect(contracts).toBeGreaterThan(150);
    });
  });
}

async function lastRun(store: Store, deal: string): Promise<{ counts: Counts }> {
  const [row] = await store.query<{ counts: string | Counts }>(
    'select counts from boarding_run where deal = $1 order by run_id limit 1',
    [deal],
  );
  const counts = row?.counts ?? '{}';
  return { counts: typeof counts === 'string' ? JSON.parse(counts) : counts };
}

/** Rows of every table of contracts, and the head of every chain. */
async function picture(store: Store): Promise<Record<string, unknown>> {
  const tables = [
    'contract',
    'contract_terms',
    'entry',
    'posting',
    'servicing_policy',
    'outbox',
    'person',
  ];
  const counts: Record<string, unknown> = {};
  for (const table of [...tables, 'vehicle', 'asset', 'contract_number', 'vin']) {
    const [row] = await store.query<{ n: bigint }>(`select count(*) as n from ${table}`);
    counts[table] = row?.n;
  }
  counts.states = await store.query(
    'select contract_id, version, status, head from contract_state order by contract_id',
  );
  return counts;
}
