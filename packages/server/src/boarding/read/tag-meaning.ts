import { parseTag, resolveName, type Scope, scopeInside } from './namespaces.ts';
import type { Remark } from './reject.ts';
import type { ElementTable } from './schema/element-table.ts';
import { knownName } from './schema/element-tables.ts';

/** What a start tag, exactly as this file writes it, means. */
export type TagMeaning = {
  /** The schema's name, or the name as written where the schema has none. */
  readonly name: string;
  readonly endTag: string;
  readonly empty: boolean;
  readonly remark: Remark | null;
};

/** A file writes the same few tags thousands of times; each is parsed once. */
export type TagMemory = Map<string, TagMeaning>;

const MOST_REMEMBERED = 1000;

/** A longer tag is no tag of the schema, and remembering many of them would fill the memory. */
const LONGEST_REMEMBERED = 200;

/** The meaning of a start tag, from `<` to `>`; null when it is not well-formed. */
export function meaningOf(
  written: string,
  scope: Scope,
  table: ElementTable,
  memory: TagMemory,
): TagMeaning | null {
  const remembered = memory.get(written);
  if (remembered !== undefined) return remembered;
  const tag = parseTag(written);
  const resolved = tag === null ? null : resolveName(scopeInside(scope, tag), tag.name);
  if (tag === null || resolved === null) return null;
  const ours = resolved.namespace === table.namespace;
  const known = ours ? knownName(table, resolved.local) : null;
  const name = known ?? (ours ? resolved.local : tag.name);
  const remark = known === null ? unknown(name, table) : spelling(known, resolved.local);
  const meaning = { name, endTag: `</${tag.name}>`, empty: tag.selfClosing, remark };
  if (memory.size < MOST_REMEMBERED && written.length <= LONGEST_REMEMBERED) {
    memory.set(written, meaning);
  }
  return meaning;
}

/** Said of an element or column that the schema does not have; it is kept and not used. */
export function unknown(name: string, table: ElementTable): Remark {
  const sentence = `The schema of auto ${table.product}s has no such element; it was not used.`;
  return { element: name, value: null, rule: 'unknown-element', sentence };
}

/** Said of an element in other letters, or with the name that the other product's schema has. */
export function spelling(name: string, written: string): Remark | null {
  if (name === written) return null;
  const sentence = `The schema writes this element ${name}; it was read as that.`;
  return { element: name, value: written, rule: 'element-spelled-otherwise', sentence };
}
