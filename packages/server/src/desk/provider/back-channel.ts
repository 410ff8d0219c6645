import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { subjectHash } from '../staff/staff.ts';
import { deleteProviderSessions } from '../staff/staff-session.sql.ts';
import type { Provider } from './provider.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** An older token is a copy of one. */
const FRESH = '2m';
/** Two machines' clocks are never the same. */
const CLOCKS_DIFFER_SECONDS = 30;

/** The provider's keys, fetched once and again when an unknown key signs. */
export function createBackChannel(provider: Provider) {
  let keys: ReturnType<typeof createRemoteJWKSet> | null = null;
  return async (shell: Shell, logoutToken: string): Promise<number> => {
    const { jwks_uri: address } = (await provider.configuration()).serverMetadata();
    if (address === undefined) throw new ProblemError('provider-unreachable');
    keys ??= createRemoteJWKSet(new URL(address));
    const { payload } = await jwtVerify(logoutToken, keys, {
      issuer: provider.issuer,
      audience: provider.clientId,
      maxTokenAge: FRESH,
      clockTolerance: CLOCKS_DIFFER_SECONDS,
      currentDate: new Date(shell.clock()),
      requiredClaims: ['iat', 'jti', 'events'],
    }).catch(() => {
      throw new ProblemError('proof-refused');
    });
    return endWhatIsSaid(shell, provider, payload);
  };
}

/** OpenID Connect Back-Channel Logout 1.0, 2.6: an event, a subject or a session, no nonce. */
async function endWhatIsSaid(shell: Shell, provider: Provider, payload: JWTPayload) {
  const { sub, sid, events, nonce } = payload as JWTPayload & {
    readonly sid?: unknown;
    readonly nonce?: unknown;
    readonly events?: Readonly<Record<string, unknown>>;
  };
  const isLogout = typeof events === 'object' && events !== null && EVENT in events;
  const session = typeof sid === 'string' ? sid : null;
  if (!isLogout || nonce !== undefined || (sub === undefined && session === null)) {
    throw new ProblemError('proof-refused');
  }
  const who = sub === undefined ? null : subjectHash(shell.ring, provider.issuer, sub);
  return deleteProviderSessions(shell.store, { sid: session, subjectHash: who });
}
