import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { beginCeremony } from '../ceremony/ceremony.ts';
import { addressesOf, waysOf } from '../ceremony/progress.ts';
import { networkHash } from '../network.ts';
import { checkPassword } from './check-password.ts';
import { openIfProven, type SignedIn } from './open-session.ts';
import type { Visitor } from './visitor.ts';

/** A right password: a session, or a ceremony in which one more proof is asked for. */
export type ByPassword =
  | { readonly signedIn: SignedIn }
  | { readonly signedIn: null; readonly ceremonyToken: string; readonly problem: ProblemError };

/** Checks a login and a password; throws the problem where they do not belong together. */
export async function signInByPassword(
  shell: Shell,
  visitor: Visitor,
  typed: { readonly login: string; readonly password: string },
): Promise<ByPassword> {
  const { store, ring, clock } = shell;
  const { network, device } = visitor;
  const outcome = await checkPassword(store, ring, { ...typed, network, device }, clock());
  if (outcome.outcome === 'throttled') {
    throw new ProblemError('too-many-attempts', { seconds: outcome.seconds.toString() });
  }
  if (outcome.outcome === 'busy') throw new ProblemError('busy');
  if (outcome.outcome === 'refused') throw new ProblemError('sign-in-refused');
  const { personId } = outcome;
  const proven = ['password'] as const;
  const claim = { purpose: 'sign-in', proven, personId, waitIsOver: false } as const;
  const { step, file, signedIn } = await openIfProven(shell, claim, visitor);
  if (signedIn !== null) return { signedIn };
  const begun = { purpose: 'sign-in', personId, proven } as const;
  const hashed = networkHash(ring, network);
  const ceremonyToken = await beginCeremony(store, { ...begun, networkHash: hashed }, clock());
  const { mail, phone } = addressesOf(file);
  const facts = {
    ways: waysOf(step).join(', '),
    ...(mail === null ? {} : { mail }),
    ...(phone === null ? {} : { phone }),
  };
  return { signedIn: null, ceremonyToken, problem: new ProblemError('second-proof-needed', facts) };
}
