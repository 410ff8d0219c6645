import { type Cents, dollars, parseDollars } from '@roadbook/domain/money/cents';
import { floorDivide } from '@roadbook/domain/money/divide';
import { type Ppb, parsePpb, percent } from '@roadbook/domain/money/rate';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { readTypedDate, typedDate } from './typed-date.ts';

/** What kind of thing a field takes, and what the text in it becomes. */
export type TypedValues = {
  readonly date: BusinessDate;
  readonly cents: Cents;
  readonly 'mile-price': Cents;
  readonly miles: number;
  readonly months: number;
  readonly year: number;
  readonly percent: Ppb;
};
export type TypedKind = keyof TypedValues;

type Reading = { readonly [K in TypedKind]: (text: string) => TypedValues[K] | null };

/** Reads what a person typed; null when it is not of that kind. Nothing is rounded. */
const READ: Reading = {
  date: readTypedDate,
  cents: readDollars,
  'mile-price': readMilePrice,
  miles: readWhole,
  months: readWhole,
  year: readWhole,
  percent: readPercent,
};

export function readTyped<K extends TypedKind>(kind: K, text: string): TypedValues[K] | null {
  return READ[kind](text.trim());
}

function readDollars(text: string): Cents | null {
  const bare = text.replace(/^\$\s*/, '').replace(/(?<=\d)\s(?=\d)/g, '');
  return parseDollars(/^\.\d/.test(bare) ? `0${bare}` : bare);
}

/** "0.20", ".2", or in cents: "20¢", "20 cents". */
function readMilePrice(text: string): Cents | null {
  const inCents = /^(\d{1,3})\s*(?:¢|c|cents?)$/i.exec(text)?.[1];
  return inCents === undefined ? readDollars(text) : BigInt(inCents);
}

/** "31,204", "31204 miles"; tenths of a mile are no part of a reading. */
function readWhole(text: string): number | null {
  const bare = text
    .replace(/\s*(?:miles?|mi|months?)\.?$/i, '')
    .replace(/(?<=\d)[,\s](?=\d{3})/g, '');
  return /^\d{1,12}$/.test(bare) ? Number(bare) : null;
}

function readPercent(text: string): Ppb | null {
  const ppb = parsePpb(text.replace(/\s*%$/, ''));
  return ppb === null ? null : floorDivide(ppb, 100n);
}

/** A value as its field shows it again. */
export function writeTyped(kind: TypedKind, value: bigint | number | string): string {
  if (kind === 'date') return typedDate(value as BusinessDate);
  if (typeof value !== 'bigint') return String(value);
  return kind === 'percent' ? percent(value) : dollars(value);
}
