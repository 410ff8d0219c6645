/**
 * Works through batches one after the other, in order; while one is worked on, the next is already
 * being made. What making one fails with is thrown when its turn comes, after everything before it.
 */
export async function workAhead<T>(
  batches: AsyncGenerator<T, void, void>,
  work: (batch: T) => Promise<void>,
): Promise<void> {
  try {
    let coming = batches.next();
    for (;;) {
      const { done, value } = await coming;
      if (done) return;
      coming = batches.next();
      // Without a listener of its own, a failure before its turn would end the process.
      coming.catch(() => undefined);
      await work(value);
    }
  } finally {
    await batches.return();
  }
}

/** Lets what waits for the database, or for another client, go on: the event loop's next turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
