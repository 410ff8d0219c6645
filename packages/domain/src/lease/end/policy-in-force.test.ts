import { expect, test } from 'vitest';
import { addDays, date } from '../../time/calendar.ts';
import { leaseEndPolicyOn } from './policy-in-force.ts';
import { PLAIN_POLICY } from './testing/sample-case.ts';

const from = (day: string) => ({ ...PLAIN_POLICY, version: day, effectiveFrom: date(day) });
const policies = [from('2027-01-01'), from('2026-01-01'), from('2026-07-01')];

test.each([
  ['2025-12-31', '2026-01-01'],
  ['2026-01-01', '2026-01-01'],
  ['2026-06-30', '2026-01-01'],
  ['2026-07-01', '2026-07-01'],
  ['2030-01-01', '2027-01-01'],
])('on %s the policy of %s holds', (on, version) => {
  expect(leaseEndPolicyOn(policies, date(on)).version).toBe(version);
});

test('a policy holds from its own first day, whatever the order of the file', () => {
  for (const { effectiveFrom, version } of policies) {
    expect(leaseEndPolicyOn(policies, effectiveFrom).version).toBe(version);
    expect(leaseEndPolicyOn(policies.toReversed(), effectiveFrom).version).toBe(version);
    expect(leaseEndPolicyOn(policies, addDays(effectiveFrom, 1)).version).toBe(version);
  }
});

test('a lender without any policy is a defect', () => {
  expect(() => leaseEndPolicyOn([], date('2026-01-01'))).toThrow('has a policy');
});
