import { checkDigitOf } from '@roadbook/domain/vehicle/vin';
import type { Dice } from './dice.ts';

/** A model of a maker that does not exist. */
export type CarModel = {
  readonly make: string;
  readonly model: string;
  /** The code of EX-102: 1 car, 2 truck, 3 sport utility. */
  readonly typeCode: '1' | '2' | '3';
  /** Price when new, in whole dollars. */
  readonly priceDollars: number;
};

export type Car = CarModel & { readonly modelYear: number; readonly vin: string };

export const MODELS: readonly CarModel[] = [
  model('Corvane', 'Sable', '1', 27_800),
  model('Corvane', 'Ember', '1', 23_400),
  model('Corvane', 'Tern GT', '1', 41_900),
  model('Corvane', 'Kestrel', '3', 36_500),
  model('Halden', 'Ridge', '2', 46_300),
  model('Halden', 'Ridge Crew', '2', 54_700),
  model('Halden', 'Fell', '3', 39_900),
  model('Halden', 'Moor', '3', 33_200),
  model('Tavira', 'Lume', '1', 25_600),
  model('Tavira', 'Lume Estate', '1', 29_100),
  model('Tavira', 'Sol EV', '1', 38_700),
  model('Tavira', 'Duna', '3', 31_800),
  model('Ostmark', 'Nine', '1', 52_400),
  model('Ostmark', 'Nine Touring', '3', 57_900),
  model('Quillon', 'Pace', '1', 21_900),
  model('Quillon', 'Harbor', '3', 30_300),
];

function model(
  make: string,
  name: string,
  typeCode: CarModel['typeCode'],
  priceDollars: number,
): CarModel {
  return { make, model: name, typeCode, priceDollars };
}

/** A model by its name. */
export function modelNamed(name: string): CarModel {
  const found = MODELS.find((each) => each.model === name);
  if (found === undefined) throw new RangeError(`no maker builds a ${name}`);
  return found;
}

/** The codes of model years 2010 to 2039 in a VIN's tenth place. */
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY123456789';

/**
 * A car with a VIN whose check digit and year are right and that can be nobody's: it begins with
 * 90, which ISO 3780 gives to no country. The letter in the seventh place says 2010 or later.
 */
export function carOf(dice: Dice, made: CarModel, modelYear: number, serial: number): Car {
  const vds = `${made.make.slice(0, 1)}${made.typeCode}${dice.between(1, 9)}L${dice.between(1, 9)}`;
  const year = YEAR_CODES.charAt((modelYear - 2010) % YEAR_CODES.length);
  const plain = vds.toUpperCase().replace('O', '0').replace('Q', '9');
  const [front, back] = [`90L${plain}`, `${year}A${serial.toString().padStart(6, '0')}`];
  return { ...made, modelYear, vin: `${front}${checkDigitOf(`${front}0${back}`)}${back}` };
}
