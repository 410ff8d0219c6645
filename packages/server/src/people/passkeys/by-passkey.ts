import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt, networkBucket } from '../admit-attempt.ts';
import { beginCeremony, findCeremony, type OpenCeremony, proved } from '../ceremony/ceremony.ts';
import { ceremonyFor, goOn, type Progress, stepNow, waysOf } from '../ceremony/progress.ts';
import { networkHash } from '../network.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { ThrottleRule } from '../throttle.sql.ts';
import { challengeScope, type Site } from './challenge.ts';
import { checkPasskey, passkeyOptions } from './check-passkey.ts';

/** A page of the sign-in asks for a challenge each time that it is opened. */
const PER_NETWORK: ThrottleRule = { attempts: 300, windowSeconds: 900 };

/** A challenge for the ceremony that the browser is in, or for a new one. */
export async function askForPasskey(
  shell: Shell,
  visitor: Visitor,
  site: Site,
): Promise<{ readonly options: Record<string, unknown>; readonly ceremonyToken: string | null }> {
  await countNetwork(shell, visitor);
  const ongoing = await ceremonyThatAsks(shell, visitor);
  if (ongoing !== null) {
    const scope = challengeScope(ongoing.tokenHash, ongoing.purpose);
    const options = await passkeyOptions(shell, site, scope, ongoing.personId);
    return { options, ceremonyToken: null };
  }
  const { store, ring, clock } = shell;
  const ceremonyToken = await beginCeremony(
    store,
    {
      purpose: 'sign-in',
      personId: null,
      proven: [],
      networkHash: networkHash(ring, visitor.network),
    },
    clock(),
  );
  const begun = await ceremonyFor(shell, { ceremonyToken });
  const scope = challengeScope(begun.tokenHash, begun.purpose);
  return { options: await passkeyOptions(shell, site, scope, null), ceremonyToken };
}

/** The ceremony of the browser, if a passkey is what it asks of somebody known. */
async function ceremonyThatAsks(shell: Shell, visitor: Visitor): Promise<OpenCeremony | null> {
  const { ceremonyToken } = visitor;
  const found =
    ceremonyToken === null ? null : await findCeremony(shell.store, ceremonyToken, shell.clock());
  if (found === null || found.personId === null) return null;
  const { step } = await stepNow(shell, found, visitor);
  return waysOf(step).includes('passkey') ? found : null;
}

/** Takes the answer of a passkey: who has it is in, unless the ceremony is somebody else's. */
export async function proveByPasskey(
  shell: Shell,
  visitor: Visitor,
  site: Site,
  credential: unknown,
): Promise<Progress> {
  await countNetwork(shell, visitor);
  const ceremony = await ceremonyFor(shell, visitor);
  const scope = challengeScope(ceremony.tokenHash, ceremony.purpose);
  const personId = await checkPasskey(shell, site, scope, credential);
  if (ceremony.personId !== null && ceremony.personId !== personId) {
    throw new ProblemError('passkey-refused');
  }
  const next = await proved(shell.store, ceremony, 'passkey', { personId });
  if (next === null) throw new ProblemError('ceremony-over');
  return goOn(shell, next, visitor);
}

function countNetwork(shell: Shell, { network }: Visitor): Promise<void> {
  return admitAttempt(shell, networkBucket(shell, 'passkey-network', network), PER_NETWORK);
}
