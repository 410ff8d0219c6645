import { describe, expect, test } from 'vitest';
import { isSteppedUp } from './step-up.ts';

const NOW = 1_800_000_000_000;
const ago = (minutes: number): number => NOW - minutes * 60_000;

describe('a step-up', () => {
  test.each([
    ['a passkey', [['passkey', 1]], true, true],
    ['a passkey of six minutes ago', [['passkey', 6]], true, false],
    ['a password alone', [['password', 1]], true, false],
    [
      'a password and a code',
      [
        ['password', 2],
        ['mail-code', 1],
      ],
      true,
      true,
    ],
    ['a code alone, with a password on file', [['app', 1]], true, false],
    ['a code alone, by somebody without a password', [['app', 1]], false, true],
    [
      'a password that is too old beside a code',
      [
        ['password', 6],
        ['app', 1],
      ],
      true,
      false,
    ],
    [
      'facts',
      [
        ['password', 1],
        ['facts', 1],
      ],
      true,
      false,
    ],
    [
      'a password in a session that a letter opened hours ago',
      [
        ['password', 1],
        ['letter', 700],
      ],
      true,
      true,
    ],
    ['the letter of that session alone', [['letter', 1]], true, false],
    [
      'a call of more than 12 hours ago',
      [
        ['password', 1],
        ['call-back', 721],
      ],
      true,
      false,
    ],
    ['nothing', [], false, false],
  ] as const)('%s', (_what, proofs, hasPassword, expected) => {
    const fresh = proofs.map(([proof, minutes]) => ({ proof, atMs: ago(minutes) }));
    expect(isSteppedUp(fresh, hasPassword, NOW)).toBe(expected);
  });

  test('a proof from the future is none', () => {
    expect(isSteppedUp([{ proof: 'passkey', atMs: NOW + 1 }], true, NOW)).toBe(false);
  });
});
