import * as oidc from 'openid-client';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { setStaffRole } from '../staff/staff.sql.ts';
import {
  deleteStaffSession,
  keepProviderTokens,
  type StaffSessionRow,
} from '../staff/staff-session.sql.ts';
import { askPerson, isRefusal, type Provider, type ProviderTokens } from './provider.ts';
import { sealTokens, tokensOf } from './provider-tokens.ts';

/**
 * A session that was confirmed longer ago is confirmed before its request is answered. So somebody
 * who was removed at the provider is out within a minute, whatever they press.
 */
const CONFIRMED_FOR_MS = 45_000;

/** Confirms sessions of the provider; requests of one session at once ask it together. */
export function createRecheck(
  provider: Provider | null,
): (shell: Shell, row: StaffSessionRow) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  return async (shell, row) => {
    if (row.source !== 'oidc') return;
    const checkedMs = Date.parse(row.checked_at ?? '1970-01-01');
    if (provider !== null && shell.clock() - checkedMs < CONFIRMED_FOR_MS) return;
    const id = row.session_id;
    const asked =
      underWay.get(id) ??
      confirm(shell, provider, row).finally(() => {
        underWay.delete(id);
      });
    underWay.set(id, asked);
    await asked;
  };
}

/** Asks the provider, and ends the session where it says no. Silence ends nothing. */
async function confirm(
  shell: Shell,
  provider: Provider | null,
  row: StaffSessionRow,
): Promise<void> {
  const { store, ring, lender, clock } = shell;
  const tokens = tokensOf(ring, row);
  const end = async (): Promise<never> => {
    await deleteStaffSession(store, row.token_hash);
    throw new ProblemError('not-signed-in');
  };
  // A provider that is no longer configured vouches for nobody.
  if (provider === null || tokens === null) return end();
  let told: Awaited<ReturnType<typeof askWith>>;
  try {
    told = await askWith(await provider.configuration(), tokens, lender.staffGroups ?? []);
  } catch (error) {
    if (isRefusal(error)) return end();
    throw new ProblemError('provider-unreachable');
  }
  const { role } = told.person;
  if (role === null) return end();
  if (role !== row.role) await setStaffRole(store, row.staff_id, role);
  const sealed = sealTokens(ring, row.staff_id, told.tokens);
  await keepProviderTokens(store, row.token_hash, sealed, clock());
}

/** Asks with the access token; one that has run out is renewed, if the provider gave the means. */
async function askWith(
  configuration: oidc.Configuration,
  tokens: ProviderTokens,
  table: Parameters<typeof askPerson>[2],
) {
  try {
    return { person: await askPerson(configuration, tokens, table), tokens };
  } catch (error) {
    if (!isRefusal(error) || tokens.refreshToken === null) throw error;
    const granted = await oidc.refreshTokenGrant(configuration, tokens.refreshToken);
    const renewed = {
      ...tokens,
      accessToken: granted.access_token,
      refreshToken: granted.refresh_token ?? tokens.refreshToken,
    };
    return { person: await askPerson(configuration, renewed, table), tokens: renewed };
  }
}
