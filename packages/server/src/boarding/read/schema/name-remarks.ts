import type { Remark } from '../reject.ts';
import type { ElementTable } from './element-table.ts';

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
