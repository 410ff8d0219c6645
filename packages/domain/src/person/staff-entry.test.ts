import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STAFF_PROOFS, staffMayEnter } from './staff-entry.ts';

test('no session opens on a password alone, on a code alone, or on nothing', () => {
  for (const proven of [[], ['password'], ['authenticator']] as const) {
    expect(staffMayEnter(proven), proven.join(' ')).toBe(false);
  }
});

test.each([[['password', 'authenticator']], [['passkey']], [['provider']]] as const)(
  '%s opens one',
  (proven) => {
    expect(staffMayEnter(proven)).toBe(true);
  },
);

test('more proof is never worse', () => {
  const proofs = fc.subarray([...STAFF_PROOFS]);
  fc.assert(
    fc.property(proofs, fc.constantFrom(...STAFF_PROOFS), (proven, more) => {
      if (staffMayEnter(proven)) expect(staffMayEnter([...proven, more])).toBe(true);
    }),
  );
});
