import type { Element, ElementTable } from './element-table.ts';
import * as values from './element-values.ts';
import type { Fields } from './extract-fields.ts';
import { type Fault, type Remark, shapeOf, shown } from './reject.ts';
import { unknown } from './tag-meaning.ts';

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

/** Columns of a CSV that neither schema knows; XML says the same while it is read. */
export function unknownElements(fields: Fields, table: ElementTable): Remark[] {
  return [...fields.keys()]
    .filter((name) => !table.elements.has(name))
    .map((name) => unknown(name, table));
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
      return 'a day that exists, as MM-DD-YYYY, such as 03-31-2026';
    case 'month':
      return 'a month, as MM/YYYY, such as 03/2026';
    case 'money':
      return 'dollars as a decimal, up to 12 digits before and 8 after the point, no $ or comma';
    case 'rate':
      return 'a decimal fraction, such as 0.0649 for 6.49 %';
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
      return value.length <= element.size;
    case 'day':
      return values.parseDay(value) !== null || values.isZeroFilled(value);
    case 'month':
      return values.parseMonth(value) !== null || values.isZeroFilled(value);
    case 'money':
    case 'rate':
      return values.parseDecimal(value) !== null;
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

function unreadable(element: Element, value: string): Fault {
  const [rule, sentence] = SENTENCES[element.kind];
  return fault(element, value, rule, sentence);
}

function repeated(element: Element, list: readonly string[]): Fault {
  const sentence = 'The record states this more than once, so it is not clear which one holds.';
  const accepted = `${element.name} once, ${acceptedFor(element)}`;
  return fault(element, list.join(' | '), 'repeated-element', sentence, accepted);
}

function remarkOnValue(element: Element, value: string, remarks: Remark[]): void {
  const say = (rule: string, sentence: string): void => {
    const safe = element.personal ? shapeOf(value) : value;
    remarks.push({ element: element.name, value: safe, rule, sentence });
  };
  const { kind } = element;
  if (kind === 'money') {
    // Two decimals and zeros behind them are the rule; only the others need a closer look.
    if (!/[1-9]/.test(value.slice(value.indexOf('.') + 3)) || !value.includes('.')) return;
    say('rounded', 'The amount has parts of a cent; half a cent and more was rounded up.');
  } else if (kind === 'code' && !element.codes.includes(value)) {
    say('zero-filled', 'The code is filled up with zeros; only what they leave was read.');
  } else if ((kind === 'day' || kind === 'month') && values.isZeroFilled(value)) {
    say('zero-filled', 'The date is all zeros, which says that there is none.');
  }
}
