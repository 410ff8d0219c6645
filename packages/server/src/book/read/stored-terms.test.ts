import { sampleLoan } from '@roadbook/domain/testing/sample-contracts';
import { expect, test } from 'vitest';
import { completeLoanTerms } from './stored-terms.ts';

test('terms of an earlier build become one segment of monthly installments', () => {
  const { schedule, policy: _, ...rest } = sampleLoan().terms;
  const [{ firstDueDate, rhythm, count, installmentCents }] = schedule.segments;
  if (rhythm.every !== 'monthly') throw new Error('the sample pays monthly');
  const { finalInstallmentCents } = schedule;
  const earlier = {
    ...rest,
    firstDueDate,
    dueDay: rhythm.dueDay,
    installmentCount: count,
    installmentCents,
    finalInstallmentCents,
  };
  expect(completeLoanTerms(earlier)).toEqual({ ...rest, schedule });
});

test('terms of this build stay as they are', () => {
  const { policy: _, ...terms } = sampleLoan().terms;
  expect(completeLoanTerms(terms)).toEqual(terms);
});
