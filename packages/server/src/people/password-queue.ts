/** Said when more passwords wait than are worth waiting for. */
export const QUEUE_FULL = Symbol('the queue is full');

/**
 * Runs work that takes a processor and much memory a few at a time, with a short queue. What finds
 * the queue full is turned away at once: a long queue would serve nobody in time.
 */
export function shortQueue({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T | typeof QUEUE_FULL> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return QUEUE_FULL;
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // Whoever waits takes the place; it is given up only when nobody does.
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** Where passwords are hashed: two at once, about a second's worth waiting. */
export const passwordQueue = shortQueue({ atOnce: 2, waiting: 32 });
