import { decodeText } from './entities.ts';

/** Namespaces in force by prefix; the default namespace has the prefix ''. */
export type Scope = ReadonlyMap<string, string>;

export type Tag = {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly selfClosing: boolean;
};

export const OUTERMOST: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.\-\u00b7]*/uy;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}\p{M}_:.\-\u00b7]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const END_OF_TAG = /\s*(\/?)>$/y;

/** No element of a boarding file has more; the schema's own have none. */
export const MOST_ATTRIBUTES = 100;

/**
 * Reads a whole start tag, from `<` to `>`; null when it is not well-formed or has more attributes
 * than are read.
 */
export function parseTag(written: string): Tag | null {
  NAME.lastIndex = 1;
  const name = NAME.exec(written)?.[0];
  if (name === undefined) return null;
  let at = 1 + name.length;
  const attributes: [string, string][] = [];
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(written);
    if (match === null) break;
    const [whole, key = '', inDouble, inSingle] = match;
    const value = decodeText(inDouble ?? inSingle ?? '');
    if (attributes.length === MOST_ATTRIBUTES) return null;
    if (value === null || attributes.some(([other]) => other === key)) return null;
    attributes.push([key, value]);
    at += whole.length;
  }
  END_OF_TAG.lastIndex = at;
  const end = END_OF_TAG.exec(written);
  return end === null ? null : { name, attributes, selfClosing: end[1] === '/' };
}

/** The namespaces inside a tag: those around it and those it declares. */
export function scopeInside(around: Scope, tag: Tag): Scope {
  const declared = tag.attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return around;
  const inside = new Map(around);
  for (const [name, uri] of declared) inside.set(name.slice('xmlns:'.length), uri);
  return inside;
}

/** The namespace and bare name of a tag; null when its prefix is not declared. */
export function resolveName(
  scope: Scope,
  written: string,
): { readonly namespace: string; readonly local: string } | null {
  const colon = written.indexOf(':');
  if (colon < 0) return { namespace: scope.get('') ?? '', local: written };
  const namespace = scope.get(written.slice(0, colon));
  return namespace === undefined ? null : { namespace, local: written.slice(colon + 1) };
}
