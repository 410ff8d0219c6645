import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../../tests/house/shared-data.ts';
import { beginLife, type Life, payOn } from '../../../testing/life.ts';
import { loanTerms, onlySegment, sampleLoan } from '../../../testing/sample-contracts.ts';
import type { LoanContract } from '../../contract/contract.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { loanAmountDue } from '../../loan/amount-due.ts';
import { payoffCents } from '../../loan/payoff.ts';
import { projectLoan } from '../../loan/projection.ts';
import { parseDollars, sumCents } from '../../money/cents.ts';
import { parsePpb } from '../../money/rate.ts';
import { date } from '../../time/calendar.ts';

const principalOf = ({ contract }: Life<LoanContract>): bigint =>
  balanceOf(contract.balances, 'principal');

/** What the newest entry put into the lines with this label. */
function newest({ history }: Life<LoanContract>, ...labels: string[]): bigint {
  const { lines } = history.at(-1)!;
  return sumCents(lines.filter(({ label }) => labels.includes(label)).map(({ cents }) => cents));
}

describe('interest', () => {
  test('is posted to the day of every payment, whole, even when the money does not reach', () => {
    const life = payOn(beginLife(sampleLoan()), '2026-02-15', 100_00n);
    expect(balanceOf(life.contract.balances, 'interest-income')).toBe(-137_80n);
    expect(balanceOf(life.contract.balances, 'interest-receivable')).toBe(37_80n);
    expect(life.contract.facts.interestFrom).toBe('2026-02-15');
    expect(principalOf(life)).toBe(25_000_00n);
  });

  test('that is unpaid bears no interest', () => {
    const life = payOn(beginLife(sampleLoan()), '2026-02-15', 100_00n);
    // 28 days on 25,000.00 alone is 124.47.
    const rise = payoffCents(life.contract, date('2026-03-15')) - 25_037_80n;
    expect(rise).toBe(124_47n);
  });

  test('paid through a later day than the money’s is not paid again', () => {
    const loan = sampleLoan(undefined, { interestFrom: date('2026-03-01') });
    const life = payOn(beginLife(loan), '2026-02-15', 489_04n);
    expect(newest(life, 'interest')).toBe(0n);
    expect(principalOf(life)).toBe(24_510_96n);
    expect(life.contract.facts.interestFrom).toBe('2026-03-01');
  });
});

describe('extra money', () => {
  const extra = (purpose: 'regular' | 'principal-only') => {
    const life = payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n);
    return payOn(life, '2026-02-15', 1_000_00n, { purpose }).contract;
  };

  test('lowers the principal alike, paid ahead or principal only', () => {
    expect(extra('regular').balances).toEqual(extra('principal-only').balances);
  });

  test('moves the next due date only when it is paid ahead', () => {
    const after = (purpose: 'regular' | 'principal-only') =>
      loanAmountDue(extra(purpose), date('2026-02-16'));
    expect(after('regular').nextDueDate).toBe('2026-05-15');
    expect(after('regular').nextPaymentCents).toBe(467_12n);
    expect(after('principal-only').nextDueDate).toBe('2026-03-15');
    expect(after('principal-only').nextPaymentCents).toBe(489_04n);
  });
});

describe('a loan that is paid as projected', () => {
  test('follows its projection to the cent and ends on its last due date', () => {
    const anyTerms = fc.record({
      amountFinancedCents: fc.bigInt({ min: 2_000_00n, max: 60_000_00n }),
      annualRatePpb: fc.bigInt({ min: 0n, max: 240_000_000n }),
      installmentCount: fc.integer({ min: 6, max: 30 }),
    });
    fc.assert(
      fc.property(anyTerms, (changes) => {
        const loan = sampleLoan(loanTerms(changes));
        let life = beginLife(loan);
        for (const row of projectLoan(loan, loan.terms.originatedOn)) {
          life = payOn(life, row.dueDate, row.paymentCents);
          expect(newest(life, 'interest')).toBe(row.interestCents);
          expect(principalOf(life)).toBe(row.balanceCents);
        }
        expect(life.contract.status).toBe('paid-in-full');
        expect(balanceOf(life.contract.balances, 'late-fees-receivable')).toBe(0n);
      }),
      { numRuns: 30 },
    );
  });
});

type Vector = { id: string; published: Record<string, number> };
const cents = (amount: number): bigint => parseDollars(amount.toFixed(2))!;

describeWithSharedData('the Federal Reserve’s loan of 18,800.00 at 9 %', (data) => {
  const path = join(data, 'vectors/frb-vehicle-leasing.json');
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Vector[] };
  const published = (id: string) => vectors.find((each) => each.id === id)!.published;
  const terms = loanTerms({
    amountFinancedCents: 18_800_00n,
    annualRatePpb: 90_000_000n,
    installmentCount: 48,
    dayCount: '30/360',
  });

  test('splits its first two payments as printed', () => {
    const table = published('frb-loan-constant-yield');
    expect(onlySegment(terms).installmentCents).toBe(cents(table.payment!));
    const first = payOn(
      beginLife(sampleLoan(terms)),
      '2026-02-15',
      onlySegment(terms).installmentCents,
    );
    expect(newest(first, 'interest')).toBe(cents(table.interest1!));
    expect(newest(first, 'due-principal')).toBe(cents(table.principal1!));
    expect(principalOf(first)).toBe(cents(table.balance1!));
    const second = payOn(first, '2026-03-15', onlySegment(terms).installmentCents);
    expect(newest(second, 'interest')).toBe(cents(table.interest2!));
    expect(principalOf(second)).toBe(cents(table.balance2!));
    expect(48n * onlySegment(terms).installmentCents - 18_800_00n).toBe(
      cents(table.fullTermInterest!),
    );
  });

  test('takes extra principal as printed', () => {
    const table = published('frb-loan-simple-interest-prepay');
    const first = payOn(
      beginLife(sampleLoan(terms)),
      '2026-02-15',
      onlySegment(terms).installmentCents,
    );
    const extra = payOn(first, '2026-02-15', 1_000_00n, { purpose: 'principal-only' });
    expect(principalOf(extra)).toBe(cents(table.balanceAfterExtra!));
  });
});

type LoanMonth = {
  from: string;
  to: string;
  balance: number;
  rate: number;
  interestCollected: number;
  principalCollected: number;
};

describeWithSharedData('53 real loan-months, paid through the ledger', (data) => {
  const path = join(data, 'vectors/real-daily-simple-interest-act365-sample.json');
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: LoanMonth[] };

  test('split as the servicers did, within one cent, most of them exactly', () => {
    let exact = 0;
    for (const month of vectors) {
      const terms = loanTerms({
        originatedOn: date(month.from),
        annualRatePpb: parsePpb(`${month.rate}`)!,
      });
      const loan = sampleLoan(terms, {
        asOf: date(month.from),
        interestFrom: date(month.from),
        principalCents: cents(month.balance),
      });
      const paid = cents(month.interestCollected) + cents(month.principalCollected);
      const life = payOn(beginLife(loan), month.to, paid);
      const off = newest(life, 'interest') - cents(month.interestCollected);
      expect([-1n, 0n, 1n]).toContain(off);
      if (life.contract.status === 'active') {
        const principal = newest(life, 'due-principal', 'principal');
        expect(principal + off).toBe(cents(month.principalCollected));
      }
      if (off === 0n) exact += 1;
    }
    expect(exact).toBeGreaterThanOrEqual(35);
  });
});
