import { readHours } from '@roadbook/domain/place/hours-text';
import type { Place, WeekHours } from '@roadbook/domain/place/place';
import { date } from '@roadbook/domain/time/calendar';
import type { CentroidRow } from '../../lease-end/appointments/places.sql.ts';

type Own = Omit<Place, 'effectiveFrom' | 'hours' | 'exceptions' | 'brands'> & {
  readonly hours: string;
};

const place = ({ hours, ...own }: Own): Place => ({
  ...own,
  effectiveFrom: date('2024-01-01'),
  hours: readHours(hours) as WeekHours,
  exceptions: [],
  brands: [],
});

/** Dealers and inspectors that do not exist, in towns that do not exist either, in three zones. */
export const DEMO_PLACES: readonly Place[] = [
  place({
    id: 'harbor-point',
    name: 'Harbor Point Motors',
    street: '310 Weir Street',
    city: 'Harbor Point',
    state: 'NJ',
    zip: '07100',
    phone: '(201) 555-0171',
    latitudeE4: 407_350,
    longitudeE4: -741_720,
    timeZone: 'America/New_York',
    hours: 'mon-fri 08:00-18:00; sat 09:00-13:00',
    slotMinutes: 45,
    bays: 2,
    zips: ['071', '152', '331', '432'],
    kinds: ['return'],
  }),
  place({
    id: 'lakeport-falls',
    name: 'Lakeport Auto House',
    street: '77 Quarry Lane',
    city: 'Lakeport Falls',
    state: 'IL',
    zip: '60000',
    phone: '(312) 555-0172',
    latitudeE4: 419_000,
    longitudeE4: -878_000,
    timeZone: 'America/Chicago',
    hours: 'mon-fri 07:30-12:00 13:00-17:30; sat 08:00-12:00',
    slotMinutes: 45,
    bays: 2,
    zips: ['600', '462', '482', '532', '554', '770'],
    kinds: ['return', 'inspection'],
  }),
  place({
    id: 'alder-bay',
    name: 'Alder Bay Car Center',
    street: '1200 Heron Way',
    city: 'Alder Bay',
    state: 'WA',
    zip: '98100',
    phone: '(206) 555-0173',
    latitudeE4: 476_050,
    longitudeE4: -1_223_300,
    timeZone: 'America/Los_Angeles',
    hours: 'mon-sat 09:00-17:00',
    slotMinutes: 60,
    bays: 1,
    zips: ['981', '900'],
    kinds: ['return', 'inspection'],
  }),
  place({
    id: 'plumb-line',
    name: 'Plumb Line Inspections',
    street: '5 Foundry Row',
    city: 'Harbor Point',
    state: 'NJ',
    zip: '07100',
    phone: '(201) 555-0174',
    latitudeE4: 407_420,
    longitudeE4: -741_600,
    timeZone: 'America/New_York',
    hours: 'mon-fri 08:00-17:00',
    slotMinutes: 90,
    bays: 2,
    zips: ['071', '152', '331', '432'],
    kinds: ['inspection', 'home-inspection'],
  }),
];

/** The middles of the demonstration's towns, near where such a ZIP code would be. */
export const DEMO_ZIPS: readonly CentroidRow[] = (
  [
    ['43200', 399_800, -829_900],
    ['60000', 418_800, -876_300],
    ['46200', 397_900, -861_500],
    ['48200', 423_500, -830_600],
    ['53200', 430_500, -879_500],
    ['15200', 404_400, -799_900],
    ['33100', 257_700, -802_000],
    ['77000', 297_600, -953_700],
    ['98100', 476_100, -1_223_300],
    ['90000', 340_500, -1_182_500],
    ['07100', 407_400, -741_700],
    ['55400', 449_700, -932_600],
  ] as const
).map(([zip, latitude_e4, longitude_e4]) => ({ zip, latitude_e4, longitude_e4 }));
