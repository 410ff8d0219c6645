import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { findToken, tokenId } from './api-token.ts';
import { recordAct } from './audit-trail.sql.ts';
import { networkHash } from './network.ts';
import { countAttempt, type ThrottleRule } from './throttle.sql.ts';

const GUESSES: ThrottleRule = { attempts: 100, windowSeconds: 900 };
const USE_EVERY_MS = 60_000;
const USES_KEPT_MAX = 10_000;

/** When the use of a token from a network was last recorded. */
const used = new Map<string, number>();

/**
 * Lets a system in by its token and records that it came, at most once a minute for each network.
 * Tokens that are none are counted for each network, and too many are turned away.
 */
export async function admitToken(
  { store, ring, clock }: Pick<Shell, 'store' | 'ring' | 'clock'>,
  token: string | null,
  address: string,
): Promise<string> {
  const hashed = networkHash(ring, address);
  const name = token === null ? null : await findToken(store, token, 'integrator');
  const nowMs = clock();
  if (name === null || token === null) {
    const bucket = `token-network:${hashed.toString('hex')}`;
    const seconds = await countAttempt(store, bucket, GUESSES, nowMs);
    await recordAct(
      store,
      { what: 'token-refused', subject: 'network', networkHash: hashed },
      nowMs,
    );
    if (seconds > 0) throw new ProblemError('too-many-attempts', { seconds: seconds.toString() });
    throw new ProblemError('token-refused');
  }
  const subject = `token:${tokenId(token)}`;
  const use = `${subject} ${hashed.toString('hex')}`;
  if (nowMs - (used.get(use) ?? 0) >= USE_EVERY_MS) {
    if (used.size >= USES_KEPT_MAX) used.clear();
    used.set(use, nowMs);
    await recordAct(store, { what: 'token-used', subject, networkHash: hashed }, nowMs);
  }
  return name;
}
