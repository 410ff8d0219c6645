import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough } from '../../testing/life.ts';
import { LEASE_TERMS, sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import { holdsOf } from '../../testing/sample-hold.ts';
import type { Contract } from '../contract/contract.ts';
import { HOLD_KINDS } from '../contract/hold.ts';
import { leaseAmountDue } from '../lease/amount-due.ts';
import { loanAmountDue } from '../loan/amount-due.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, type BusinessDate, date } from '../time/calendar.ts';

const cases = readFileSync(new URL('./cases/foreseen-late-fees.txt', import.meta.url), 'utf8');

function contracts(hold: string): Contract[] {
  const holds = holdsOf(hold);
  const lease = sampleLease(LEASE_TERMS, { billed: 0 });
  return [
    { ...sampleLoan(), holds },
    { ...lease, holds },
  ];
}

const foreseen = (contract: Contract, on: BusinessDate) =>
  (contract.product === 'loan' ? loanAmountDue(contract, on) : leaseAmountDue(contract, on))
    .lateFee;

describe('the late fee that a customer is told of', () => {
  test('is the next one that no hold stops', () => {
    checkTable(cases, (row) => {
      const [loan, lease] = contracts(row.text('hold')) as [Contract, Contract];
      const ofLoan = foreseen(loan, date('2026-02-16'));
      const ofLease = foreseen(lease, date('2026-01-11'));
      return {
        'loan pay by': ofLoan?.payBy ?? null,
        'loan fee': ofLoan?.feeCents ?? null,
        'lease pay by': ofLease?.payBy ?? null,
        'lease fee': ofLease?.feeCents ?? null,
      };
    });
  });

  test('is the first one that the closes assess if no money comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HOLD_KINDS),
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: -30, max: 90 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 60 }),
        (kind, which, from, length, asked) => {
          const start = date('2026-01-16');
          const hold = `${kind} ${addDays(start, from)} ${addDays(start, from + length)}`;
          const contract = contracts(hold)[which] as Contract;
          const on = addDays(start, asked);
          // Asked on the morning of a day: the closes of the days before it are done.
          const before = closeThrough(beginLife(contract), addDays(on, -1));
          const told = foreseen(before.contract, on);
          const known = before.history.length;
          const after = closeThrough(before, addDays(on, 130));
          const first = after.history.slice(known).find(({ kind: of, lines, effectiveDate }) => {
            return of === 'late-fee' && lines.length > 0 && effectiveDate > on;
          });
          // A debt that is charged off before has no late fee any more.
          if (after.contract.status === 'charged-off' && first === undefined) return;
          const fee = first && {
            payBy: addDays(first.effectiveDate, -1),
            feeCents: sumCents(first.lines.map(({ cents }) => cents)),
          };
          const isNear = told !== null && told.payBy < addDays(on, 130);
          expect(isNear ? told : null).toEqual(fee ?? null);
        },
      ),
    );
  });
});
