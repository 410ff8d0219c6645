import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type KeyRing, makeKey, makeKeys, nextKeyId, parseKeys, takeUpKey } from './key-ring.ts';

/**
 * The keys of an embedded installation: a file of mode 0600 beside the database folder, made at the
 * first start. `mayMake` is false when the database exists already: then a missing file is refused,
 * because new keys could not open what the old ones sealed.
 */
export async function embeddedKeys(path: string, mayMake: boolean): Promise<KeyRing> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null) return parseKeys(text);
  if (!mayMake) {
    throw new Error(
      `The key file ${path} is missing, and the database beside it was sealed with it. ` +
        'Put the file back from your backup.',
    );
  }
  const made = makeKeys();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeWhole(path, made);
  return parseKeys(made);
}

/** Makes a key, writes it into the file first, and then seals with it. Returns its id. */
export async function addKeyTo(path: string, ring: KeyRing): Promise<string> {
  const id = nextKeyId(ring);
  const line = makeKey(id);
  await writeWhole(path, `${(await readFile(path, 'utf8')).trimEnd()}\n${line}\n`);
  takeUpKey(ring, id, Buffer.from(line.slice(id.length + 1), 'hex'));
  return id;
}

/**
 * Moves the keys that seal nothing any more into a file beside the key file, and returns its path:
 * backups from before need them. Null where the key file has none.
 */
export async function retireKeysIn(path: string, newestId: string): Promise<string | null> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  const old = lines.filter((line) => !/^lookup:/.test(line) && !line.startsWith(`${newestId}:`));
  if (old.length === 0) return null;
  const retired = join(dirname(path), `retired-before-${newestId}.txt`);
  await writeWhole(retired, `${old.join('\n')}\n`);
  await writeWhole(path, `${lines.filter((line) => !old.includes(line)).join('\n')}\n`);
  return retired;
}

/** Writes a file for its owner only, so that a crash leaves the old one or the new one. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.tmp`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(`${path}.tmp`, 0o600);
  await rename(`${path}.tmp`, path);
}
