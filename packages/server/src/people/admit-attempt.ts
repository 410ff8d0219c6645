import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { networkHash } from './network.ts';
import { countAttempt, type ThrottleRule } from './throttle.sql.ts';

/** Counts an attempt, and refuses it with the seconds to wait where there were too many. */
export async function admitAttempt(
  { store, clock }: Pick<Shell, 'store' | 'clock'>,
  bucket: string,
  rule: ThrottleRule,
): Promise<void> {
  const seconds = await countAttempt(store, bucket, rule, clock());
  if (seconds > 0) throw new ProblemError('too-many-attempts', { seconds: seconds.toString() });
}

/** The bucket in which a network's attempts at something are counted. */
export function networkBucket(
  { ring }: Pick<Shell, 'ring'>,
  what: string,
  address: string,
): string {
  return `${what}:${networkHash(ring, address).toString('hex')}`;
}
