import {
  DEMO_CHARGE_TABLES,
  LARKSPUR_CHARGES,
} from '@roadbook/server/lender/larkspur/wear-charges';
import { DEMO_GUIDES, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, date } from '../../time/calendar.ts';
import { measuresFor, type WearGuide, type WearRule } from '../guide/guide.ts';
import { CAR_PARTS } from '../walk/car-part.ts';
import { damagesOf } from '../walk/damage-type.ts';
import type { CsvDefect, CsvRow } from './csv-row.ts';
import { CSV_RULES, cellsOf } from './csv-row.ts';
import { CHARGES_COLUMNS, PRICE_COLUMNS, readChargesCsv } from './read-charges-csv.ts';
import { GUIDE_COLUMNS, RULE_COLUMNS, readGuideCsv } from './read-guide-csv.ts';
import { writeChargeRows, writeGuideRows } from './write-wear-csv.ts';

const numbered = (rows: readonly (readonly string[])[]): CsvRow[] =>
  rows.map((cells, index) => ({ lineNumber: index + 1, cells }));
const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(date('2024-01-01'), days));
const code = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const text = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ,"';/éß.]{0,40}[a-z]$/);

const someAim = fc.constantFrom(...CAR_PARTS).chain((part) =>
  fc.record({
    parts: fc.constantFrom([part.kind], [part.id], [part.kind, 'roof']),
    damages: fc.subarray([...damagesOf(part.kind)], { minLength: 1 }),
  }),
);
const someRule: fc.Arbitrary<WearRule> = someAim.chain(({ parts, damages }) =>
  fc.constantFrom(...measuresFor(damages)).chain((measure) =>
    fc.record<WearRule>({
      id: code,
      parts: fc.constant(parts),
      damages: fc.constant(damages),
      measure: fc.constant(measure),
      limit: fc.integer({ min: 0, max: measure === 'any' ? 0 : measure === 'tread' ? 32 : 1_000 }),
      perPanelCount: fc.option(fc.nat({ max: 9 })),
      paintBrokenIsCharged: fc.boolean(),
      inDriversView: fc.boolean(),
      since: fc.option(day),
      source: text,
    }),
  ),
);
const someGuide: fc.Arbitrary<WearGuide> = fc.record({
  id: code,
  version: fc.integer({ min: 1, max: 999 }),
  effectiveFrom: day,
  title: text,
  source: text,
  rules: fc.uniqueArray(someRule, { minLength: 1, maxLength: 6, selector: (rule) => rule.id }),
});

describe('a guide or a table of charges', () => {
  test('is the same after it was written and read', () => {
    fc.assert(
      fc.property(fc.oneof(someGuide, fc.constantFrom(...DEMO_GUIDES)), (guide) => {
        expect(readGuideCsv(numbered(writeGuideRows(guide)))).toEqual({ outcome: 'read', guide });
      }),
    );
    for (const charges of DEMO_CHARGE_TABLES) {
      const read = readChargesCsv(numbered(writeChargeRows(charges)));
      expect(read).toEqual({ outcome: 'read', charges });
    }
  });

  test('is read whatever empty rows and cells a spreadsheet adds, and says the true line', () => {
    const rows = writeGuideRows(LARKSPUR_GUIDE).flatMap((cells) => [
      [...cells, '', ''],
      ['', ' '],
    ]);
    expect(readGuideCsv(numbered(rows))).toEqual({ outcome: 'read', guide: LARKSPUR_GUIDE });
    const broken = rows.map((cells, index) => (index === 6 ? ['Dent!', ...cells.slice(1)] : cells));
    expect(defectsOf(readGuideCsv(numbered(broken)))[0]).toMatchObject({ lineNumber: 7 });
  });

  test('is read or refused with at least one defect, whatever the file holds', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom(...GUIDE_COLUMNS, ...RULE_COLUMNS, '4'));
    const start = writeGuideRows(LARKSPUR_GUIDE).slice(0, 3);
    const charges = writeChargeRows(LARKSPUR_CHARGES).slice(0, 3);
    const some = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 5 });
    fc.assert(
      fc.property(some, fc.boolean(), (rows, headed) => {
        const answers = [
          readGuideCsv(numbered(headed ? [...start, ...rows] : rows)),
          readChargesCsv(numbered(headed ? [...charges, ...rows] : rows)),
        ];
        for (const answer of answers) {
          expect(answer.outcome).toBe('refused');
          for (const { lineNumber, column, rule, value } of defectsOf(answer)) {
            expect(lineNumber).toBeGreaterThan(0);
            expect(
              [...GUIDE_COLUMNS, ...RULE_COLUMNS, ...CHARGES_COLUMNS, ...PRICE_COLUMNS].map(String),
            ).toContain(column);
            expect(CSV_RULES).toContain(rule);
            expect(value.length).toBeLessThanOrEqual(80);
          }
        }
      }),
    );
  });
});

const guideWith = (changes: Record<string, string>, line = 4) =>
  defectsOf(readGuideCsv(changed(writeGuideRows(LARKSPUR_GUIDE), line, changes)));
const chargesWith = (changes: Record<string, string>, line = 4) =>
  defectsOf(readChargesCsv(changed(writeChargeRows(LARKSPUR_CHARGES), line, changes)));

describe('a guide', () => {
  test.each([
    ['rule', 'Dent Rule', 'not-a-code'],
    ['rule', 'chip', 'code-twice', 6],
    ['parts', 'panel;wing', 'not-a-part'],
    ['parts', '', 'not-a-part'],
    ['damages', 'dint', 'not-a-damage'],
    ['damages', 'dent;dent', 'not-a-damage'],
    ['damages', 'burn', 'damage-not-of-part'],
    ['measure', 'width', 'not-a-measure'],
    ['measure', 'tread', 'measure-not-of-damage'],
    ['unit', 'mm', 'unit-not-of-measure'],
    ['limit', '4"', 'not-a-limit'],
    ['limit', '101', 'not-a-limit'],
    ['marks per part', '-1', 'not-a-count'],
    ['marks per part', '1001', 'not-a-count'],
    ['paint broken is charged', 'true', 'not-yes-or-no'],
    ["driver's view only", '', 'not-yes-or-no'],
    ['since', '2026-02-30', 'not-a-date'],
    ['source', '', 'not-a-text'],
    ['source', '=1+1', 'not-a-text'],
    ['source', 'x'.repeat(201), 'not-a-text'],
  ] as const)('with %s "%s" is refused: %s', (column, value, rule, seen: number | null = null) => {
    const [first] = guideWith({ [column]: value });
    expect(first).toMatchObject({ lineNumber: seen ?? 4, column, rule });
    expect(first?.accepted.length).toBeGreaterThan(0);
  });

  test.each([
    ['guide', 'Larkspur', 'not-a-code'],
    ['version', '0', 'not-a-version'],
    ['effective from', '1/31/2026', 'not-a-date'],
    ['title', '', 'not-a-text'],
  ] as const)('headed by %s "%s" is refused: %s', (column, value, rule) => {
    expect(guideWith({ [column]: value }, 2)).toMatchObject([{ lineNumber: 2, column, rule }]);
  });

  test('with several defects says them all', () => {
    expect(guideWith({ parts: 'x', limit: 'y', since: 'z' })).toHaveLength(3);
  });

  test('without its headers, without rules, or with a short row is refused where it lacks', () => {
    const rows = writeGuideRows(LARKSPUR_GUIDE);
    const refusedAt = (some: typeof rows) => {
      const [{ lineNumber, column, rule }] = defectsOf(readGuideCsv(numbered(some))) as [CsvDefect];
      return [lineNumber, column, rule];
    };
    expect(refusedAt([])).toEqual([1, 'guide', 'header-differs']);
    expect(refusedAt(rows.slice(0, 2))).toEqual([3, 'rule', 'header-differs']);
    expect(refusedAt(rows.slice(0, 3))).toEqual([4, 'rule', 'file-without-rows']);
    const short = rows.map((cells, index) => (index === 4 ? cells.slice(0, 3) : cells));
    expect(refusedAt(short)).toEqual([5, 'measure', 'cell-count-differs']);
  });
});

describe('a table of charges', () => {
  test.each([
    ['parts', 'panels', 'not-a-part'],
    ['damages', 'dint', 'not-a-damage'],
    ['severity', '7', 'not-a-severity'],
    ['severity', '6', 'severity-not-of-damage'],
    ['per', 'mark', 'not-each-or-part'],
    ['charge', '75.001', 'not-an-amount'],
    ['charge', '-1', 'not-an-amount'],
    ['charge', '100000.01', 'not-an-amount'],
    ['repair to', '44.99', 'repair-range-reversed'],
  ] as const)('with %s "%s" is refused: %s', (column, value, rule) => {
    const [first] = chargesWith({ [column]: value });
    expect(first).toMatchObject({ lineNumber: 4, column, rule });
    expect(first?.accepted.length).toBeGreaterThan(0);
  });

  test('with two prices for one thing is refused at the second', () => {
    const [first] = chargesWith({ severity: '1' }, 5);
    expect(first).toMatchObject({ lineNumber: 5, column: 'parts', rule: 'price-twice' });
  });

  test('that lacks a price, or charges less for more, is refused and says for what', () => {
    expect(chargesWith({ charge: '9999' })).toEqual([
      {
        lineNumber: 5,
        column: 'charge',
        rule: 'charge-falls',
        value: '125.00',
        accepted: ['9999.00'],
      },
    ]);
    expect(chargesWith({ per: 'part' })).toMatchObject([
      { lineNumber: 5, column: 'per', rule: 'price-changes-kind', accepted: ['part'] },
    ]);
    const rows = writeChargeRows(LARKSPUR_CHARGES).filter(([, damages]) => damages !== 'stain');
    expect(defectsOf(readChargesCsv(numbered(rows)))).toEqual([
      {
        lineNumber: rows.length,
        column: 'parts',
        rule: 'price-missing',
        value: '',
        accepted: ['upholstery stain 1'],
      },
    ]);
  });
});

type Read = ReturnType<typeof readGuideCsv> | ReturnType<typeof readChargesCsv>;

function defectsOf(read: Read): readonly CsvDefect[] {
  return read.outcome === 'refused' ? read.defects : [];
}

/** The rows with some cells of one line changed, by the names of their columns. */
function changed(
  rows: readonly (readonly string[])[],
  line: number,
  changes: Record<string, string>,
): CsvRow[] {
  const header = line === 2 ? rows[0] : rows[2];
  return numbered(rows).map((row) => {
    if (row.lineNumber !== line) return row;
    const cells = cellsOf(header ?? [], row, []);
    return { ...row, cells: (header ?? []).map((name) => changes[name] ?? cells.text(name)) };
  });
}
