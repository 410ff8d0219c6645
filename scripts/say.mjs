/**
 * Progress goes to standard error, so that what a command prints to standard output can be piped.
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Duration since `startedAt` (milliseconds of `Date.now`) as a person reads it: "3.2 s". */
export function secondsSince(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
