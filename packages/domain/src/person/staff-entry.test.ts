import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStaffPasswordWeak, STAFF_PROOFS, staffMayEnter } from './staff-entry.ts';

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

const known = { name: 'Priya Natarajan', email: 'priya@larkspur.example' };

test.each([
  ['fourteen chars', true],
  ['fifteen letters', false],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', true],
  ['abababababababababab', true],
  ['priya natarajan', true],
  ['natarajan-natarajan-2026', true],
  ['natarajan keeps four bees', false],
  ['correct horse battery staple', false],
])('as a password, %s is weak: %s', (password, isWeak) => {
  expect(isStaffPasswordWeak(password, known)).toBe(isWeak);
});

test('nothing that is shorter than 15 characters is strong', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 14 }), (password) => {
      expect(isStaffPasswordWeak(password, known)).toBe(true);
    }),
  );
});
