import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSamePerson, nameMatches } from './names.ts';

const DANA = { firstName: 'Dana', lastName: 'Whitfield', companyName: null };

describe('a typed name', () => {
  test.each([
    ['as it is on file', {}, 'Dana Whitfield', true],
    ['in capitals, with blanks', {}, '  DANA   WHITFIELD ', true],
    ['with a middle name', {}, 'Dana Q. Whitfield', true],
    ['with a suffix', {}, 'Dana Whitfield, Jr.', true],
    ['without its accent', { lastName: 'Núñez' }, 'dana nunez', true],
    ['with another mark', { lastName: 'O’Neil' }, "Dana O'Neil", true],
    ['with a part of a double name', { lastName: 'Whitfield-Ray' }, 'Dana Whitfield', false],
    ['the last name alone', {}, 'Whitfield', false],
    ['another first name', {}, 'Robin Whitfield', false],
    ['the other way round', {}, 'Whitfield Dana', false],
    ['nothing', {}, ' ', false],
    ['a single name', { firstName: null }, 'Whitfield', true],
    [
      'a company with a word for its sign',
      { firstName: null, lastName: null, companyName: 'Hartwell & Sons, LLC' },
      'Hartwell and Sons LLC',
      true,
    ],
    [
      'a company as it writes itself',
      { firstName: null, lastName: null, companyName: 'Hartwell & Sons, LLC' },
      'hartwell & sons llc',
      true,
    ],
    ['nobody', { firstName: null, lastName: null }, 'Dana Whitfield', false],
  ] as const)('%s', (_what, onFile, typed, expected) => {
    expect(nameMatches({ ...DANA, ...onFile }, typed)).toBe(expected);
  });
});

describe('two rows of people', () => {
  const one = { ...DANA, dateOfBirth: '1986-04-12', ssn: '900100001', ein: null };
  test.each([
    ['with the same number, under another name', { lastName: 'Ray' }, true],
    ['with another number, all else alike', { ssn: '900100002' }, false],
    ['with name and birth date, one without a number', { ssn: null }, true],
    ['with a name alone', { ssn: null, dateOfBirth: null }, false],
    ['with a birth date alone', { ssn: null, firstName: 'Robin' }, false],
  ] as const)('%s', (_what, change, expected) => {
    expect(isSamePerson(one, { ...one, ...change })).toBe(expected);
    expect(isSamePerson({ ...one, ...change }, one)).toBe(expected);
  });

  test('a number that differs is never overruled', () => {
    const text = fc.option(fc.constantFrom('Dana', 'Whitfield', '1986-04-12'));
    fc.assert(
      fc.property(text, text, text, (firstName, lastName, dateOfBirth) => {
        const alike = { firstName, lastName, companyName: null, dateOfBirth, ein: null };
        const [a, b] = [
          { ...alike, ssn: '900100001' },
          { ...alike, ssn: '900100009' },
        ];
        expect(isSamePerson(a, b)).toBe(false);
      }),
    );
  });
});
