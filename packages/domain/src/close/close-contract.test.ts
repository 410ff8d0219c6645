import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough, paymentOf, payOn, post } from '../../testing/life.ts';
import {
  DEMO_POLICY,
  leaseTerms,
  loanTerms,
  sampleLease,
  sampleLoan,
} from '../../testing/sample-contracts.ts';
import type { Contract } from '../contract/contract.ts';
import { stateAfter } from '../contract/decision.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { payoffCents } from '../loan/payoff.ts';
import { dollars, parseDollars } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import { closeContract } from './close-contract.ts';
import { nextBusinessDate } from './next-business-date.ts';

const cases = readFileSync(new URL('./cases/close.txt', import.meta.url), 'utf8');

const CONTRACTS: Record<string, Contract> = {
  loan: sampleLoan(),
  'short loan': sampleLoan(loanTerms({ amountFinancedCents: 1_000_00n, installmentCount: 3 })),
  'loan in bankruptcy': {
    ...sampleLoan(),
    holds: [
      {
        kind: 'bankruptcy',
        from: date('2026-01-20'),
        until: null,
        party: null,
        evidence: 'e',
        decidedBy: 's',
      },
    ],
  },
  'loan never charged off': sampleLoan(
    loanTerms({ policy: { ...DEMO_POLICY, chargeOffDays: null } }),
  ),
  lease: sampleLease(),
  'short lease': sampleLease(leaseTerms({ termMonths: 3, residualValueCents: 31_500_00n })),
};

describe('the close of a day', () => {
  test('does what the table says and nothing else', () => {
    checkTable(cases, (row) => {
      const contract = CONTRACTS[row.text('contract')];
      if (contract === undefined) throw new RangeError(`no such contract: ${row.text('contract')}`);
      let life = beginLife(contract);
      for (const money of row.list('money')) {
        const [on = '', amount = '', channel = 'wire'] = money.split(' ');
        life = payOn(life, on, parseDollars(amount)!, { channel: channel as 'wire' });
      }
      const last = row.date('close of');
      const before = closeThrough(life, addDays(last, -1));
      const { entries } = closeContract(before.contract, { on: last });
      const after = stateAfter(closeContract(before.contract, { on: last }), before.contract);
      return {
        entries: entries.map(({ kind }) => kind).join('; ') || null,
        status: after.status,
        'charged off': after.facts.end.chargedOffCents,
        transit: balanceOf(after.balances, 'payments-in-transit'),
        cash: balanceOf(after.balances, 'cash'),
        refund: creditOf(after.balances, 'refunds-payable'),
        next: nextBusinessDate(after, addDays(last, 1)),
      };
    });
  });

  test('charges off principal and interest to the day, and keeps fees owed', () => {
    const life = closeThrough(beginLife(sampleLoan()), '2026-06-15');
    const { balances, facts, status } = life.contract;
    expect(status).toBe('charged-off');
    // 25,000.00 for 151 days at 6.49 % is 671.23.
    expect(dollars(facts.end.chargedOffCents)).toBe('25671.23');
    expect(balanceOf(balances, 'principal')).toBe(0n);
    expect(balanceOf(balances, 'interest-receivable')).toBe(0n);
    expect(balanceOf(balances, 'charged-off')).toBe(facts.end.chargedOffCents);
    expect(balanceOf(balances, 'late-fees-receivable')).toBe(97_80n);
    const later = closeThrough(life, '2026-12-31');
    expect(later.contract).toEqual(life.contract);
  });

  test('draws no more of a promised payment than can be used, and tells the customer', () => {
    const draw = (contract: Contract, amountCents: bigint, earlier: bigint) => {
      const on = date('2026-02-20');
      const promised = {
        scheduleId: 'a',
        amountCents,
        on,
        purpose: 'regular' as const,
        channel: 'bank-debit' as const,
        methodId: 'm',
      };
      const paid = payOn(beginLife(contract), '2026-01-20', earlier);
      const facts = { ...paid.contract.facts, promises: [promised] };
      const life = { ...paid, contract: { ...paid.contract, facts } as Contract };
      const drawn = closeThrough(life, on).history.find(
        ({ kind, payment }) => kind === 'payment' && payment?.methodId === 'm',
      )!;
      const told = drawn.messages.find(({ template }) => template === 'scheduled-payment-lowered');
      return [drawn.payment?.amountCents, told?.data];
    };
    // 25,022.23 is the payoff of 2026-01-20; 100.00 of it and 31 days of interest, 0.55, are left.
    const less = { scheduleId: 'a', promisedCents: '48904', amountCents: '10055' };
    expect(draw(CONTRACTS.loan!, 489_04n, 24_922_23n)).toEqual([100_55n, less]);
    expect(draw(CONTRACTS.loan!, 489_04n, 489_04n)).toEqual([489_04n, undefined]);
    // Three payments of 474.50 less a payment of 1,000.00 leave 423.50 to take.
    const rest = { scheduleId: 'a', promisedCents: '47450', amountCents: '42350' };
    expect(draw(CONTRACTS['short lease']!, 474_50n, 1_000_00n)).toEqual([423_50n, rest]);
  });

  test('owes back what is too much, once all money has cleared', () => {
    const loan = sampleLoan();
    const payoff = payoffCents(loan, date('2026-02-01'));
    const life = payOn(beginLife(loan), '2026-02-01', payoff + 50_00n, { channel: 'check' });
    expect(creditOf(closeThrough(life, '2026-02-10').contract.balances, 'unapplied')).toBe(50_00n);
    const cleared = closeThrough(life, '2026-02-11').contract;
    expect(cleared.status).toBe('closed');
    expect(creditOf(cleared.balances, 'unapplied')).toBe(0n);
    expect(creditOf(cleared.balances, 'refunds-payable')).toBe(50_00n);
  });
});

const anyMoney = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 200 }),
    cents: fc.oneof(fc.bigInt({ min: 1n, max: 1_200_00n }), fc.constant(26_000_00n)),
    channel: fc.constantFrom('wire' as const, 'check' as const),
  }),
  { maxLength: 8 },
);
const anyContract = fc.constantFrom(...Object.values(CONTRACTS));

describe('closing', () => {
  test('a day twice changes nothing the second time', () => {
    fc.assert(
      fc.property(
        anyContract,
        anyMoney,
        fc.integer({ min: 1, max: 220 }),
        (contract, money, days) => {
          let life = beginLife(contract);
          const start = contract.facts.lastEffective;
          for (const { day, cents, channel } of money.toSorted((a, b) => a.day - b.day)) {
            life = payOn(life, addDays(start, day), cents, { channel });
          }
          const last = addDays(start, Math.max(days, ...money.map(({ day }) => day)));
          const closed = closeThrough(life, last);
          expect(closeContract(closed.contract, { on: last }).entries).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('only on the days a contract asks for comes to the same as closing every day', () => {
    fc.assert(
      fc.property(anyContract, anyMoney, (contract, money) => {
        const start = contract.facts.lastEffective;
        const byDay = money.toSorted((a, b) => a.day - b.day);
        let daily = beginLife(contract);
        let asked = contract;
        let visits = 0;
        for (let day = 1; day <= 260; day += 1) {
          const on = addDays(start, day);
          for (const each of byDay.filter((m) => m.day === day)) {
            const command = paymentOf(each.cents, on, { channel: each.channel });
            daily = post(daily, command);
            asked = post({ contract: asked, businessDate: on, history: [] }, command).contract;
          }
          daily = closeThrough(daily, on);
          if (nextBusinessDate(asked, on) === on) {
            asked = stateAfter(closeContract(asked, { on }), asked) as typeof asked;
            visits += 1;
          }
          expect(asked).toEqual(daily.contract);
        }
        // A car that is kept is billed day by day; anything else is looked at now and then.
        const isKept = daily.contract.status === 'holdover';
        expect(isKept || visits < 120).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('never asks for a day before the open one', () => {
    fc.assert(
      fc.property(anyContract, fc.integer({ min: 0, max: 400 }), (contract, days) => {
        const open = addDays(contract.facts.lastEffective, days);
        const next = nextBusinessDate(contract, open);
        expect(next === null || next >= open).toBe(true);
      }),
    );
  });
});
