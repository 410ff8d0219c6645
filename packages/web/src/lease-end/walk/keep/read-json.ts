/** Something in a file that is not as this house writes it; `place` is its path in the file. */
export class FileFault extends Error {
  readonly place: string;

  constructor(place: string) {
    super(`the file is wrong at ${place}`);
    this.place = place;
  }
}

export type Json = Readonly<Record<string, unknown>>;

/** Refuses the field at a path. */
export function field(place: string): never {
  throw new FileFault(place);
}

export function recordOf(read: unknown, place: string): Json {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new FileFault(place);
  return read as Json;
}

export function listOf(read: unknown, place: string, longest: number): readonly unknown[] {
  return Array.isArray(read) && read.length <= longest ? read : field(place);
}

export function textOf(read: unknown, place: string, longest: number): string {
  return typeof read === 'string' && read.length <= longest ? read : field(place);
}

export function oneOf<T extends string>(read: unknown, place: string, words: readonly T[]): T {
  return words.find((word) => word === read) ?? field(place);
}

export function yesOrNo(read: unknown, place: string): boolean {
  return typeof read === 'boolean' ? read : field(place);
}

/** A whole number from `least` to `most`. */
export function wholeOf(read: unknown, place: string, least: number, most: number): number {
  const isWhole = typeof read === 'number' && Number.isInteger(read);
  return isWhole && read >= least && read <= most ? read : field(place);
}
