import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as values from './party-values.ts';

test.each([
  ['900-70-0142', '900700142'],
  ['900700142', '900700142'],
  ['987-65-4320', '987654320'],
  ['000-12-3456', null],
  ['666-12-3456', null],
  ['900-00-3456', null],
  ['900-12-0000', null],
  ['078-05-1120', null],
  ['123456789', null],
  ['999999999', null],
  ['90070142', null],
  ['9007001422', null],
  ['900 70 0142', null],
  ['90O-70-0142', null],
])('SSN %s', (text, ssn) => {
  expect(values.parseSsn(text)).toBe(ssn);
});

test.each([
  ['1988-04-17', '1988-04-17'],
  ['04-17-1988', '1988-04-17'],
  ['4/17/1988', '1988-04-17'],
  ['17/04/1988', null],
  ['02-30-1988', null],
  ['4/17/88', null],
])('birthday %s', (text, day) => {
  expect(values.parseAnyDay(text)).toBe(day);
});

test.each([
  ['(614) 555-0142', '+16145550142'],
  ['+1 614.555.0142', '+16145550142'],
  ['1-614-555-0142', '+16145550142'],
  ['6145550142', '+16145550142'],
  ['555-0142', null],
  ['(114) 555-0142', null],
  ['+44 20 7946 0958', null],
  ['614-555-0142 x12', null],
])('phone %s', (text, phone) => {
  expect(values.parsePhone(text)).toBe(phone);
});

test.each([
  ['dana@Larkspur.Example', 'dana@larkspur.example'],
  ['Dana.W+car@mail.larkspur.example', 'Dana.W+car@mail.larkspur.example'],
  ['dana', null],
  ['dana@larkspur', null],
  ['dana@@larkspur.example', null],
  ['dana @larkspur.example', null],
  ['.dana@larkspur.example', null],
  ['dana..w@larkspur.example', null],
  ['dana@-larkspur.example', null],
])('e-mail %s', (text, email) => {
  expect(values.parseEmail(text)).toBe(email);
});

test.each([
  ['45402', '45402'],
  ['454021234', '45402-1234'],
  ['45402-1234', '45402-1234'],
  ['5402', null],
  ['45402-12', null],
])('ZIP %s', (text, zip) => {
  expect(values.parseZip(text)).toBe(zip);
});

test('states, VINs, counts, plain text', () => {
  expect(values.parseState('oh')).toBe('OH');
  expect(values.parseState('XX')).toBeNull();
  expect(values.parseVinText('1m8gdm9axkp042788')).toBe('1M8GDM9AXKP042788');
  expect(values.parseVinText('1M8GDM9A0KP042788')).toBeNull();
  expect(values.parseCount('007', 1, 31)).toBe('7');
  expect(values.parseCount('32', 1, 31)).toBeNull();
  expect(values.parseCount('1.0', 1, 31)).toBeNull();
  expect(values.parsePlain('Renée', 5)).toBe('Renée');
  expect(values.parsePlain('two\nlines', 20)).toBeNull();
});

test('what was normalised is taken again as it is', () => {
  const parsers = [values.parsePhone, values.parseZip, values.parseSsn, values.parseAnyDay];
  const text = fc.string({ unit: fc.constantFrom(...'0123456789-/+ ()'), maxLength: 16 });
  fc.assert(
    fc.property(text, fc.constantFrom(...parsers), (each, parse) => {
      const once = parse(each);
      if (once !== null) expect(parse(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
