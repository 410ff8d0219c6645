import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type KeyRing, lookupHash } from '../platform/keys/key-ring.ts';

/** A new device cookie: a random name and our signature of it. It says nothing of the person. */
export function makeDevice(ring: KeyRing): string {
  const name = randomBytes(24).toString('base64url');
  return `${name}.${signatureOf(ring, name)}`;
}

/** What is stored of a device cookie; null when it is none that we signed. */
export function deviceHash(ring: KeyRing, cookie: string | null): Buffer | null {
  const [name = '', signature = ''] = (cookie ?? '').split('.');
  if (name === '') return null;
  const ours = Buffer.from(signatureOf(ring, name));
  const theirs = Buffer.from(signature);
  const isOurs = ours.length === theirs.length && timingSafeEqual(ours, theirs);
  return isOurs ? hash('sha256', name, 'buffer') : null;
}

function signatureOf(ring: KeyRing, name: string): string {
  return lookupHash(ring, 'device', name).toString('base64url');
}
