import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCountry } from './countries.ts';
import { parsePostalCode, postalForm } from './postal-codes.ts';
import { parseProvince, parseState } from './regions.ts';
import { countryOfPhone, parsePhone } from './telephones.ts';

test.each([
  ['DE', 'DE'],
  ['de', 'DE'],
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['United States', 'US'],
  ['USA', 'US'],
  ['UK', 'GB'],
  ['Cote d’Ivoire', 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ['The Netherlands', 'NL'],
  ['Trinidad and Tobago', 'TT'],
  ['Atlantis', null],
  ['XX', null],
])('country %s', (text, country) => {
  expect(parseCountry(text)).toBe(country);
});

test.each([
  ['oh', 'OH'],
  ['Ohio', 'OH'],
  ['new  york', 'NY'],
  ['PR', 'PR'],
  ['QC', null],
  ['XX', null],
])('state %s', (text, state) => {
  expect(parseState(text)).toBe(state);
});

test('provinces by letters and by name, with and without accents', () => {
  expect(parseProvince('qc')).toBe('QC');
  expect(parseProvince('Québec')).toBe('QC');
  expect(parseProvince('OH')).toBeNull();
});

test.each([
  ['US', '45402', '45402'],
  ['US', '454021234', '45402-1234'],
  ['US', '45402-1234', '45402-1234'],
  ['US', '5402', null],
  ['US', '45402-12', null],
  ['CA', 'j8x3p4', 'J8X 3P4'],
  ['CA', 'J8X 3P4', 'J8X 3P4'],
  ['CA', 'J8X-3P4', 'J8X 3P4'],
  ['CA', 'D8X 3P4', null],
  ['CA', 'J8X 3PO', null],
  ['CA', '45402', null],
  ['GB', 'sw1a1aa', 'SW1A 1AA'],
  ['GB', 'M1 1AE', 'M1 1AE'],
  ['GB', 'CR2 6XH', 'CR2 6XH'],
  ['GB', '45402', null],
  ['JP', '100-0001', '100-0001'],
  ['JP', '〒100-0001', '100-0001'],
  ['JP', '１００－０００１', '100-0001'],
  ['JP', '1000001', '100-0001'],
  ['JP', '100-001', null],
  ['DE', '67655', '67655'],
  ['DE', 'D-67655', '67655'],
  ['DE', '1067', null],
  ['NL', '1012ab', '1012 AB'],
  ['SE', 'SE-123 45', '123 45'],
  ['PL', '00950', '00-950'],
  ['PT', '1000-205', '1000-205'],
  ['IE', 'D02 AF30', 'D02 AF30'],
  ['AE', 'PO Box 12', 'PO BOX 12'],
  ['HK', '-', null],
])('postal code of %s: %s', (country, text, code) => {
  expect(parsePostalCode(text, country)).toBe(code);
});

test.each([
  ['(614) 555-0142', null, '+16145550142'],
  ['+1 614.555.0142', null, '+16145550142'],
  ['1-614-555-0142', null, '+16145550142'],
  ['6145550142', null, '+16145550142'],
  ['614\u2013555\u20130142', null, '+16145550142'],
  ['555-0142', null, null],
  ['(114) 555-0142', null, null],
  ['614-555-0142 x12', null, null],
  ['+1 819 555 0142', null, '+18195550142'],
  ['819 555 0142', 'CA', '+18195550142'],
  ['+44 20 7946 0958', null, '+442079460958'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['+44 (0)20 7946 0958', null, '+442079460958'],
  ['+49 631 5550142', null, '+496315550142'],
  ['0049 631 5550142', null, '+496315550142'],
  ['011 49 631 5550142', null, '+496315550142'],
  ['0631/5550142', 'DE', '+496315550142'],
  ['+81 3-1234-5678', null, '+81312345678'],
  ['03-1234-5678', 'JP', '+81312345678'],
  ['011-5555-0142', 'JP', '+811155550142'],
  ['55 1234 5678', 'MX', '+525512345678'],
  ['+999 123 4567', null, null],
  ['+49', null, null],
  ['+49 123456789012345', null, null],
  ['0631 5550142', null, null],
])('phone %s, address in %s', (text, country, phone) => {
  expect(parsePhone(text, country)).toBe(phone);
});

test('a telephone tells its country where only one has the code', () => {
  expect(countryOfPhone('+49 631 5550142')).toBe('DE');
  expect(countryOfPhone('+44 20 7946 0958')).toBe('GB');
  expect(countryOfPhone('+1 819 555 0142')).toBeNull();
  expect(countryOfPhone('+7 495 123 4567')).toBeNull();
  expect(countryOfPhone('631 5550142')).toBeNull();
});

test('what was normalised is taken again as it is, whatever the country', () => {
  const countries = fc.constantFrom('US', 'CA', 'GB', 'JP', 'DE', 'NL', 'PL', 'AE', null);
  const text = fc.string({ unit: fc.constantFrom(...'0123456789-/+ ()ABW'), maxLength: 16 });
  fc.assert(
    fc.property(text, countries, (each, country) => {
      const code = parsePostalCode(each, country);
      if (code !== null) expect(parsePostalCode(code, country)).toBe(code);
      const phone = parsePhone(each, country);
      if (phone !== null) expect(parsePhone(phone, country)).toBe(phone);
    }),
    { numRuns: 3000 },
  );
  expect(postalForm('DE')).toContain('99999');
});
