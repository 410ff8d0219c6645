import { revive } from './wire-browser.ts';

/**
 * The one codec between the domain's bigints and JSON: amounts, rates and scaled rates travel as
 * digit strings in fields whose names end in a unit, on the wire, in JSON columns and in entry
 * bodies. A JSON number is never an amount.
 */
export { revive };

/** JSON text of a value of the domain; the order of keys is the order in which they were made. */
export function encode(value: unknown): string {
  return JSON.stringify(plain(value));
}

/** The value as JSON has it: bigints are digit strings, and what is undefined is left out. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const each = (value as Record<string, unknown>)[name];
    if (each !== undefined) fields[name] = plain(each);
  }
  return fields;
}

/** The value again: text in a field with a unit becomes a bigint. */
export function decode<T>(text: string): T {
  return revive<T>(JSON.parse(text));
}
