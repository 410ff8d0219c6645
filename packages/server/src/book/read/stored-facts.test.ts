import type { LeaseFacts, LoanFacts } from '@roadbook/domain/contract/contract';
import { sampleLease, sampleLoan } from '@roadbook/domain/testing/sample-contracts';
import { expect, test } from 'vitest';
import { completeFacts } from './stored-facts.ts';

test('facts of an earlier version get what was then always so', () => {
  const { feesFirstCents: _fees, ...loanFacts } = sampleLoan().facts;
  expect(completeFacts(loanFacts as LoanFacts)).toEqual({ ...loanFacts, feesFirstCents: 0n });
  const { periodsBooked: _periods, ...leaseFacts } = { ...sampleLease().facts, billed: 7 };
  expect(completeFacts(leaseFacts as LeaseFacts)).toEqual({ ...leaseFacts, periodsBooked: 7 });
});

test('facts of this version stay as they are', () => {
  const loanFacts = { ...sampleLoan().facts, feesFirstCents: 25_00n };
  expect(completeFacts(loanFacts)).toEqual(loanFacts);
  const leaseFacts = { ...sampleLease().facts, billed: 1, periodsBooked: 9 };
  expect(completeFacts(leaseFacts)).toEqual(leaseFacts);
});
