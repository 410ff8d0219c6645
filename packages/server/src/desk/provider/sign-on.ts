import { randomBytes } from 'node:crypto';
import { decode, encode } from '@roadbook/api/wire';
import * as oidc from 'openid-client';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { tokenHash } from '../../people/session.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { type Arrival, countTry, note } from '../staff/enter.ts';
import { insertStaff, resealStaff, setStaffRole, staffOfSubject } from '../staff/staff.sql.ts';
import { sealStaff, subjectHash } from '../staff/staff.ts';
import {
  endStaffCeremony,
  insertStaffCeremony,
  tryStaffCeremony,
} from '../staff/staff-ceremony.sql.ts';
import { openStaffSession } from '../staff/staff-session.ts';
import { askPerson, type Provider, type ProviderPerson, scopesOf } from './provider.ts';
import { sealTokens } from './provider-tokens.ts';

type Begun = { readonly verifier: string; readonly nonce: string };

/** Where to send the browser, and the token of the sign-in that has begun. */
export async function beginSignOn(
  shell: Shell,
  provider: Provider,
  returnTo: string,
  network: string,
): Promise<{ readonly url: string; readonly ceremony: string }> {
  const { store, ring, clock } = shell;
  await countTry(shell, network, null);
  const configuration = await provider.configuration().catch(() => {
    throw new ProblemError('provider-unreachable');
  });
  const begun: Begun = { verifier: oidc.randomPKCECodeVerifier(), nonce: oidc.randomNonce() };
  const state = oidc.randomState();
  const token = randomBytes(32).toString('base64url');
  const hash = tokenHash(token);
  const { keyId, sealed } = seal(ring, identityOf.staffCeremony(hash), encode(begun));
  const row = { token_hash: hash, staff_id: null, proven: '[]', challenge: state };
  await insertStaffCeremony(store, { ...row, key_id: keyId, sealed }, clock());
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: returnTo,
    scope: scopesOf(configuration),
    code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
    state,
    nonce: begun.nonce,
  });
  return { url: url.href, ceremony: token };
}

/** Takes somebody in who comes back from the provider; throws the problem where it cannot. */
export async function finishSignOn(
  shell: Shell,
  provider: Provider,
  returned: URL,
  arrival: Arrival,
): Promise<string> {
  const { store, ring, lender, clock } = shell;
  const hash = tokenHash(arrival.ceremony ?? '');
  const row = await tryStaffCeremony(store, hash, clock());
  const isFirst = row !== undefined && (await endStaffCeremony(store, hash));
  if (!isFirst || row.challenge === null || row.key_id === null || row.sealed === null) {
    throw new ProblemError('sign-in-expired');
  }
  const begun = decode<Begun>(
    unseal(ring, identityOf.staffCeremony(hash), { keyId: row.key_id, sealed: row.sealed }),
  );
  const configuration = await provider.configuration();
  const granted = await oidc.authorizationCodeGrant(configuration, returned, {
    pkceCodeVerifier: begun.verifier,
    expectedNonce: begun.nonce,
    expectedState: row.challenge,
    idTokenExpected: true,
  });
  const claims = granted.claims();
  if (claims === undefined) throw new ProblemError('proof-refused');
  const tokens = {
    subject: claims.sub,
    accessToken: granted.access_token,
    refreshToken: granted.refresh_token ?? null,
  };
  const person = await askPerson(configuration, tokens, lender.staffGroups ?? []);
  const staffId = await accountOf(shell, provider, person);
  const session = {
    staffId,
    device: arrival.device,
    proven: ['provider'] as const,
    provider: {
      sid: typeof claims.sid === 'string' ? claims.sid : null,
      ...sealTokens(ring, staffId, tokens),
    },
  };
  const token = await openStaffSession(store, session, clock());
  await note(shell, 'signed-in', `staff:${staffId}`, arrival);
  return token;
}

/**
 * The account of somebody at the provider, made at their first sign-on. It is never a local account
 * of the same email: whoever could set an email at the provider would own that account.
 */
async function accountOf(shell: Shell, provider: Provider, person: ProviderPerson) {
  const { store, ring, clock } = shell;
  const { role, name, email } = person;
  if (role === null) throw new ProblemError('provider-role-missing');
  const hash = subjectHash(ring, provider.issuer, person.subject);
  const known = await staffOfSubject(store, hash);
  if (known !== undefined) {
    if (known.disabled_at !== null) throw new ProblemError('provider-role-missing');
    await resealStaff(store, known.staff_id, sealStaff(ring, known.staff_id, { name, email }));
    await setStaffRole(store, known.staff_id, role);
    return known.staff_id;
  }
  const staffId = uuidV7(clock());
  const ids = { staffId, emailHash: null, subjectHash: hash, source: 'oidc', role } as const;
  const sealed = sealStaff(ring, staffId, { name, email });
  const isNew = await insertStaff(store, { ...ids, ...sealed }, clock());
  const row = isNew ? undefined : await staffOfSubject(store, hash);
  return row?.staff_id ?? staffId;
}
