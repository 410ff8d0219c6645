import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import {
  atLeastZero,
  CENTS_MAX,
  dollars,
  maxCents,
  minCents,
  parseDollars,
  spokenDollars,
  sumCents,
} from './cents.ts';

const cases = readFileSync(new URL('./cases/dollars.txt', import.meta.url), 'utf8');
const anyCents = fc.bigInt({ min: -CENTS_MAX, max: CENTS_MAX });

describe('an amount in dollars', () => {
  test('is read as a person writes it, and refused rather than rounded', () => {
    checkTable(cases, (row) => ({
      cents: parseDollars(row.text('written').replaceAll('"', ''))?.toString() ?? null,
    }));
  });

  test('is the same amount after it was written and read', () => {
    fc.assert(
      fc.property(anyCents, (cents) => {
        expect(parseDollars(dollars(cents))).toBe(cents);
      }),
    );
  });

  test('is spoken as every American form writes it', () => {
    const usual = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
    fc.assert(
      fc.property(anyCents, (cents) => {
        expect(spokenDollars(cents)).toBe(usual.format(dollars(cents) as `${number}`));
      }),
    );
    expect(spokenDollars(965_495n)).toBe('$9,654.95');
  });

  test('with a third decimal is never an amount', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 0, max: 9 }), (cents, more) => {
        expect(parseDollars(`${dollars(cents)}${more}`)).toBeNull();
      }),
    );
  });

  test('that is no number is refused whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cents = parseDollars(text);
        if (cents !== null) expect(text.trim()).toMatch(/^-?\$?[\d,]+(\.\d{1,2})?$/);
      }),
    );
  });
});

describe('comparing amounts', () => {
  test('takes the smaller, the larger, and never less than zero', () => {
    fc.assert(
      fc.property(anyCents, anyCents, (a, b) => {
        expect(minCents(a, b) + maxCents(a, b)).toBe(a + b);
        expect(minCents(a, b) <= maxCents(a, b)).toBe(true);
        expect(atLeastZero(a)).toBe(maxCents(a, 0n));
      }),
    );
  });

  test('adds up without order', () => {
    fc.assert(
      fc.property(fc.array(anyCents), (amounts) => {
        expect(sumCents(amounts)).toBe(sumCents(amounts.toReversed()));
        expect(sumCents([...amounts, 1n]) - sumCents(amounts)).toBe(1n);
      }),
    );
  });
});
