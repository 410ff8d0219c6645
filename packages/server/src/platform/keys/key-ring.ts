import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Store } from '../database/store.ts';
import { insertKeyCheck, readKeyChecks } from './key-check.sql.ts';

/**
 * Keys by id. The newest seals; all open. One key more hashes look-ups. A rotation changes the ring
 * that everything shares (`takeUpKey`, `layDownKeys`), so nobody keeps a copy of its parts.
 */
export type KeyRing = {
  readonly newestId: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly lookupKey: Buffer;
};

export type Sealed = { readonly keyId: string; readonly sealed: Buffer };

const KEY_LINE = /^([a-z0-9-]{1,20}):([0-9a-f]{64})$/;

/**
 * Encrypts with AES-256-GCM. The row's identity is associated data: a sealed value that is moved to
 * another row does not open.
 */
export function seal(ring: KeyRing, identity: string, plain: string): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.newestId), nonce);
  cipher.setAAD(Buffer.from(`${ring.newestId}\u0000${identity}`));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return { keyId: ring.newestId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

/** The plain text again; throws when the key, the identity or a byte is not the same. */
export function unseal(ring: KeyRing, identity: string, { keyId, sealed }: Sealed): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ring, keyId), sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(`${keyId}\u0000${identity}`));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/** A keyed hash for look-ups: equal texts of one purpose are equal, nothing else can be learnt. */
export function lookupHash(ring: KeyRing, purpose: string, text: string): Buffer {
  return createHmac('sha256', ring.lookupKey).update(`${purpose}\u0000${text}`).digest();
}

function keyOf(ring: KeyRing, keyId: string): Buffer {
  const key = ring.keys.get(keyId);
  if (key === undefined) throw new Error(`no key with the id ${keyId}`);
  return key;
}

/** Seals with this key from now on. */
export function takeUpKey(ring: KeyRing, id: string, key: Buffer): void {
  Object.assign(ring, { newestId: id, keys: new Map([...ring.keys, [id, key]]) });
}

/** Forgets all keys but the newest. What they sealed does not open any more. */
export function layDownKeys(ring: KeyRing): void {
  const newest = keyOf(ring, ring.newestId);
  Object.assign(ring, { keys: new Map([[ring.newestId, newest]]) });
}

/** Reads keys written as lines or a comma list of `id:64 hex digits`; `lookup` is needed. */
export function parseKeys(text: string): KeyRing {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const [, id, hex] = KEY_LINE.exec(part) ?? [];
    if (id === undefined || hex === undefined) {
      throw new Error('A key is written as id:64-hex-digits; one of the keys is not.');
    }
    keys.set(id, Buffer.from(hex, 'hex'));
  }
  const lookupKey = keys.get('lookup');
  const newestId = [...keys.keys()].filter((id) => id !== 'lookup').at(-1);
  if (lookupKey === undefined || newestId === undefined) {
    throw new Error('The keys need one named "lookup" and at least one more to seal with.');
  }
  keys.delete('lookup');
  return { newestId, keys, lookupKey };
}

/** New random keys in the form `parseKeys` reads. */
export function makeKeys(): string {
  return `lookup:${randomBytes(32).toString('hex')}\n${makeKey('k1')}\n`;
}

/** One new random key, as a line of such keys. */
export function makeKey(id: string): string {
  return `${id}:${randomBytes(32).toString('hex')}`;
}

/** The id of the key after the newest: k2 after k1. None is given twice. */
export function nextKeyId({ newestId }: KeyRing): string {
  const [, number] = /^k(\d+)$/.exec(newestId) ?? [];
  return `k${Number(number ?? 1) + 1}`;
}

/** Refuses keys that are not the ones this database was sealed with. */
export async function checkKeys(store: Store, ring: KeyRing): Promise<void> {
  const checks = await readKeyChecks(store);
  for (const { keyId, sealed } of checks) {
    let opened: string;
    try {
      opened = unseal(ring, `key-check:${keyId}`, { keyId, sealed });
    } catch {
      throw new Error(
        `These keys are not the ones this database was sealed with (key "${keyId}" does not open ` +
          'its check value). Nothing was changed. Start with the right keys.',
      );
    }
    const expected = lookupHash(ring, 'key-check', keyId).toString('hex');
    if (opened !== expected) throw new Error('The lookup key is not the one this database uses.');
  }
  if (checks.some(({ keyId }) => keyId === ring.newestId)) return;
  const plain = lookupHash(ring, 'key-check', ring.newestId).toString('hex');
  await insertKeyCheck(store, seal(ring, `key-check:${ring.newestId}`, plain));
}
