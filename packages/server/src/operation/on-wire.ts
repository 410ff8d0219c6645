import { plain } from '@roadbook/api/wire';

/** A value of the domain as it travels: every amount, rate and count of a bigint as digits. */
export type OnWire<T> = T extends bigint
  ? string
  : T extends string
    ? T
    : T extends readonly (infer Each)[]
      ? OnWire<Each>[]
      : T extends object
        ? { -readonly [Name in keyof T]: OnWire<T[Name]> }
        : T;

/** The value as JSON has it, with the type that it then has. */
export function onWire<T>(value: T): OnWire<T> {
  return plain(value) as OnWire<T>;
}
