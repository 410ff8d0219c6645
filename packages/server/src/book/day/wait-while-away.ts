import { DatabaseAway } from '../../platform/database/database-away.ts';

/** How often a database that is away is asked again, and how long it is left alone each time. */
const TRIES_MAX = 20;
const PAUSE_MS = 500;

/**
 * Does something again while the database is away. The work gets the number of the try: from the
 * second on, what an earlier one wrote may be there although nobody was told.
 */
export async function waitWhileAway<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!(error instanceof DatabaseAway) || attempt >= TRIES_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
