/** How well a threshold on times tells two groups apart: 0.5 is guessing, 1 is knowing. */
export function aucOf(these: readonly number[], those: readonly number[]): number {
  let wins = 0;
  for (const one of these) {
    for (const other of those) wins += one > other ? 1 : one === other ? 0.5 : 0;
  }
  const auc = wins / (these.length * those.length);
  return Math.max(auc, 1 - auc);
}

/**
 * The most that may be told from `count` times of each: 0.55, as the full thousand measures it, and
 * three standard deviations of what chance alone makes where there are fewer.
 */
export function aucAllowed(count: number): number {
  return count >= 1_000 ? 0.55 : 0.55 + 3 / Math.sqrt(6 * count);
}
