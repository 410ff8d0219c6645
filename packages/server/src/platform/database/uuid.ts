import { hash, randomUUID } from 'node:crypto';

/** A UUID version 7 (RFC 9562): time first, so that new rows land together. */
export function uuidV7(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0');
  // A random UUID of version 4 has its random digits, and its variant, in the same places.
  const random = randomUUID().slice('xxxxxxxx-xxxx-4'.length);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}`;
}

/** The digit of a UUID that holds the variant, by its two free bits. */
const VARIANTS = '89ab';

/**
 * The same UUID for the same name (version 8, our own): boarding twice cannot make two contracts.
 */
export function namedUuid(...parts: readonly string[]): string {
  const hex = hash('sha256', parts.join('\u0000'));
  const variant = VARIANTS[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
