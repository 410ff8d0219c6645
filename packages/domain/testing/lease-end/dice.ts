/** Dice that fall the same for the same seed on every machine (mulberry32). */
export type Dice = {
  /** A whole number from low to high, both included. */
  readonly from: (low: number, high: number) => number;
  /** True so many times in a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly one: <T>(of: readonly T[]) => T;
};

export function diceOf(seed: number): Dice {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const from = (low: number, high: number): number => low + (next() % (high - low + 1));
  return {
    from,
    chance: (percent) => from(1, 100) <= percent,
    one: (of) => {
      const found = of[from(0, of.length - 1)];
      if (found === undefined) throw new RangeError('nothing to choose from');
      return found;
    },
  };
}
