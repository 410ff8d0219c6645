import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { describe, expect, test } from 'vitest';
import { partById } from '../walk/car-part.ts';
import { type ChargeRow, chargeTableDefects, priceOf } from './charge-table.ts';

const withRows = (change: (row: ChargeRow) => ChargeRow[]) => ({
  ...LARKSPUR_CHARGES,
  rows: LARKSPUR_CHARGES.rows.flatMap(change),
});
const isDent = (row: ChargeRow): boolean =>
  row.damages.includes('dent') && row.parts.includes('panel');

describe('a price', () => {
  test('holds for its severity and larger ones, up to the next price', () => {
    const light = partById('left-headlight')!;
    const prices = ([1, 2, 3, 5] as const).map(
      (severity) => priceOf(LARKSPUR_CHARGES, light, 'scratch', severity)?.chargeCents,
    );
    expect(prices).toEqual([80_00n, 80_00n, 160_00n, 160_00n]);
  });

  test('for the single part goes before the price for its kind', () => {
    const priced = (id: string) =>
      priceOf(LARKSPUR_CHARGES, partById(id)!, 'missing', 6)?.chargeCents;
    expect(['keys', 'floor-mats'].map(priced)).toEqual([250_00n, 75_00n]);
  });
});

describe('a table of charges', () => {
  test('without a price for a damage that a part can have is not used', () => {
    const defects = chargeTableDefects(withRows((row) => (isDent(row) ? [] : [row])));
    expect(defects.map(({ rule }) => rule)).toContain('price-missing');
    expect(defects).toContainEqual({
      rule: 'price-missing',
      partId: 'hood',
      damage: 'dent',
      severity: 1,
      row: null,
      smaller: null,
    });
  });

  test('in which larger damage costs less than smaller is not used', () => {
    const cheap = (row: ChargeRow) => (row.severity === 5 ? { ...row, chargeCents: 1n } : row);
    const rules = chargeTableDefects(withRows((row) => [cheap(row)])).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(['charge-falls']));
  });

  test('whose price turns with size from each mark to the whole part is not used', () => {
    const whole = (row: ChargeRow): ChargeRow =>
      isDent(row) && row.severity === 4 ? { ...row, per: 'part' } : row;
    const rules = chargeTableDefects(withRows((row) => [whole(row)])).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(['price-changes-kind']));
  });
});
