import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doublyEncoded } from './doubly-encoded.ts';
import { lostLetters, markForeignBytes, withoutMarks } from './foreign-bytes.ts';
import { damageOfAny, damageOfDay, damageOfDecimal } from './spreadsheet-damage.ts';

/** A text read as Latin-1 where it was UTF-8: what a second encoding makes of it. */
const encodedAgain = (text: string): string => Buffer.from(text).toString('latin1');

test.each([
  ['PeÃ±a', 'Peña', 'Ã±', 'ñ'],
  ['JosÃ©', 'José', 'Ã©', 'é'],
  ['Oâ€™Neill', 'O’Neill', 'â€™', '’'],
  ['Å»ak', 'Żak', 'Å»', 'Ż'],
  ['PeÃƒÂ±a', 'Peña', 'Ãƒ', 'Ã'],
])('%s was encoded twice', (text, meant, garbled, letter) => {
  expect(doublyEncoded(text)).toEqual({ meant, garbled, letter });
});

test.each(['Peña', 'ÜŠ', 'ßŠ', 'Ângela', 'SÃO PAULO', 'Ç', 'Dana', 'Zoë & Ânia', '佐藤', 'Ã'])(
  '%s is as it should be',
  (text) => {
    expect(doublyEncoded(text)).toBeNull();
  },
);

test('every text of European letters is told from what a second encoding makes of it', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcÄÖÜäöüßéèñøåçŁłŻżŠš '), maxLength: 20 });
  fc.assert(
    fc.property(letters, (text) => {
      expect(doublyEncoded(text)).toBeNull();
      const again = encodedAgain(text);
      expect(doublyEncoded(again)?.meant ?? again).toBe(again === text ? again : text);
    }),
    { numRuns: 2_000 },
  );
});

async function textOf(...chunks: Uint8Array[]): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of markForeignBytes(chunks)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

test('a byte that is not UTF-8 marks its letter, however the file comes in', async () => {
  const bytes = Buffer.from('Jos\u00e9,Pe\u00f1a,Dayton', 'latin1');
  const bytewise = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
  for (const text of [await textOf(bytes), await textOf(...bytewise)]) {
    expect(text.split(',').map(withoutMarks)).toEqual(['Jos?', 'Pe?a', 'Dayton']);
    expect(text.split(',').map(lostLetters)).toEqual(['windows-1252', 'windows-1252', null]);
  }
  expect(lostLetters(await textOf(Uint8Array.of(0x41, 0x81)))).toBe('unknown-bytes');
  expect(lostLetters('Pe\ufffda')).toBe('lost-before');
});

test('UTF-8 comes through as it is, cut anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(60), async (text, at) => {
      const bytes = Buffer.from(text);
      expect(await textOf(bytes.subarray(0, at), bytes.subarray(at))).toBe(text);
    }),
  );
});

test('bytes of any kind lose none of the letters around them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.nat(40), async (bytes, at) => {
      const text = await textOf(bytes.subarray(0, at), bytes.subarray(at));
      const ascii = Array.from(bytes).filter((byte) => byte < 0x80);
      expect(Array.from(Buffer.from(text)).filter((byte) => byte < 0x80)).toEqual(ascii);
    }),
  );
});

test.each([
  ['1.6E+04', 'scientific-notation'],
  ['1,23457E+14', 'scientific-notation'],
  ['#N/A', 'spreadsheet-error'],
  ['########', 'spreadsheet-error'],
  ['1E5', null],
  ['Apt 4E2', null],
  ['#4', null],
])('damage of any value: %s', (text, rule) => {
  expect(damageOfAny(text)?.rule ?? null).toBe(rule);
});

test.each([
  ['$16,000.00', 'currency-sign'],
  ['16000 USD', 'currency-sign'],
  ['€ 16.000,00', 'currency-sign'],
  ['(125.00)', 'amount-in-parentheses'],
  ['16,000', 'thousands-separator'],
  ['16,000.00', 'thousands-separator'],
  ['1.234.567', 'thousands-separator'],
  ["16'000.00", 'thousands-separator'],
  ['16.000,00', 'decimal-comma'],
  ['16000,00', 'decimal-comma'],
  ['489,04', 'decimal-comma'],
  ['6.49%', 'percent-sign'],
  ['125.00-', 'minus-behind'],
  ['1.6E+04', 'scientific-notation'],
  ['sixty', null],
])('damage of an amount: %s', (text, rule) => {
  expect(damageOfDecimal(text)?.rule ?? null).toBe(rule);
});

test.each([
  ['46326', 'spreadsheet-date', '2026-10-31'],
  ['61', null, null],
  ['10/31/26', 'two-digit-year', null],
  ['31.10.26', 'two-digit-year', null],
  ['4.6E+04', 'scientific-notation', null],
  ['31 October', null, null],
])('damage of a day: %s', (text, rule, day) => {
  const damage = damageOfDay(text, false);
  expect(damage?.rule ?? null).toBe(rule);
  if (day !== null) expect(damage?.sentence).toContain(day);
  if (day !== null) expect(damageOfDay(text, true)?.sentence).not.toContain(day);
});
