/**
 * Goal: the payments to come of a loan are moved by a command: shown first, done when a person is
 * sure, and then schedule, entries and the ledger follow.
 * Method: the command's own function on a store with the people of the API tests.
 */
import { dueDateOf, installmentsDueBy, maturityDateOf } from '@roadbook/domain/loan/installment';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { readContract } from '@roadbook/server/book/read/read-contract';
import { runChangeTerms } from '@roadbook/server/cli/commands/run-change-terms';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './call.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Asked = Parameters<typeof runChangeTerms>[1]['asked'];

export function changeTermsOn(engine: Engine): void {
  describe(`moving the payments to come, ${engine}`, () => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await openTestPortal({ engine });
    });
    afterAll(() => portal.end());

    const loanOf = async (contractId: string) => {
      const stored = await readContract(portal.shell.store, contractId);
      if (stored?.contract.product !== 'loan') throw new Error('a loan');
      return { ...stored, contract: stored.contract };
    };
    const numberOf = async (contractId: string): Promise<string> => {
      const rows = await portal.shell.store.query<{ contract_number: string }>(
        'select contract_number from contract where contract_id = $1',
        [contractId],
      );
      return rows[0]?.contract_number ?? '';
    };
    const run = async (contractId: string, asked: Asked, isSure: boolean) => {
      const said: string[] = [];
      const say = { line: (text: string) => void said.push(text), progress: () => undefined };
      const number = contractId === 'none' ? 'none' : await numberOf(contractId);
      const request = { command: 'change-terms', number, asked, isSure } as const;
      const why = { reason: 'payday is the 1st', by: 'staff-1' };
      const code = await runChangeTerms(portal.shell, { ...request, ...why }, say);
      return { code, said: said.join('\n') };
    };

    test('is shown, and nothing is changed before a person is sure', async () => {
      const before = await portal.countRows();
      const { code, said } = await run(contractIds.loan, { kind: 'extension', months: 1 }, false);
      expect(code).toBe(2);
      expect(said).toMatch(/Next payment .+ on 2026-11-15 .+ on 2026-12-15/);
      expect(said).toMatch(/Interest to come/);
      expect(said).toContain('Nothing was changed yet. To do it, run the same with --yes.');
      expect(await portal.countRows()).toEqual({ ...before, access_log: expect.anything() });
    });

    test('changes the due day, and the customer sees it', async () => {
      const { code, said } = await run(contractIds.loan, { kind: 'due-day', dueDay: 20 }, true);
      expect([code, said]).toEqual([0, expect.stringContaining('Changed as of 2026-11-02.')]);
      const { contract, openDay } = await loanOf(contractIds.loan);
      const next = installmentsDueBy(contract.terms, openDay) + 1;
      expect(dueDateOf(contract.terms, next)).toBe('2026-11-20');
      const cookie = await portal.signIn('dana');
      const params = { contractId: contractIds.loan };
      const seen = await call<{ amountDue: { nextDueDate: string } }>(portal, 'getContract', {
        cookie,
        params,
      });
      expect(seen.amountDue.nextDueDate).toBe('2026-11-20');
    });

    test('extends it, within the limits of the lender', async () => {
      const before = maturityDateOf((await loanOf(contractIds.loan)).contract.terms);
      const two = await run(contractIds.loan, { kind: 'extension', months: 2 }, true);
      expect(two.code, two.said).toBe(0);
      const after = maturityDateOf((await loanOf(contractIds.loan)).contract.terms);
      expect([before.slice(0, 7), after.slice(0, 7)]).toEqual(['2030-03', '2030-05']);
      const more = await run(contractIds.loan, { kind: 'extension', months: 1 }, true);
      expect([more.code, more.said]).toEqual([2, expect.stringContaining('by 0 more months now')]);
    });

    test('keeps who decided it and why, and the ledger proves', async () => {
      const rows = await portal.shell.store.query<{ body: string }>(
        "select body from entry where contract_id = $1 and kind = 'terms-changed' order by seq",
        [contractIds.loan],
      );
      expect(rows.map(({ body }) => (JSON.parse(body) as { memo: unknown }).memo)).toEqual([
        { reason: 'payday is the 1st', decidedBy: 'staff-1', change: 'due-day 20' },
        { reason: 'payday is the 1st', decidedBy: 'staff-1', change: 'extend 2' },
      ]);
      expect((await checkLedger(portal.shell.store)).findings).toEqual([]);
    });

    test('is refused with a sentence for a lease, and for no contract at all', async () => {
      const month = { kind: 'extension', months: 1 } as const;
      const lease = await run(contractIds.lease, month, true);
      expect([lease.code, lease.said]).toEqual([2, expect.stringContaining('It is a lease.')]);
      const none = await run('none', month, true);
      expect([none.code, none.said]).toEqual([2, expect.stringContaining('There is no contract')]);
    });
  });
}
