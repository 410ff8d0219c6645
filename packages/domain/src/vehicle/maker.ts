import type { Vin } from './vin.ts';

/**
 * Makers by the world manufacturer identifiers (the first three characters, SAE J1044) that are
 * common on cars and light trucks sold in the United States. The identifier names who built the
 * car; where one is shared by makes, all of them are named. A maker of few cars shares its
 * identifier with others, so one that is not here says nothing.
 */
const MAKERS: readonly (readonly [maker: string, identifiers: string])[] = [
  ['Acura', '19U 2HN 5FR 5J8 JH4'],
  ['Alfa Romeo', 'ZAR ZAS'],
  ['Aston Martin', 'SCF'],
  ['Audi', 'TRU WA1 WAU WUA'],
  ['Bentley', 'SCB'],
  ['BMW', '3MW 4US 5UX 5YM WBA WBS WBX WBY'],
  ['Buick', '1G4 2G4 5GA KL4 LRB W04'],
  ['Cadillac', '1G6 1GY 3GY'],
  ['Chevrolet', '1G1 1GC 1GN 2G1 2GC 2GN 3G1 3GC 3GN KL1 KL7 KL8'],
  ['Chrysler, Dodge or Jeep', '1C3 1C4 2C3 2C4 3C4'],
  ['Chrysler', '1A8 2A8'],
  ['Dodge', '1B3 1D3 1D7 1D8 2B3 2D8 3D7'],
  ['Ferrari', 'ZFF'],
  ['Fiat', 'ZFA'],
  ['Fiat or Chrysler', '3C3'],
  ['Ford', '1FA 1FD 1FM 1FT 2FA 2FM 2FT 3FA 3FM 3FT MAJ NM0'],
  ['Genesis', 'KMT KMU'],
  ['GMC', '1GK 1GT 2GK 2GT 3GK 3GT'],
  ['Honda', '19X 1HG 2HG 2HK 3CZ 5FN 5FP 5J6 7FA JHL JHM SHH'],
  ['Hyundai', '5NM 5NP 5NT KM8 KMH'],
  ['Infiniti', '3PC 5N3 JNK'],
  ['Jaguar', 'SAD SAJ'],
  ['Jeep', '1J4 1J8'],
  ['Jeep or Dodge', 'ZAC'],
  ['Kia', '3KP 5XX KNA KND'],
  ['Kia or Hyundai', '5XY'],
  ['Lamborghini', 'ZHW'],
  ['Land Rover', 'SAL'],
  ['Lexus', '2T2 58A JTH JTJ'],
  ['Lincoln', '1LN 2LM 3LN 5LM'],
  ['Lucid', '50E'],
  ['Maserati', 'ZAM ZN6'],
  ['Mazda', '1YV 3MV 3MZ 7MM JM1 JM3'],
  ['McLaren', 'SBM'],
  ['Mercedes-Benz', '4JG 55S W1K W1N WDB WDC WDD'],
  ['Mini', 'WMW WMZ'],
  ['Mitsubishi', '4A3 4A4 JA3 JA4 ML3'],
  ['Nissan', '1N4 1N6 3N1 KNM'],
  ['Nissan or Infiniti', '5N1 JN1 JN8'],
  ['Polestar', 'LPS YSM'],
  ['Pontiac', '1G2 2G2'],
  ['Porsche', 'WP0 WP1'],
  ['Ram', '3C6'],
  ['Ram or Jeep', '1C6'],
  ['Rivian', '7FC 7PD'],
  ['Rolls-Royce', 'SCA'],
  ['Saab', 'YS3'],
  ['Saturn', '1G8'],
  ['Smart', 'WME'],
  ['Subaru', '4S3 4S4 JF1 JF2'],
  ['Suzuki', 'JS2 JS3'],
  ['Tesla', '5YJ 7SA LRW'],
  ['Toyota', '2T1 2T3 3TM 3TY 4T1 4T3 4T4 5TD 5TE 5TF 5YF 7MU JTD JTE JTK JTL JTM JTN'],
  ['Volkswagen', '1V2 1VW 3VV 3VW WVG WVW'],
  ['Volvo', '7JR LVY YV1 YV4'],
];

const IDENTIFIERS = MAKERS.flatMap(([maker, identifiers]) =>
  identifiers.split(' ').map((identifier) => [identifier, maker] as const),
);
const MAKER_BY_IDENTIFIER: ReadonlyMap<string, string> = new Map(IDENTIFIERS);

/** All identifiers that name a maker. */
export const KNOWN_IDENTIFIERS: readonly string[] = IDENTIFIERS.map(([identifier]) => identifier);

export const VIN_REGIONS = [
  'africa',
  'asia',
  'europe',
  'north-america',
  'oceania',
  'south-america',
] as const;
export type VinRegion = (typeof VIN_REGIONS)[number];

/** The maker's name by the first three characters; null where the table has none. */
export function makerOf(vin: Vin): string | null {
  return MAKER_BY_IDENTIFIER.get(vin.slice(0, 3)) ?? null;
}

/**
 * The part of the world that gave the identifier out, by the first character (ISO 3780). Numbers
 * from 7F on belong to the United States, although 6 and 7 are Oceania's. It is where the maker is
 * registered, and as a rule where the car was built.
 */
export function regionOf(vin: Vin): VinRegion {
  const [first, second] = [vin.charAt(0), vin.charAt(1)];
  if (first === '7' && !(second >= 'A' && second <= 'E')) return 'north-america';
  if (first >= '1' && first <= '5') return 'north-america';
  if (first === '6' || first === '7') return 'oceania';
  if (first === '0' || first === '8' || first === '9') return 'south-america';
  if (first <= 'H') return 'africa';
  return first <= 'R' ? 'asia' : 'europe';
}
