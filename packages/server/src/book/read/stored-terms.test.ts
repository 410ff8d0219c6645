import { encode } from '@roadbook/api/wire';
import {
  DEMO_POLICY,
  LEASE_TERMS,
  onlySegment,
  sampleLoan,
} from '@roadbook/domain/testing/sample-contracts';
import { expect, test } from 'vitest';
import { termsOf } from './stored-terms.ts';

test('terms of an earlier build become one segment of monthly installments', () => {
  const { terms } = sampleLoan();
  const { schedule, policy: _, ...rest } = terms;
  const { firstDueDate, count: installmentCount, installmentCents } = onlySegment(terms);
  const { finalInstallmentCents } = schedule;
  const monthly = { firstDueDate, dueDay: 15, installmentCount, installmentCents };
  const earlier = encode({ ...rest, ...monthly, finalInstallmentCents });
  expect(termsOf('loan', earlier, DEMO_POLICY)).toEqual(terms);
});

test('a lease of an earlier build has no capitalized cost reduction on record', () => {
  const { capitalizedCostReductionCents: _none, policy, ...rest } = LEASE_TERMS;
  expect(termsOf('lease', encode(rest), policy)).toEqual(LEASE_TERMS);
});

test('terms of this build stay as they are', () => {
  const { policy, ...terms } = sampleLoan().terms;
  expect(termsOf('loan', encode(terms), policy)).toEqual({ ...terms, policy });
});
