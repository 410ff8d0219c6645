/**
 * The one codec between the domain's bigints and JSON: amounts, rates and scaled rates travel as
 * digit strings in fields whose names end in a unit, on the wire, in jsonb and in entry bodies.
 * A JSON number is never an amount.
 */
const UNIT = /(?:Cents|Ppb|E18|Micros)$/;
const DIGITS = /^-?\d{1,40}$/;

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
  for (const [name, each] of Object.entries(value)) {
    if (each !== undefined) fields[name] = plain(each);
  }
  return fields;
}

/** The value again: text in a field with a unit becomes a bigint. */
export function decode<T>(text: string): T {
  return revive<T>(JSON.parse(text));
}

/** The same for JSON that is parsed already and belongs to nobody else: it is changed in place. */
export function revive<T>(parsed: unknown): T {
  if (typeof parsed === 'object' && parsed !== null) reviveFields(parsed as Fields);
  return parsed as T;
}

type Fields = Record<string, unknown>;

function reviveFields(fields: Fields): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (typeof value === 'string') {
      if (UNIT.test(name) && DIGITS.test(value)) fields[name] = BigInt(value);
    } else if (typeof value === 'object' && value !== null) {
      reviveFields(value as Fields);
    }
  }
}
