import { isDeepStrictEqual } from 'node:util';

/** The core and the oracle, or two ways of asking the core, say different things. */
export class Disagreement extends Error {
  override name = 'Disagreement';
  readonly what: string;
  constructor(what: string, found: unknown, wanted: unknown) {
    super(`${what}: the core says ${plain(found)}, it should be ${plain(wanted)}`);
    this.what = what;
  }
}

/** Says so when two answers differ. */
export function same(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted && !isDeepStrictEqual(found, wanted)) {
    throw new Disagreement(what, found, wanted);
  }
}

function plain(value: unknown): string {
  const text = JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each));
  return text === undefined ? 'nothing' : text.slice(0, 600);
}
