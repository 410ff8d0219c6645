/** The middle of a list; of two middles the lower one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}

/** What rounds came to: their median, and the lowest and highest. */
export type Rounds = {
  readonly median: number;
  readonly spread: readonly [number, number];
  readonly rounds: number;
};

export function roundsOf(values: readonly number[]): Rounds {
  return {
    median: median(values),
    spread: [Math.min(...values), Math.max(...values)],
    rounds: values.length,
  };
}
