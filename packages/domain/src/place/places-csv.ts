import { toCount } from '../money/count.ts';
import { parseDate } from '../time/calendar.ts';
import { parseTimeZone, TIME_ZONES } from '../time/time-zone.ts';
import { exceptionsWritten, hoursWritten, readExceptions, readHours } from './hours-text.ts';
import { APPOINTMENT_KINDS, type Place } from './place.ts';

/** The columns of a file of places. */
export const PLACE_COLUMNS = [
  'place',
  'effective from',
  'name',
  'street',
  'city',
  'state',
  'zip',
  'phone',
  'latitude',
  'longitude',
  'time zone',
  'hours',
  'exceptions',
  'slot minutes',
  'bays',
  'brands',
  'serves zips',
  'receives returns',
  'inspects',
  'inspects at home',
] as const;
export type PlaceColumn = (typeof PLACE_COLUMNS)[number];

/** Why a row of places is refused: the field, its value as written, and what would be accepted. */
export type PlaceDefect = {
  readonly field: PlaceColumn;
  readonly value: string;
  readonly rule: string;
};

export type PlaceRead =
  | { readonly outcome: 'read'; readonly place: Place }
  | { readonly outcome: 'refused'; readonly defects: readonly PlaceDefect[] };

const VALUE_SHOWN = 80;
const LONGEST = 100;

/**
 * Reads one row of a file of places by the names of its columns. Every field that is wrong is
 * named; a row with one is not taken.
 */
export function readPlace(cell: (column: PlaceColumn) => string): PlaceRead {
  const defects: PlaceDefect[] = [];
  const row = rowReader(cell, defects);
  const where = readWhere(row);
  const when = readWhen(row);
  const id = row.match('place', /^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code such as north-side');
  const name = row.words('name');
  const zips = row.list('serves zips');
  const areZips = zips.every((each) => /^\d{3}(\d\d)?$/.test(each));
  row.demand('serves zips', areZips || null, 'ZIP codes or their first three digits, with ;');
  const does = [row.yes('receives returns'), row.yes('inspects'), row.yes('inspects at home')];
  const kinds = APPOINTMENT_KINDS.filter((_, index) => does[index] === true);
  if (!does.includes(null) && kinds.length === 0) {
    defects.push({ field: 'receives returns', value: 'no', rule: 'yes here or for inspections' });
  }
  if (defects.length > 0) return { outcome: 'refused', defects };
  const own = { id, name, brands: row.list('brands'), zips, kinds };
  // Nothing is null here: each null above has left a defect.
  return { outcome: 'read', place: { ...own, ...where, ...when } as Place };
}

type RowReader = ReturnType<typeof rowReader>;

/** Reads cells of a row; each that is wrong is noted, and null. */
function rowReader(cell: (column: PlaceColumn) => string, defects: PlaceDefect[]) {
  const text = (column: PlaceColumn): string => cell(column).trim();
  const demand = <T>(field: PlaceColumn, value: T | null, rule: string): T | null => {
    if (value === null) defects.push({ field, value: text(field).slice(0, VALUE_SHOWN), rule });
    return value;
  };
  const yesOrNo = new Map([
    ['yes', true],
    ['no', false],
  ]);
  return {
    text,
    demand,
    words: (column: PlaceColumn) =>
      demand(column, plainWords(text(column)), `text of 1 to ${LONGEST} characters`),
    list: (column: PlaceColumn) =>
      text(column)
        .split(';')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    match: (column: PlaceColumn, pattern: RegExp, rule: string) =>
      demand(column, pattern.test(text(column)) ? text(column) : null, rule),
    whole: (column: PlaceColumn, least: number, most: number) =>
      demand(column, wholeNumber(text(column), least, most), `a number from ${least} to ${most}`),
    yes: (column: PlaceColumn) =>
      demand(column, yesOrNo.get(text(column).toLowerCase()) ?? null, 'yes or no'),
  };
}

function readWhere({ text, demand, words, match }: RowReader) {
  const isPhone = text('phone') === '' || /^[+\d ().-]{7,30}$/.test(text('phone'));
  demand('phone', isPhone || null, 'a telephone number, or nothing');
  const [latitude, longitude] = [text('latitude'), text('longitude')];
  const east = 'degrees east, west below zero, such as -121.4944';
  return {
    street: words('street'),
    city: words('city'),
    state: match('state', /^[A-Z]{2}$/, 'two capital letters'),
    zip: match('zip', /^\d{5}$/, 'five digits'),
    phone: text('phone') === '' ? null : text('phone'),
    latitudeE4: demand('latitude', degreesE4(latitude, 90), 'degrees north such as 38.5816'),
    longitudeE4: demand('longitude', degreesE4(longitude, 180), east),
  };
}

function readWhen({ text, demand, whole }: RowReader) {
  const zones = `one of ${TIME_ZONES.join(', ')}`;
  const hours = 'hours such as mon-fri 08:00-17:00; sat 09:00-13:00';
  const exceptions = 'days such as 2026-12-25 closed; 2026-12-24 08:00-12:00';
  const day = 'a date that exists, written YYYY-MM-DD';
  return {
    effectiveFrom: demand('effective from', parseDate(text('effective from')), day),
    timeZone: demand('time zone', parseTimeZone(text('time zone')), zones),
    hours: demand('hours', readHours(text('hours')), hours),
    exceptions: demand('exceptions', readExceptions(text('exceptions')), exceptions),
    slotMinutes: whole('slot minutes', 10, 480),
    bays: whole('bays', 1, 50),
  };
}

/** A place as the cells of a row that `readPlace` reads back as the same. */
export function placeCells(place: Place): readonly string[] {
  const does = (kind: Place['kinds'][number]) => (place.kinds.includes(kind) ? 'yes' : 'no');
  return [
    place.id,
    place.effectiveFrom,
    place.name,
    place.street,
    place.city,
    place.state,
    place.zip,
    place.phone ?? '',
    degrees(place.latitudeE4),
    degrees(place.longitudeE4),
    place.timeZone,
    hoursWritten(place.hours),
    exceptionsWritten(place.exceptions),
    `${place.slotMinutes}`,
    `${place.bays}`,
    place.brands.join(';'),
    place.zips.join(';'),
    does('return'),
    does('inspection'),
    does('home-inspection'),
  ];
}

/** A text that a spreadsheet would run as a formula is refused: it may come back to one. */
function plainWords(text: string): string | null {
  const isPlain = text.length > 0 && text.length <= LONGEST && !/^[=+\-@]|\p{Cc}/u.test(text);
  return isPlain ? text : null;
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const whole = /^\d{1,6}$/.test(text) ? toCount(BigInt(text)) : -1;
  return whole >= least && whole <= most ? whole : null;
}

/** Degrees as ten-thousandths, which is 11 meters; more digits are cut off. */
export function degreesE4(text: string, most: number): number | null {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,3})(?:\.(\d{1,12}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const size = toCount(BigInt(`${whole}${fraction.slice(0, 4).padEnd(4, '0')}`));
  if (size > most * 10_000) return null;
  return sign === '-' && size > 0 ? -size : size;
}

function degrees(e4: number): string {
  const digits = `${Math.abs(e4)}`.padStart(5, '0');
  return `${e4 < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
