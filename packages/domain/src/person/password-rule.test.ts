import { describe, expect, test } from 'vitest';
import { isPersonal, mayStandAlone, passwordFault, passwordLength } from './password-rule.ts';

describe('the length of a password', () => {
  test.each([
    ['fourteen-signs', false, { fault: 'too-short', least: 15 }],
    ['fifteen-signs-x', false, null],
    ['seven-s', true, { fault: 'too-short', least: 8 }],
    ['eight-si', true, null],
    ['x'.repeat(128), false, null],
    ['x'.repeat(129), false, { fault: 'too-long', most: 128 }],
    // An emoji is one character, and é is one however it is typed.
    ['🚗'.repeat(15), false, null],
    ['e\u0301'.repeat(14), false, { fault: 'too-short', least: 15 }],
  ] as const)('%s, second proof %s', (typed, hasSecond, fault) => {
    expect(passwordFault(typed, hasSecond)).toEqual(fault);
  });

  test('the same word is as long however its accents are composed', () => {
    expect(passwordLength('e\u0301te\u0301')).toBe(passwordLength('été'));
    expect(mayStandAlone('a quiet orange door')).toBe(true);
  });
});

describe('words that belong to the account', () => {
  const words = ['Larkspur Motor Finance', 'Larkspur', 'maya', 'LMF-1001', 'kia'];
  test.each([
    ['larkspur-maya-1', true],
    ['LARKSPUR2026!', true],
    ['lmf-1001lmf-1001', true],
    ['a quiet maya orange door', false],
    ['orange door in the wind', false],
    ['kia kia', false],
  ])('%s', (typed, expected) => {
    expect(isPersonal(typed, words)).toBe(expected);
  });
});
