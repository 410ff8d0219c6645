/**
 * How much of a long search a run makes. An issue names the full number of seeds, kills or fuzz
 * requests; every day's run makes a tenth of it, `npm run soak` makes all of it.
 * `npm run soak` finds its tests by their import of this file.
 */

/** The number to run: `full` under `npm run soak`, otherwise a tenth of it and at least one. */
export function effort(full: number): number {
  return process.env.ROADBOOK_SOAK === '1' ? full : Math.max(1, Math.ceil(full / 10));
}
