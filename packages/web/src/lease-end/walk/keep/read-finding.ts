import { SIZE_MAX_MILS, TREAD_MAX_THIRTY_SECONDS } from '@roadbook/domain/wear/walk/assumed-sizes';
import { type BodyStyle, partsOf, spelledToday } from '@roadbook/domain/wear/walk/car-part';
import type { Finding } from '@roadbook/domain/wear/walk/condition-report';
import { damagesOf, measuredBy } from '@roadbook/domain/wear/walk/damage-type';
import { COUNT_MAX } from '../finding/finding-form.ts';
import { field, listOf, oneOf, recordOf, textOf, wholeOf, yesOrNo } from './read-json.ts';

/** The longest texts that a finding may carry. */
export const TEXT_MAX = { id: 60, note: 500 } as const;
const PHOTOS_OF_ONE_MAX = 20;

/** Reads a finding of a file: a damage that its part can have, measured as the form measures. */
export function readFinding(
  read: unknown,
  place: string,
  style: BodyStyle,
  photoIds: ReadonlySet<string>,
): Finding {
  const file = recordOf(read, place);
  const id = textOf(file.id, `${place}.id`, TEXT_MAX.id);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) field(`${place}.id`);
  const partId = textOf(file.partId, `${place}.partId`, TEXT_MAX.id);
  const part =
    partsOf(style).find((each) => each.id === spelledToday(partId)) ?? field(`${place}.partId`);
  const damage = oneOf(
    spelledToday(textOf(file.damage, `${place}.damage`, TEXT_MAX.id)),
    `${place}.damage`,
    damagesOf(part.kind),
  );
  const measure = (name: string, by: string, least: number, most: number): number | null => {
    const value = file[name];
    if (value === null) return null;
    if (measuredBy(damage) !== by) field(`${place}.${name}`);
    return wholeOf(value, `${place}.${name}`, least, most);
  };
  const photos = listOf(file.photoIds, `${place}.photoIds`, PHOTOS_OF_ONE_MAX).map((each, index) =>
    oneOf(each, `${place}.photoIds.${String(index)}`, [...photoIds]),
  );
  const note = file.note === undefined ? {} : { note: textOf(file.note, `${place}.note`, 500) };
  return {
    id,
    partId: part.id,
    damage,
    sizeMils: measure('sizeMils', 'size', 1, SIZE_MAX_MILS),
    depthMils: measure('depthMils', 'size', 1, SIZE_MAX_MILS),
    count: wholeOf(file.count, `${place}.count`, 1, COUNT_MAX),
    paintBroken: yesOrNo(file.paintBroken, `${place}.paintBroken`),
    inDriversView: yesOrNo(file.inDriversView, `${place}.inDriversView`),
    treadThirtySeconds: measure('treadThirtySeconds', 'tread', 0, TREAD_MAX_THIRTY_SECONDS),
    ...note,
    photoIds: photos,
  };
}
