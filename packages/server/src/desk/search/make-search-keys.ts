import { unsealPerson } from '../../people/person.ts';
import type { Store } from '../../platform/database/store.ts';
import { type KeyRing, lookupHash } from '../../platform/keys/key-ring.ts';
import { countToMakeSearchable, peopleToMakeSearchable, replaceSearchKeys } from './search.sql.ts';
import { type SearchWord, searchWords } from './search-words.ts';

const BATCH = 200;
const EVERY_MS = 5_000;

type Job = { readonly store: Store; readonly ring: KeyRing };

export function searchHash(ring: KeyRing, { kind, text }: SearchWord): Buffer {
  return lookupHash(ring, `search-${kind}`, text);
}

/** Makes the search keys of some people who have none, or old ones. Returns how many. */
export async function makeSomeSearchKeys({ store, ring }: Job): Promise<number> {
  const people = await peopleToMakeSearchable(store, BATCH);
  if (people.length === 0) return 0;
  const keys = people.flatMap((row) =>
    searchWords(unsealPerson(ring, row)).map((word) => ({
      personId: row.person_id,
      kind: word.kind,
      hash: searchHash(ring, word),
    })),
  );
  await store.transaction((tx) => replaceSearchKeys(tx, people, keys));
  return people.length;
}

export type SearchProgress = {
  readonly done: number;
  readonly whole: number;
  readonly perSecond: number;
};

/** Makes all keys that are missing and returns how many. Cut short, it goes on where it was. */
export async function makeSearchKeys(
  job: Job,
  onProgress: (progress: SearchProgress) => void = () => undefined,
  signal: AbortSignal | null = null,
): Promise<number> {
  const whole = await countToMakeSearchable(job.store);
  const startMs = performance.now();
  let done = 0;
  while (signal?.aborted !== true) {
    const made = await makeSomeSearchKeys(job);
    if (made === 0) break;
    done += made;
    const seconds = Math.max(0.001, (performance.now() - startMs) / 1_000);
    onProgress({ done, whole: Math.max(whole, done), perSecond: Math.round(done / seconds) });
  }
  return done;
}

/**
 * Keeps everybody findable while the server runs: first all who are missing, then whoever is new or
 * has changed. Returns a sentence for the health page while the first round is under way.
 */
export function keepSearchable(
  job: Job,
  onProgress: (progress: SearchProgress) => void,
  onFault: (fault: unknown) => void,
  signal: AbortSignal,
): () => readonly string[] {
  let first: SearchProgress | null = null;
  let timer: NodeJS.Timeout | null = null;
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer));
  const round = async (): Promise<void> => {
    await makeSearchKeys(
      job,
      (progress) => {
        first = progress;
        onProgress(progress);
      },
      signal,
    ).catch(onFault);
    first = null;
    if (signal.aborted) return;
    timer = setTimeout(() => void round(), EVERY_MS);
    timer.unref();
  };
  void round();
  return () =>
    first === null || first.done === first.whole
      ? []
      : [`The desk finds ${first.done} of ${first.whole} new or changed people so far.`];
}
