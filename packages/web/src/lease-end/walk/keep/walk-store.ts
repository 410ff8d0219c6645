/**
 * Walks on this device, in the browser's own database: their texts, and their photos beside them.
 * It is opened only when somebody keeps a walk or looks for one.
 */
const NAME = 'roadbook-walk';

/** The walk that is under way has no name; walks that were saved to compare have one. */
export const CURRENT = '';

export type KeptWalk = { readonly name: string; readonly savedOn: string; readonly text: string };
export type StoredWalk = KeptWalk & { readonly photos: ReadonlyMap<string, Blob> };

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('walk', { keyPath: 'name' });
    request.result.createObjectStore('photo');
  };
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error);
    work.onerror = () => reject(work.error);
  });
}

const photosOf = (name: string): IDBKeyRange => IDBKeyRange.bound([name], [name, []]);

/** Saves a walk under its name, in place of an earlier one; photos that left it are removed. */
export async function storeWalk(walk: StoredWalk): Promise<void> {
  const { photos, ...kept } = walk;
  const database = await open();
  const work = database.transaction(['walk', 'photo'], 'readwrite');
  const shelf = work.objectStore('photo');
  const known = shelf.getAllKeys(photosOf(walk.name));
  known.onsuccess = () => {
    const ids = new Set(known.result.map((key) => (Array.isArray(key) ? String(key[1]) : '')));
    for (const id of ids) if (!photos.has(id)) shelf.delete([walk.name, id]);
    for (const [id, jpeg] of photos) if (!ids.has(id)) shelf.put(jpeg, [walk.name, id]);
  };
  work.objectStore('walk').put(kept);
  await finished(work);
  database.close();
}

/** The walk of a name, or null when there is none. */
export async function fetchWalk(name: string): Promise<StoredWalk | null> {
  const database = await open();
  const work = database.transaction(['walk', 'photo'], 'readonly');
  const walk: Promise<KeptWalk | undefined> = answerOf(work.objectStore('walk').get(name));
  const keys = answerOf(work.objectStore('photo').getAllKeys(photosOf(name)));
  const blobs: Promise<Blob[]> = answerOf(work.objectStore('photo').getAll(photosOf(name)));
  const [kept, ids, jpegs] = await Promise.all([walk, keys, blobs]);
  database.close();
  if (kept === undefined) return null;
  const photos = new Map<string, Blob>();
  for (const [index, key] of ids.entries()) {
    const jpeg = jpegs[index];
    if (Array.isArray(key) && jpeg instanceof Blob) photos.set(String(key[1]), jpeg);
  }
  return { ...kept, photos };
}

/** The walks that have a name, by name. */
export async function listWalks(): Promise<readonly KeptWalk[]> {
  const database = await open();
  const all: KeptWalk[] = await answerOf(
    database.transaction('walk', 'readonly').objectStore('walk').getAll(),
  );
  database.close();
  return all.filter(({ name }) => name !== CURRENT);
}

export async function removeWalk(name: string): Promise<void> {
  const database = await open();
  const work = database.transaction(['walk', 'photo'], 'readwrite');
  work.objectStore('walk').delete(name);
  work.objectStore('photo').delete(photosOf(name));
  await finished(work);
  database.close();
}

/** Removes every walk and photo from this device. */
export async function forgetWalks(): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(NAME));
}
