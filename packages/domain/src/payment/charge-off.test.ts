import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough, type Life, paymentOf, post } from '../../testing/life.ts';
import { sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import { holdsOf } from '../../testing/sample-hold.ts';
import type { Contract } from '../contract/contract.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { parseDollars } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';

const cases = readFileSync(new URL('./cases/charge-off.txt', import.meta.url), 'utf8');

const CONTRACTS = { loan: sampleLoan(), lease: sampleLease() };

/** Posts money on one day that was received on another, and closes every day before it. */
function postOn(life: Life<Contract>, on: string, receivedOn: string, cents: bigint) {
  return post(closeThrough(life, addDays(date(on), -1)), paymentOf(cents, receivedOn));
}

describe('a charge-off', () => {
  test('comes when the table says, with what was owed then', () => {
    checkTable(cases, (row) => {
      const contract = CONTRACTS[row.text('contract') as 'loan' | 'lease'];
      let life = beginLife({ ...contract, holds: holdsOf(row.text('hold')) });
      for (const money of row.list('money')) {
        const [on = '', receivedOn = '', amount = ''] = money.split(' ');
        life = postOn(life, on, receivedOn, parseDollars(amount)!);
      }
      const { status, facts, balances } = closeThrough(life, row.text('closed through')).contract;
      expect(balanceOf(balances, 'charged-off')).toBe(facts.end.chargedOffCents);
      return {
        status,
        on: facts.end.on,
        'charged off': facts.end.chargedOffCents,
        recoveries: creditOf(balances, 'recoveries'),
        principal: balanceOf(balances, 'principal'),
      };
    });
  });

  test('tells the customer when it is undone, and leaves both entries to be seen', () => {
    const charged = closeThrough(beginLife(CONTRACTS.loan), '2026-06-18');
    const undone = post(charged, paymentOf(489_04n, '2026-06-15'));
    const mirror = undone.history.find(({ kind }) => kind === 'charged-off-reversed')!;
    expect(mirror.messages.map(({ template }) => template)).toEqual(['charge-off-undone']);
    expect(mirror.reverses).toBe(charged.contract.version);
    const anew = post(charged, paymentOf(1_00n, '2026-06-15'));
    const again = anew.history.find(({ kind }) => kind === 'charged-off-reversed')!;
    expect(again.messages).toEqual([]);
  });

  test('of a lease leaves the car in the books and its fees owed', () => {
    const charged = closeThrough(beginLife(CONTRACTS.lease), '2026-05-10').contract;
    const before = closeThrough(beginLife(CONTRACTS.lease), '2026-05-09').contract;
    const fees = balanceOf(charged.balances, 'late-fees-receivable');
    expect(fees).toBe(balanceOf(before.balances, 'late-fees-receivable'));
    expect(fees).toBe(4n * 22_17n);
    expect(balanceOf(charged.balances, 'vehicle-under-lease')).toBeGreaterThan(0n);
    expect(balanceOf(charged.balances, 'tax-receivable')).toBe(0n);
  });
});
