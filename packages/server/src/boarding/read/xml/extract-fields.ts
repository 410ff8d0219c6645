import { type Fault, type Remark, shown } from '../reject.ts';
import type { ElementTable } from '../schema/element-table.ts';
import { decodeText } from './entities.ts';
import { MOST_ATTRIBUTES, parseTag, type Scope, scopeInside } from './namespaces.ts';
import { meaningOf, type TagMeaning, type TagMemory } from './tag-meaning.ts';

/** Trimmed texts by element name, repeated ones in the order of the file, none of them empty. */
export type Fields = ReadonlyMap<string, readonly string[]>;

export type Extraction =
  | { readonly outcome: 'fields'; readonly fields: Fields; readonly remarks: readonly Remark[] }
  /** The fields are those read before the place that is broken: enough to name the record. */
  | { readonly outcome: 'broken'; readonly fields: Fields; readonly fault: Fault };

type Reading = {
  readonly text: string;
  readonly scope: Scope;
  readonly table: ElementTable;
  readonly memory: TagMemory;
  readonly fields: Map<string, string[]>;
  readonly remarks: Remark[];
  fault: Fault | null;
};

/** The schemas have some seventy elements; a record with more than this is none. */
const MOST_ELEMENTS = 1000;

/** Given instead of a position when `fault` says what is wrong. */
const BROKEN = -1;

/**
 * The elements of one record and their texts; a fault where it is not well-formed. `memory` is
 * kept by the caller over all records of a file.
 */
export function extractFields(
  text: string,
  around: Scope,
  table: ElementTable,
  memory: TagMemory,
): Extraction {
  const opened = endOfTag(text, 0);
  const tag = opened === BROKEN ? null : parseTag(text.slice(0, opened));
  const fields = new Map<string, string[]>();
  if (tag === null) {
    const fault = unreadableTag(text.slice(0, opened === BROKEN ? undefined : opened));
    return { outcome: 'broken', fields, fault };
  }
  const scope = scopeInside(around, tag);
  const remarks: Remark[] = [];
  const reading: Reading = {
    text,
    scope,
    table,
    // Tags mean the same in every record only while records declare no namespaces of their own.
    memory: scope === around ? memory : new Map(),
    fields,
    remarks,
    fault: null,
  };
  if (!tag.selfClosing) readElements(reading, opened, `</${tag.name}`);
  return reading.fault === null
    ? { outcome: 'fields', fields, remarks }
    : { outcome: 'broken', fields, fault: reading.fault };
}

function readElements(reading: Reading, opened: number, endOfRecord: string): void {
  const { text } = reading;
  let at = opened;
  for (let count = 0; at !== BROKEN; count += 1) {
    if (count > MOST_ELEMENTS) {
      broken(reading, TOO_MANY_ELEMENTS);
      return;
    }
    const start = skipBetween(reading, at);
    if (start === BROKEN) return;
    if (text.startsWith('</', start)) {
      const written = text.slice(start, text.indexOf('>', start)).trimEnd();
      if (written !== endOfRecord) broken(reading, notWellFormed(text.slice(start)));
      return;
    }
    at = readElement(reading, start);
  }
}

/** Reads one element and gives the position after it. */
function readElement(reading: Reading, start: number): number {
  const { text, scope, table, memory } = reading;
  // Most tags have no attribute, so their first `>` ends them; only others need their quotes read.
  const nearest = text.indexOf('>', start) + 1;
  const remembered = memory.get(text.slice(start, nearest));
  const opened = remembered === undefined ? endOfTag(text, start) : nearest;
  if (opened === BROKEN) return broken(reading, notWellFormed(text.slice(start)));
  const meaning = remembered ?? meaningOf(text.slice(start, opened), scope, table, memory);
  if (meaning === null) return broken(reading, unreadableTag(text.slice(start, opened)));
  if (meaning.remark !== null) reading.remarks.push(meaning.remark);
  if (meaning.empty) return opened;
  const end = text.indexOf('<', opened);
  if (!text.startsWith(meaning.endTag, end)) return readMixed(reading, opened, meaning);
  const value = decodeText(text.slice(opened, end));
  if (value === null) return broken(reading, unknownEntity(meaning.name));
  keep(reading, meaning.name, value);
  return end + meaning.endTag.length;
}

/** Reads text mixed with comments, CDATA and instructions, up to the element's end tag. */
function readMixed(reading: Reading, from: number, { name, endTag }: TagMeaning): number {
  const { text } = reading;
  let value = '';
  let at = from;
  for (;;) {
    const start = text.indexOf('<', at);
    const piece = decodeText(text.slice(at, start));
    if (piece === null) return broken(reading, unknownEntity(name));
    value += piece;
    const passed = skipComment(text, start);
    if (passed === BROKEN) return broken(reading, notWellFormed(text.slice(start)));
    if (passed > start) at = passed;
    else if (text.startsWith('<![CDATA[', start)) {
      at = after(text, ']]>', start);
      if (at === BROKEN) return broken(reading, notWellFormed(text.slice(start)));
      value += text.slice(start + '<![CDATA['.length, at - ']]>'.length);
    } else {
      const end = after(text, '>', start);
      if (`${text.slice(start, end - 1).trimEnd()}>` !== endTag) {
        return broken(reading, elementInElement(name, text.slice(start)));
      }
      keep(reading, name, value);
      return end;
    }
  }
}

/** An element that is there but says nothing counts as absent. */
function keep({ fields }: Reading, name: string, text: string): void {
  const value = text.trim();
  if (value === '') return;
  const values = fields.get(name);
  if (values === undefined) fields.set(name, [value]);
  else values.push(value);
}

/** Passes over white space, comments and instructions to the next tag. */
function skipBetween(reading: Reading, from: number): number {
  const { text } = reading;
  let at = from;
  for (;;) {
    const start = text.indexOf('<', at);
    if (start < 0) return broken(reading, notWellFormed(text.slice(at)));
    if (text.slice(at, start).trim() !== '' || text.startsWith('<![', start)) {
      return broken(reading, strayText(text.slice(at)));
    }
    at = skipComment(text, start);
    if (at === BROKEN) return broken(reading, notWellFormed(text.slice(start)));
    if (at === start) return start;
  }
}

/** The position after a comment or instruction that starts here; the same position if none does. */
function skipComment(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return after(text, '-->', start + '<!--'.length);
  if (text.startsWith('<?', start)) return after(text, '?>', start + '<?'.length);
  return start;
}

/** The position after a tag's `>`, passing over any `>` inside quotes. */
function endOfTag(text: string, start: number): number {
  let at = start;
  let end = text.indexOf('>', at);
  for (;;) {
    if (end >= 0 && end < at) end = text.indexOf('>', at);
    if (end < 0) return BROKEN;
    const quote = firstQuote(text, at, end);
    if (quote < 0) return end + 1;
    const closed = text.indexOf(text.charAt(quote), quote + 1);
    if (closed < 0) return BROKEN;
    at = closed + 1;
  }
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x22 || character === 0x27) return at;
  }
  return -1;
}

function after(text: string, ending: string, from: number): number {
  const found = text.indexOf(ending, from);
  return found < 0 ? BROKEN : found + ending.length;
}

function broken(reading: Reading, fault: Fault): typeof BROKEN {
  reading.fault = fault;
  return BROKEN;
}

/** Enough characters for what a reject shows. */
const MOST_SHOWN = 200;

const WELL_FORMED = 'well-formed XML: every element closed, & and < written as &amp; and &lt;';

function notWellFormed(at: string): Fault {
  return markupFault('not-well-formed', 'The record is not well-formed XML at this place.', at);
}

/** An attribute is an equals sign at least, so a tag with too many of them is told by counting. */
function unreadableTag(tag: string): Fault {
  let signs = 0;
  for (let at = tag.indexOf('='); at >= 0; at = tag.indexOf('=', at + 1)) signs += 1;
  if (signs <= MOST_ATTRIBUTES) return notWellFormed(tag);
  const sentence = `A tag here has more than ${MOST_ATTRIBUTES} attributes.`;
  const accepted = `tags with at most ${MOST_ATTRIBUTES} attributes; the schema's have none`;
  return { ...markupFault('too-many-attributes', sentence, tag), accepted };
}

const TOO_MANY_ELEMENTS: Fault = {
  element: null,
  value: null,
  rule: 'too-many-elements',
  sentence: `The record holds more than ${MOST_ELEMENTS} elements.`,
  accepted: `a record of at most ${MOST_ELEMENTS} elements`,
};

function strayText(at: string): Fault {
  const sentence = 'Text stands between the elements of the record and belongs to none of them.';
  return markupFault('stray-text', sentence, at);
}

function unknownEntity(element: string): Fault {
  const sentence = 'The text holds an entity or a character that XML does not know.';
  return { ...markupFault('unknown-entity', sentence, ''), element, value: null };
}

function elementInElement(element: string, at: string): Fault {
  const sentence = 'The element holds another element or has no end tag; elements hold text only.';
  return { ...markupFault('element-in-element', sentence, at), element };
}

function markupFault(rule: string, sentence: string, at: string): Fault {
  const value = shown(at.slice(0, MOST_SHOWN).trim());
  return { element: null, value, rule, sentence, accepted: WELL_FORMED };
}
