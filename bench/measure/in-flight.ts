/**
 * Keeps so many at once under way for so long, each beginning when one before it has ended. Answers
 * how many ended in a second, counting to the end of the last one.
 */
export async function perSecondInFlight(
  inFlight: number,
  ms: number,
  once: () => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  let ended = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - started < ms) {
      await once();
      ended += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return ended / ((performance.now() - started) / 1_000);
}
