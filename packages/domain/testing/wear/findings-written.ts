/** Reads findings from case tables, in inches and in the trade's words. */

import { partById } from '../../src/wear/walk/car-part.ts';
import type { Finding } from '../../src/wear/walk/condition-report.ts';
import { DAMAGE_TYPES, type DamageType } from '../../src/wear/walk/damage-type.ts';
import { parseInches } from '../../src/wear/walk/inches.ts';
import type { CaseRow } from '../case-table.ts';

/** A plain finding: one mark of no size that broke nothing. */
export const FINDING: Finding = {
  id: 'f1',
  partId: 'left-front-door',
  damage: 'dent',
  sizeMils: null,
  depthMils: null,
  count: 1,
  paintBroken: false,
  inDriversView: false,
  treadThirtySeconds: null,
  photoIds: [],
};

/** `part`, `damage`, `size` in inches, `marks`, `paint`, `view` and `tread` in 1/32 inch. */
export function findingOf(row: CaseRow): Finding {
  const partId = row.text('part');
  if (partById(partId) === null) throw new RangeError(`no such part: ${partId}`);
  const yes = (column: string): boolean => row.text(column) === 'yes';
  const tread = row.text('tread') === '-' ? null : row.count('tread');
  return {
    ...FINDING,
    partId,
    damage: damageOf(row.text('damage')),
    sizeMils: row.text('size') === '-' ? null : parseInches(row.text('size')),
    count: row.count('marks'),
    paintBroken: yes('paint'),
    inDriversView: yes('view'),
    treadThirtySeconds: tread,
  };
}

export function damageOf(text: string): DamageType {
  const found = DAMAGE_TYPES.find((each) => each === text);
  if (found === undefined) throw new RangeError(`no such damage: ${text}`);
  return found;
}
