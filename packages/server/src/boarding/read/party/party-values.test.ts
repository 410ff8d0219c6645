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
  ['12-3456789', '123456789'],
  ['123456789', '123456789'],
  ['00-3456789', null],
  ['11-1111111', null],
  ['123-45-6789', null],
])('EIN %s', (text, ein) => {
  expect(values.parseEin(text)).toBe(ein);
});

test.each([
  ['Hawthorn Plumbing LLC', true],
  ['Hawthorn Plumbing, Inc.', true],
  ['Brandt & Söhne GmbH', true],
  ['The Whitfield Family Trust', true],
  ['Sukarto', false],
  ['De Sa', false],
  ['Ltd', false],
])('%s is a company: %s', (name, isCompany) => {
  expect(values.isCompanyName(name)).toBe(isCompany);
});

test('VINs, counts, plain text', () => {
  expect(values.parseVinText('1m8gdm9axkp042788')).toBe('1M8GDM9AXKP042788');
  expect(values.parseVinText('1M8GDM9A0KP042788')).toBeNull();
  expect(values.parseCount('007', 1, 31)).toBe('7');
  expect(values.parseCount('32', 1, 31)).toBeNull();
  expect(values.parseCount('1.0', 1, 31)).toBeNull();
  expect(values.parsePlain('Renée', 5)).toBe('Renée');
  expect(values.parsePlain('Rene\u0301e', 5)).toBe('Ren\u00e9e');
  expect(values.parsePlain('two\r\n lines', 20)).toBe('two lines');
  expect(values.parsePlain('\u200eDana\u00a0W\u200b', 20)).toBe('Dana W');
  expect(values.parsePlain('\u200b', 20)).toBeNull();
  expect(values.parsePlain('bell\u0007', 20)).toBeNull();
  expect(values.parseAnyDay('1988-04-17T00:00:00')).toBe('1988-04-17');
  expect(values.parseAnyDay('4/17/1988 00:00')).toBe('1988-04-17');
});

test('what was normalised is taken again as it is', () => {
  const parsers = [values.parseSsn, values.parseEin, values.parseAnyDay];
  const text = fc.string({ unit: fc.constantFrom(...'0123456789-/+ ()'), maxLength: 16 });
  fc.assert(
    fc.property(text, fc.constantFrom(...parsers), (each, parse) => {
      const once = parse(each);
      if (once !== null) expect(parse(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
