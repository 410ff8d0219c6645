import {
  isAbout,
  type MeasureUnit,
  measuresFor,
  RULE_MEASURES,
  unitOf,
  type WearGuide,
  type WearRule,
} from '../guide/guide.ts';
import { TREAD_MAX_THIRTY_SECONDS } from '../walk/assumed-sizes.ts';
import { CAR_PARTS } from '../walk/car-part.ts';
import { damagesOf } from '../walk/damage-type.ts';
import { parseInches } from '../walk/inches.ts';
import {
  type CsvCells,
  type CsvDefect,
  type CsvRow,
  cellsOf,
  checkWidth,
  readCode,
  readDamages,
  readDay,
  readOneOf,
  readParts,
  readText,
  readWhole,
} from './csv-row.ts';
import { readAbout, splitTables } from './csv-tables.ts';

/** The two tables of the file: what the guide is, and its rules. */
export const GUIDE_COLUMNS = ['guide', 'version', 'effective from', 'title', 'source'] as const;
export const RULE_COLUMNS = [
  'rule',
  'parts',
  'damages',
  'measure',
  'unit',
  'limit',
  'marks per part',
  'paint broken is charged',
  "driver's view only",
  'since',
  'source',
] as const;

/** How a unit is written in the file. */
export const UNITS_WRITTEN: Readonly<Record<MeasureUnit, string>> = {
  'thousandth-inch': 'in',
  'thirty-second-inch': '1/32 in',
  count: 'count',
  none: '',
};

/** The largest limit of a length: 100 inches, well below any size that is assumed. */
const LIMIT_MAX_MILS = 100_000;
const MARKS_MAX = 1_000;

export type GuideRead =
  | { readonly outcome: 'read'; readonly guide: WearGuide }
  | { readonly outcome: 'refused'; readonly defects: readonly CsvDefect[] };

/**
 * Reads a guide from the rows of a CSV file: a header and a row about the guide, a header and a row
 * for each rule. Empty rows do not count. Lengths are written in inches, tread in 1/32 inch. Every
 * defect is reported, not only the first.
 */
export function readGuideCsv(rows: readonly CsvRow[]): GuideRead {
  const defects: CsvDefect[] = [];
  const tables = splitTables(rows, GUIDE_COLUMNS, RULE_COLUMNS, defects);
  if (tables === null) return { outcome: 'refused', defects };
  const about = readAbout(tables.about, GUIDE_COLUMNS, defects);
  const rules = tables.rows.map((row) => readRule(row, defects));
  refuseTwins(tables.rows, defects);
  if (about === null || defects.length > 0) return { outcome: 'refused', defects };
  return { outcome: 'read', guide: { ...about, rules: rules.filter((rule) => rule !== null) } };
}

/** A rule is cited by its name, so that no two of a guide may share one. */
function refuseTwins(rows: readonly CsvRow[], defects: CsvDefect[]): void {
  const names = new Set<string>();
  for (const row of rows) {
    const cells = cellsOf(RULE_COLUMNS, row, defects);
    const name = cells.text('rule');
    if (names.has(name)) cells.refuse('rule', 'code-twice', [`${name}-2`]);
    names.add(name);
  }
}

function readRule(row: CsvRow, defects: CsvDefect[]): WearRule | null {
  if (!checkWidth(RULE_COLUMNS, row, defects)) return null;
  const cells = cellsOf(RULE_COLUMNS, row, defects);
  const id = readCode(cells, 'rule');
  const parts = readParts(cells, 'parts');
  const damages = readDamages(cells, 'damages');
  if (parts !== null && damages !== null) refuseStrangers(cells, parts, damages);
  const measured = readMeasure(cells, damages ?? []);
  const unasked = cells.text('marks per part') === '';
  const perPanelCount = unasked
    ? null
    : readWhole(cells, 'marks per part', [0, MARKS_MAX], 'not-a-count');
  const paint = readOneOf(cells, 'paint broken is charged', ['yes', 'no'], 'not-yes-or-no');
  const view = readOneOf(cells, "driver's view only", ['yes', 'no'], 'not-yes-or-no');
  const since = cells.text('since') === '' ? null : readDay(cells, 'since');
  const source = readText(cells, 'source');
  const incomplete =
    id === null || parts === null || damages === null || measured === null || source === null;
  if (incomplete) return null;
  return {
    id,
    parts,
    damages,
    ...measured,
    perPanelCount,
    paintBrokenIsCharged: paint === 'yes',
    inDriversView: view === 'yes',
    since,
    source,
  };
}

/** A rule about damage that none of its parts can have would never be heard of again. */
function refuseStrangers(
  cells: CsvCells,
  parts: readonly string[],
  damages: WearRule['damages'],
): void {
  const possible = CAR_PARTS.filter((part) => isAbout(parts, part)).flatMap((part) => [
    ...damagesOf(part.kind),
  ]);
  if (damages.some((damage) => !possible.includes(damage))) {
    cells.refuse('damages', 'damage-not-of-part', [...new Set(possible)]);
  }
}

function readMeasure(
  cells: CsvCells,
  damages: WearRule['damages'],
): Pick<WearRule, 'measure' | 'limit'> | null {
  const measure = readOneOf(cells, 'measure', RULE_MEASURES, 'not-a-measure');
  if (measure === null) return null;
  // A limit on what nobody measures would never be over.
  const possible = measuresFor(damages);
  if (!possible.includes(measure))
    return cells.refuse('measure', 'measure-not-of-damage', possible);
  const unit = UNITS_WRITTEN[unitOf(measure)];
  if (cells.text('unit') !== unit) return cells.refuse('unit', 'unit-not-of-measure', [unit]);
  const limit = readLimit(cells, measure);
  return limit === null ? null : { measure, limit };
}

function readLimit(cells: CsvCells, measure: WearRule['measure']): number | null {
  switch (unitOf(measure)) {
    case 'none':
      return cells.text('limit') === '' ? 0 : cells.refuse('limit', 'not-a-limit', ['']);
    case 'count':
      return readWhole(cells, 'limit', [0, MARKS_MAX], 'not-a-limit');
    case 'thirty-second-inch':
      return readWhole(cells, 'limit', [0, TREAD_MAX_THIRTY_SECONDS], 'not-a-limit');
    case 'thousandth-inch': {
      const mils = parseInches(cells.text('limit'));
      if (mils !== null && mils <= LIMIT_MAX_MILS) return mils;
      return cells.refuse('limit', 'not-a-limit', ['4', '3.37', '0.125']);
    }
  }
}
