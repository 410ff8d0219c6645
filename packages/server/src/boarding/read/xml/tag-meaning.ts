import type { Remark } from '../reject.ts';
import type { ElementTable } from '../schema/element-table.ts';
import { knownName } from '../schema/element-tables.ts';
import { spelling, unknown } from '../schema/name-remarks.ts';
import { parseTag, resolveName, type Scope, scopeInside } from './namespaces.ts';

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
