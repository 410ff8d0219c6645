/**
 * Walks on this device, in the browser's own database: their texts, and their photos beside them.
 * It is opened only when somebody keeps a walk or looks for one.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';

const NAME = 'roadbook-walk';

/** The walk that is under way has no name; walks that were saved to compare have one. */
export const CURRENT = '';

/** A sign that no person types: names that begin with it are not theirs. */
const OWN = '\u0001';

/** The walk under way around the car of a contract. */
export const currentOf = (contractId: string): string => OWN + contractId;

export type KeptWalk = {
  readonly name: string;
  readonly savedOn: string;
  readonly text: string;
  /** The moment of the last change; walks of earlier builds have none. */
  readonly savedAt?: string;
  /** Another for each time that the walk is written. */
  readonly revision?: string;
  /** Answers about damage that are not part of the walk yet, as JSON. */
  readonly drafts?: string;
};
export type StoredWalk = KeptWalk & { readonly photos: ReadonlyMap<string, Blob> };

interface Shelves extends DBSchema {
  walk: { key: string; value: KeptWalk };
  photo: { key: [string, string]; value: Blob };
}

let opened: Promise<IDBPDatabase<Shelves>> | null = null;

function open(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>(NAME, 1, {
    upgrade: (database) => {
      database.createObjectStore('walk', { keyPath: 'name' });
      database.createObjectStore('photo');
    },
    // Another tab, or "Forget everything", deletes the database: it must not wait for this page.
    blocking: () => void close(),
    terminated: () => {
      opened = null;
    },
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

async function close(): Promise<void> {
  const before = opened;
  opened = null;
  (await before?.catch(() => null))?.close();
}

const photosOf = (name: string): IDBKeyRange => IDBKeyRange.bound([name], [name, []]);

/** Under which key this page last wrote or read a photo: a known one is not written again. */
const written = new WeakMap<Blob, string>();

/** Whether a walk may take the place of one with this revision; null stands for no walk at all. */
export type MayReplace = (revision: string | null) => boolean;

/**
 * Saves a walk under its name, in place of an earlier one; photos that left it are removed. Returns
 * false, and changes nothing, where the earlier one may not be replaced.
 */
export async function storeWalk(walk: StoredWalk, mayReplace?: MayReplace): Promise<boolean> {
  const { photos, ...kept } = walk;
  const database = await open();
  const work = database.transaction(['walk', 'photo'], 'readwrite', { durability: 'strict' });
  const walks = work.objectStore('walk');
  const shelf = work.objectStore('photo');
  const earlier = await walks.get(walk.name);
  if (mayReplace !== undefined && !mayReplace(earlier?.revision ?? null)) {
    await work.done;
    return false;
  }
  const keys = await shelf.getAllKeys(photosOf(walk.name));
  const known = new Set(keys.map(([, id]) => id));
  const fresh = [...photos].filter(
    ([id, jpeg]) => !known.has(id) || written.get(jpeg) !== `${walk.name}/${id}`,
  );
  const left = [...known].filter((id) => !photos.has(id));
  const all = [
    ...left.map((id) => shelf.delete([walk.name, id])),
    ...fresh.map(([id, jpeg]) => shelf.put(jpeg, [walk.name, id])),
    walks.put(kept),
    work.done,
  ];
  await Promise.all(all);
  for (const [id, jpeg] of fresh) written.set(jpeg, `${walk.name}/${id}`);
  return true;
}

/** The walk of a name, or null when there is none. Its photos are copies in memory. */
export async function fetchWalk(name: string): Promise<StoredWalk | null> {
  const database = await open();
  const work = database.transaction(['walk', 'photo'], 'readonly');
  const [kept, keys, jpegs] = await Promise.all([
    work.objectStore('walk').get(name),
    work.objectStore('photo').getAllKeys(photosOf(name)),
    work.objectStore('photo').getAll(photosOf(name)),
    work.done,
  ]);
  if (kept === undefined) return null;
  const photos = new Map<string, Blob>();
  for (const [index, [, id]] of keys.entries()) {
    const jpeg = jpegs[index];
    if (!(jpeg instanceof Blob)) continue;
    const copy = new Blob([await jpeg.arrayBuffer()], { type: 'image/jpeg' });
    written.set(copy, `${name}/${id}`);
    photos.set(id, copy);
  }
  return { ...kept, photos };
}

/** The revision of the walk of a name; null when there is none. */
export async function revisionOf(name: string): Promise<string | null> {
  return (await (await open()).get('walk', name))?.revision ?? null;
}

/** The walks that have a name which a person gave, by name. */
export async function listWalks(): Promise<readonly KeptWalk[]> {
  const all = await (await open()).getAll('walk');
  return all.filter(({ name }) => name !== CURRENT && !name.startsWith(OWN));
}

export async function removeWalk(name: string): Promise<void> {
  const work = (await open()).transaction(['walk', 'photo'], 'readwrite');
  await Promise.all([
    work.objectStore('walk').delete(name),
    work.objectStore('photo').delete(photosOf(name)),
    work.done,
  ]);
}

/** Removes every walk and photo from this device. */
export async function forgetWalks(): Promise<void> {
  await close();
  await deleteDB(NAME);
}
