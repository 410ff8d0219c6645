import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, date } from '../time/calendar.ts';
import { TIME_ZONES, wallTime } from '../time/time-zone.ts';
import { milesBetween, placesNear } from './distance.ts';
import {
  exceptionsWritten,
  hoursWritten,
  readDaySpans,
  readExceptions,
  readHours,
} from './hours-text.ts';
import type { Place, WeekHours } from './place.ts';
import { PLACE_COLUMNS, placeCells, readPlace } from './places-csv.ts';
import { isOpenThrough, slotAt, slotsOn } from './slots.ts';

const hours = readHours('mon-fri 08:00-12:00 13:00-17:00; sat 09:00-13:00') as WeekHours;
const PLACE: Place = {
  id: 'north-side',
  effectiveFrom: date('2026-01-01'),
  name: 'North Side Motors',
  street: '1 Elm Street',
  city: 'Springfield',
  state: 'IL',
  zip: '62701',
  phone: null,
  latitudeE4: 397_817,
  longitudeE4: -896_501,
  timeZone: 'America/Chicago',
  hours,
  exceptions: [{ on: date('2026-12-25'), spans: [] }],
  slotMinutes: 45,
  bays: 2,
  brands: ['Aster'],
  zips: ['627', '61701'],
  kinds: ['return', 'inspection'],
};

const clock = (at: number) => `${Math.floor(at / 60)}:${`${at % 60}`.padStart(2, '0')}`;
const shown = (place: Place, on: string) =>
  slotsOn(place, date(on)).map(({ startsAt }) => clock(wallTime(place.timeZone, startsAt).minutes));

describe('slots', () => {
  test('a day’s slots fill each span and leave what is too short', () => {
    expect(shown(PLACE, '2026-12-04')).toEqual([
      ...['8:00', '8:45', '9:30', '10:15', '11:00'],
      ...['13:00', '13:45', '14:30', '15:15', '16:00'],
    ]);
    expect(shown(PLACE, '2026-12-06')).toEqual([]);
    expect(shown(PLACE, '2026-12-25')).toEqual([]);
  });

  test('a place that is open day and night has 23 hours in spring and 25 in fall', () => {
    const always = {
      ...PLACE,
      slotMinutes: 60,
      hours: readHours('sun-sat 00:00-24:00') as WeekHours,
    };
    expect(shown(always, '2027-03-14')).toHaveLength(23);
    expect(shown(always, '2027-11-07')).toHaveLength(25);
    expect(shown(always, '2027-11-07').filter((time) => time === '1:00')).toHaveLength(2);
    expect(shown({ ...always, timeZone: 'America/Phoenix' }, '2027-03-14')).toHaveLength(24);
  });

  test('slots are full, apart, inside the hours and found again by their start', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => [{ from: from * 15, to: to * 15 }]);
    fc.assert(
      fc.property(
        span,
        fc.constantFrom(...TIME_ZONES),
        fc.integer({ min: 10, max: 180 }),
        fc.integer({ min: 0, max: 800 }),
        (spans, timeZone, slotMinutes, days) => {
          const on = addDays(date('2026-11-30'), days);
          const place = { ...PLACE, timeZone, slotMinutes, exceptions: [{ on, spans }] };
          const slots = slotsOn(place, on);
          for (const [index, slot] of slots.entries()) {
            expect(slot.endsAt - slot.startsAt).toBe(slotMinutes);
            expect(slot.startsAt).toBeGreaterThanOrEqual(slots[index - 1]?.endsAt ?? -Infinity);
            expect(wallTime(timeZone, slot.startsAt).on).toBe(on);
            expect(isOpenThrough(place, slot)).toBe(true);
            expect(slotAt(place, slot.startsAt)).toEqual(slot);
          }
        },
      ),
    );
  });
});

describe('hours as text', () => {
  test.each([
    ['mon-fri 17:00-08:00'],
    ['mon 08:00-12:00 11:00-13:00'],
    ['mon 08:00-12:00; mon 13:00-14:00'],
    ['mon 08:00-25:00'],
    ['someday 08:00-09:00'],
    ['mon'],
  ])('%s is refused', (text) => expect(readHours(text)).toBeNull());

  test('what is written is read back the same', () => {
    expect(hoursWritten(hours)).toBe('mon-fri 08:00-12:00 13:00-17:00; sat 09:00-13:00');
    for (const text of ['sun-sat 00:00-24:00', 'sun 10:00-11:00; tue 10:00-11:00', '']) {
      const read = readHours(text) as WeekHours;
      expect(readHours(hoursWritten(read))).toEqual(read);
    }
    const exceptions = readExceptions('2026-12-25 closed; 2026-12-24 08:00-12:00');
    expect(readExceptions(exceptionsWritten(exceptions ?? []))).toEqual(exceptions);
    expect(readDaySpans('closed')).toEqual([]);
    expect(readHours('sat-sun 10:00-11:00')).toMatchObject({
      sat: [{ from: 600, to: 660 }],
      sun: [{ from: 600, to: 660 }],
      mon: [],
    });
  });
});

describe('a row of a file of places', () => {
  const read = (cells: readonly string[]) =>
    readPlace((column) => cells[PLACE_COLUMNS.indexOf(column)] ?? '');

  test('is read back as the place it was written from', () => {
    expect(read(placeCells(PLACE))).toEqual({ outcome: 'read', place: PLACE });
  });

  test('names each field that is wrong, its value and what is accepted', () => {
    const cells = placeCells(PLACE).map((cell, index) =>
      PLACE_COLUMNS[index] === 'zip' ? '6270' : PLACE_COLUMNS[index] === 'bays' ? '0' : cell,
    );
    expect(read(cells)).toEqual({
      outcome: 'refused',
      defects: [
        { field: 'zip', value: '6270', rule: 'five digits' },
        { field: 'bays', value: '0', rule: 'a number from 1 to 50' },
      ],
    });
  });

  test('with nothing in it names every field that has to be there', () => {
    const empty = read([]);
    const fields = empty.outcome === 'refused' ? empty.defects.map(({ field }) => field) : [];
    expect(fields).toContain('time zone');
    // Hours, exceptions, telephone, brands and ZIP codes may be empty.
    expect(fields).toHaveLength(15);
  });
});

describe('places near a ZIP code', () => {
  const springfield = { latitudeE4: 397_990, longitudeE4: -896_440 };
  const asked = { zip: '62704', centroid: springfield, kind: 'return', make: null } as const;
  const chicago = {
    ...PLACE,
    id: 'chicago',
    name: 'Lake Motors',
    zip: '60601',
    zips: [],
    latitudeE4: 418_857,
    longitudeE4: -876_228,
  };

  test('a distance is that of a map, the same both ways', () => {
    expect(milesBetween(PLACE, chicago)).toBe(180);
    expect(milesBetween(chicago, PLACE)).toBe(180);
    expect(milesBetween(PLACE, PLACE)).toBe(0);
  });

  test('those within reach come nearest first; far ones only if they name the ZIP', () => {
    expect(placesNear([chicago, PLACE], asked).map(({ place }) => place.id)).toEqual([
      'north-side',
    ]);
    const named = { ...chicago, zips: ['62704'] };
    const found = placesNear([named, PLACE], asked);
    expect(found.map(({ place, miles }) => [place.id, miles])).toEqual([
      ['north-side', 1],
      ['chicago', 179],
    ]);
  });

  test('without a map the places’ own lists decide', () => {
    const found = placesNear([chicago, PLACE], { ...asked, centroid: null });
    expect(found).toEqual([{ place: PLACE, miles: null }]);
  });

  test('a dealer takes its own makes back, an inspector comes home where the list says so', () => {
    expect(placesNear([PLACE], { ...asked, make: 'Borealis' })).toEqual([]);
    expect(placesNear([PLACE], { ...asked, make: 'aster' })).toHaveLength(1);
    const home = { ...PLACE, kinds: ['home-inspection' as const] };
    expect(placesNear([home], { ...asked, kind: 'home-inspection' })).toHaveLength(1);
    const far = { ...asked, zip: '62999', kind: 'home-inspection' } as const;
    expect(placesNear([home], far)).toEqual([]);
  });
});
