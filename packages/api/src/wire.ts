/**
 * The one codec between the domain's bigints and JSON: amounts, rates and scaled rates travel as
 * digit strings in fields whose names end in a unit, on the wire, in jsonb and in entry bodies.
 * A JSON number is never an amount.
 */
const UNIT = /(?:Cents|Ppb|E18|Micros)$/;
const DIGITS = /^-?\d{1,40}$/;

/** JSON text of a value of the domain; the order of keys is the order in which they were made. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? each.toString() : each));
}

/** The value again: text in a field with a unit becomes a bigint. */
export function decode<T>(text: string): T {
  return JSON.parse(text, (key, each) =>
    typeof each === 'string' && UNIT.test(key) && DIGITS.test(each) ? BigInt(each) : each,
  ) as T;
}

/** The same for JSON that a driver has already parsed. */
export function revive<T>(value: unknown): T {
  return reviveField('', value) as T;
}

function reviveField(key: string, value: unknown): unknown {
  if (typeof value === 'string') {
    return UNIT.test(key) && DIGITS.test(value) ? BigInt(value) : value;
  }
  if (Array.isArray(value)) return value.map((each) => reviveField('', each));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, reviveField(name, each)]),
  );
}
