import type { Cents } from '@roadbook/domain/money/cents';
import type { Ppb } from '@roadbook/domain/money/rate';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Remark } from '../reject.ts';
import type { Fields } from '../xml/extract-fields.ts';
import type { Element, ElementKind, Ex102Product } from './element-table.ts';
import { tableOf } from './element-tables.ts';
import * as values from './element-values.ts';

/** One loan or lease as a boarding file states it, validated; the functions below read it. */
export type Ex102Record = {
  readonly product: Ex102Product;
  /** The record's place in the file, counted from 1. */
  readonly ordinal: number;
  /** First byte in an XML file; null in a CSV. */
  readonly offset: number | null;
  /** Line of a CSV, counted from 1; null in XML. */
  readonly line: number | null;
  /** Unique only within its deal, and not always a number. */
  readonly assetNumber: string;
  readonly fields: Fields;
  /** What was odd but taken: unknown elements, other spellings, amounts rounded to the cent. */
  readonly remarks: readonly Remark[];
};

/** What a value is read from; a record that was rejected has fields too. */
export type Stated = Pick<Ex102Record, 'product' | 'fields'>;

/** A value as the file writes it, for a sentence about it; null where the record says nothing. */
export function written({ fields }: Stated, name: string): string | null {
  return fields.get(name)?.join(' | ') ?? null;
}

/** Undefined where the record says nothing, also for a code or date filled with zeros. */
export function text(record: Stated, name: string): string | undefined {
  elementOf(record, name, 'text', 'code');
  return record.fields.get(name)?.[0];
}

/** Dollars in cents, rounded half up away from zero where the file has more decimals. */
export function moneyCents(record: Stated, name: string): Cents | undefined {
  return read(record, name, 'money', (value) => values.parseMoney(value)?.cents ?? null);
}

/** A fraction as a rate: 0.0649 is 64_900_000. */
export function ratePpb(record: Stated, name: string): Ppb | undefined {
  return read(record, name, 'rate', values.parseRate);
}

export function day(record: Stated, name: string): BusinessDate | undefined {
  return read(record, name, 'day', values.parseDay);
}

export function month(record: Stated, name: string): values.BusinessMonth | undefined {
  return read(record, name, 'month', values.parseMonth);
}

export function integer(record: Stated, name: string): number | undefined {
  return read(record, name, 'integer', (value, { size }) => values.parseInteger(value, size));
}

export function flag(record: Stated, name: string): boolean | undefined {
  return read(record, name, 'flag', values.parseFlag);
}

export function code(record: Stated, name: string): string | undefined {
  return codes(record, name)[0];
}

/** Every code of an element, each once, in the order of the file; none where it says nothing. */
export function codes(record: Stated, name: string): readonly string[] {
  const element = elementOf(record, name, 'code');
  const stated = (record.fields.get(name) ?? []).map((value) => {
    const parsed = values.parseCode(value, element.codes);
    return parsed ?? absentOrThrow(name, value);
  });
  return [...new Set(stated.filter((each) => each !== undefined))];
}

function read<T>(
  record: Stated,
  name: string,
  kind: ElementKind,
  parse: (value: string, element: Element) => T | null,
): T | undefined {
  const element = elementOf(record, name, kind);
  const value = record.fields.get(name)?.[0];
  if (value === undefined) return undefined;
  return parse(value, element) ?? absentOrThrow(name, value);
}

/** Zeros say "none"; anything else unreadable should have been rejected, so it is a bug here. */
function absentOrThrow(name: string, value: string): undefined {
  if (values.isZeroFilled(value)) return undefined;
  throw new RangeError(`${name} was read before it was validated`);
}

function elementOf(
  { product }: Stated,
  name: string,
  kind: ElementKind,
  otherKind: ElementKind = kind,
): Element {
  const element = tableOf(product).elements.get(name);
  if (element === undefined || (element.kind !== kind && element.kind !== otherKind)) {
    const kinds = kind === otherKind ? kind : `${kind} or ${otherKind}`;
    throw new RangeError(`auto ${product} records have no ${kinds} ${name}`);
  }
  return element;
}
