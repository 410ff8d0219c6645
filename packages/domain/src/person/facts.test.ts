import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsMatch } from './facts.ts';

const ON_FILE = { dateOfBirth: '1986-04-12', ssn: '900100001', zip: '43200' };
const TYPED = { dateOfBirth: '1986-04-12', ssnLastFour: '0001', zip: '43200' };

describe('the facts of a contract', () => {
  test.each([
    ['all of them', {}, {}, true],
    ['a ZIP with four more digits', {}, { zip: '43200-1234' }, true],
    ['another birth date', {}, { dateOfBirth: '1986-12-04' }, false],
    ['other digits', {}, { ssnLastFour: '0010' }, false],
    ['another ZIP', {}, { zip: '43201' }, false],
    ['no SSN on file, the rest is right', { ssn: null }, {}, true],
    ['no SSN on file, the rest is wrong', { ssn: null }, { zip: '43201' }, false],
    ['a ZIP alone on file', { ssn: null, dateOfBirth: null }, {}, false],
    ['an empty birth date is not on file', { ssn: null, dateOfBirth: '' }, {}, false],
    ['all nine digits', {}, { ssn: '900100001' }, true],
    ['nine digits with the right end', {}, { ssn: '800100001' }, false],
    ['nothing on file', { ssn: null, dateOfBirth: null, zip: null }, {}, false],
  ] as const)('%s', (_what, onFile, typed, expected) => {
    expect(factsMatch({ ...ON_FILE, ...onFile }, { ...TYPED, ...typed })).toBe(expected);
  });

  test('one fact that differs is enough to be refused, whatever else is on file', () => {
    const digits = (length: number) =>
      fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((each) => each.join(''));
    fc.assert(
      fc.property(digits(4), digits(5), fc.boolean(), (ssnLastFour, zip, hasBirth) => {
        fc.pre(ssnLastFour !== TYPED.ssnLastFour || zip !== TYPED.zip);
        const onFile = { ...ON_FILE, dateOfBirth: hasBirth ? ON_FILE.dateOfBirth : null };
        expect(factsMatch(onFile, { ...TYPED, ssnLastFour, zip })).toBe(false);
      }),
    );
  });
});
