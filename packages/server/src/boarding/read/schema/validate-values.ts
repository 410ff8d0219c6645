import { type Fault, type Remark, shapeOf, shown } from '../reject.ts';
import {
  type Damage,
  damageOfAny,
  damageOfDay,
  damageOfDecimal,
} from '../text/spreadsheet-damage.ts';
import type { Fields } from '../xml/extract-fields.ts';
import type { Element, ElementTable } from './element-table.ts';
import * as values from './element-values.ts';

/** A digit other than zero behind the cents. */
const PARTS_OF_A_CENT = /\.\d\d\d*[1-9]/;

export type Findings = { readonly faults: readonly Fault[]; readonly remarks: readonly Remark[] };

/** Holds every value of a record against what the schema says of its element. */
export function validateValues(fields: Fields, table: ElementTable): Findings {
  const faults: Fault[] = [];
  const remarks: Remark[] = [];
  for (const [name, list] of fields) {
    const element = table.elements.get(name);
    if (element === undefined) continue;
    if (list.length > 1 && !element.repeats) {
      faults.push(repeated(element, list));
      continue;
    }
    for (const value of list) {
      if (!isReadable(element, value)) faults.push(unreadable(element, value));
      else remarkOnValue(element, value, remarks);
    }
  }
  return { faults, remarks };
}

export function fault(
  element: Element,
  value: string | null,
  rule: string,
  sentence: string,
  accepted: string = acceptedFor(element),
): Fault {
  const safe = value === null ? null : element.personal ? shapeOf(value) : shown(value);
  return { element: element.name, value: safe, rule, sentence, accepted };
}

/** What an element takes, in words for a reject. */
export function acceptedFor({ kind, size, codes }: Element): string {
  switch (kind) {
    case 'text':
      return `text of 1 to ${size} characters`;
    case 'day':
      return 'a day that exists, as MM-DD-YYYY, such as 03-31-2026; in a CSV also 2026-03-31';
    case 'month':
      return 'a month, as MM/YYYY, such as 03/2026; in a CSV also 2026-03';
    case 'money':
      return 'dollars as a decimal, up to 12 digits before and 8 after the point, no $ or comma';
    case 'rate':
      return 'a decimal fraction of at most 9 decimals, such as 0.0649 for 6.49 %';
    case 'integer':
      return `a whole number of at most ${size} digits`;
    case 'flag':
      return 'true or false';
    case 'code':
      return `one of ${codes.join(', ')}`;
  }
}

function isReadable(element: Element, value: string): boolean {
  switch (element.kind) {
    case 'text':
      return value.length <= element.size && !isDamagedNumber(element, value);
    case 'day':
      return values.parseDay(value) !== null || values.isZeroFilled(value);
    case 'month':
      return values.parseMonth(value) !== null || values.isZeroFilled(value);
    case 'money':
      return values.isDecimal(value);
    case 'rate':
      return values.isRate(value);
    case 'integer':
      return values.parseInteger(value, element.size) !== null;
    case 'flag':
      return values.parseFlag(value) !== null;
    case 'code':
      return values.parseCode(value, element.codes) !== null || values.isZeroFilled(value);
  }
}

const SENTENCES = {
  text: ['too-long', 'The text is longer than the schema allows.'],
  day: ['not-a-day', 'This is not a day of the calendar in the form of the schema.'],
  month: ['not-a-month', 'This is not a month in the form of the schema.'],
  money: ['not-a-decimal', 'This is not an amount in the form of the schema.'],
  rate: ['not-a-decimal', 'This is not a rate in the form of the schema.'],
  integer: ['not-an-integer', 'This is not a whole number in the form of the schema.'],
  flag: ['not-a-flag', 'This says neither true nor false.'],
  code: ['unknown-code', 'The schema has no such code for this element.'],
} as const;

/** An asset number in powers of ten has lost the digits that tell it from others. */
function isDamagedNumber({ name }: Element, value: string): boolean {
  return name === 'assetNumber' && damageOfAny(value) !== null;
}

function unreadable(element: Element, value: string): Fault {
  const damage = damageOf(element, value);
  if (damage !== null) {
    const accepted = damage.accepted ?? acceptedFor(element);
    return fault(element, value, damage.rule, damage.sentence, accepted);
  }
  const [rule, sentence] = SENTENCES[element.kind];
  return fault(element, value, rule, sentence);
}

/** What a spreadsheet or a hand did to a value, where that is known. */
function damageOf({ kind, personal }: Element, value: string): Damage | null {
  if (kind === 'money' || kind === 'rate' || kind === 'integer') return damageOfDecimal(value);
  return kind === 'day' || kind === 'month' ? damageOfDay(value, personal) : damageOfAny(value);
}

function repeated(element: Element, list: readonly string[]): Fault {
  const sentence = 'The record states this more than once, so it is not clear which one holds.';
  const accepted = `${element.name} once, ${acceptedFor(element)}`;
  return fault(element, list.join(' | '), 'repeated-element', sentence, accepted);
}

function remarkOnValue(element: Element, value: string, remarks: Remark[]): void {
  const { name, kind, codes, personal } = element;
  const odd = oddityOf(kind, codes, value);
  if (odd === null) return;
  const [rule, sentence] = ODDITIES[odd];
  remarks.push({ element: name, value: personal ? shapeOf(value) : value, rule, sentence });
}

const ODDITIES = {
  rounded: ['rounded', 'The amount has parts of a cent; half a cent and more was rounded up.'],
  code: ['zero-filled', 'The code is filled up with zeros; only what they leave was read.'],
  date: ['zero-filled', 'The date is all zeros, which says that there is none.'],
} as const;

function oddityOf(
  kind: Element['kind'],
  codes: readonly string[],
  value: string,
): keyof typeof ODDITIES | null {
  if (kind === 'money') return PARTS_OF_A_CENT.test(value) ? 'rounded' : null;
  if (kind === 'code') return codes.includes(value) ? null : 'code';
  if (kind === 'day' || kind === 'month') return values.isZeroFilled(value) ? 'date' : null;
  return null;
}
