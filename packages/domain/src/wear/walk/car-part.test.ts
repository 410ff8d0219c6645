import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../../tests/house/shared-data.ts';
import { CAR_PARTS, type CarView, partById, partsOf, spelledToday } from './car-part.ts';

test('a code of an earlier build is read as it is spelled today', () => {
  expect(spelledToday('left-front-tyre')).toBe('left-front-tire');
  expect(spelledToday('hood')).toBe('hood');
});

describe('the parts of a car', () => {
  test('each have one name', () => {
    const ids = CAR_PARTS.map((part) => part.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => partById(id)?.id)).toEqual(ids);
    expect(partById('wing')).toBeNull();
  });

  test('are those of its body', () => {
    const beds = (['sedan', 'suv', 'truck'] as const).map((style) =>
      partsOf(style).some((part) => part.id === 'truck-bed'),
    );
    expect(beds).toEqual([false, false, true]);
  });
});

/** Groups of the list in which the parts of a view may stand. */
const GROUPS: Readonly<Record<CarView, readonly string[]>> = {
  front: ['FE'],
  left: ['LS'],
  rear: ['RE'],
  right: ['RS'],
  roof: ['RF'],
  interior: ['INT', 'RE'],
  equipment: ['INT', 'RE'],
};

/** Words that the list uses where we use others. */
const WORDS: Readonly<Record<string, string>> = {
  tire: 'tire',
  sill: 'outer sill',
  tail: 'tail light',
  dashboard: 'dash',
  owners: 'accessory',
  charge: 'accessory',
};

describeWithSharedData('the list of damage codes', (data) => {
  type Area = { code: string; description: string; group: string };
  const file = `${data}/damage/aiag-style-damage-codes.json`;
  const { areas } = JSON.parse(readFileSync(file, 'utf8')) as { areas: Area[] };

  test.each(CAR_PARTS.filter((part) => part.area !== null))('has $id as $area', (part) => {
    const area = areas.find((each) => each.code === part.area);
    expect(area).toBeDefined();
    expect(GROUPS[part.view]).toContain(area?.group);
    const words = part.id.split('-').map((word) => WORDS[word] ?? word);
    const described = area?.description.toLowerCase() ?? '';
    const side = words.filter((word) => ['left', 'right', 'front', 'rear'].includes(word));
    const own = words.filter((word) => !side.includes(word));
    // A side window stands in the area of its door, whatever the door is called.
    if (!words.includes('window')) expect(own.some((word) => described.includes(word))).toBe(true);
    if (part.view === 'left' || part.view === 'right') {
      expect(described).toContain(part.view);
      if (side.includes('rear')) expect(described).toContain('rear');
      if (side.includes('front')) expect(described).toContain('front');
    }
  });
});
