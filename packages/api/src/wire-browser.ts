/**
 * Reading what travels: amounts, rates and scaled rates are digit strings in fields whose names end
 * in a unit. This half of the codec is also the browser's; `wire.ts` has the other.
 */
const UNIT = /(?:Cents|Ppb|E18|Micros)$/;
const DIGITS = /^-?\d{1,40}$/;
/** What a line was computed from is text for people, whatever its unit. */
const TEXTS = 'inputs';

/**
 * The value of JSON that is parsed already and belongs to nobody else: it is changed in place, so
 * that text in a field with a unit becomes a bigint.
 */
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
    } else if (typeof value === 'object' && value !== null && name !== TEXTS) {
      reviveFields(value as Fields);
    }
  }
}
