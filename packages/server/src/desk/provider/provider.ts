import { type GroupRole, roleOfGroups, type StaffRole } from '@roadbook/domain/person/staff-role';
import * as oidc from 'openid-client';

/** How the lender's sign-on provider is reached. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** The provider as it described itself, asked once and again after a failure. */
export type Provider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly configuration: () => Promise<oidc.Configuration>;
};

/** What the provider gave for a session: sealed in the session's row. */
export type ProviderTokens = {
  readonly subject: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
};

/** Somebody as the provider tells them at this moment. */
export type ProviderPerson = {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole | null;
};

export function createProvider({ issuer, clientId, clientSecret }: ProviderSettings): Provider {
  let asked: Promise<oidc.Configuration> | null = null;
  const url = new URL(issuer);
  // Plain http is for tests on this machine; settings refuse it for any other host.
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return {
    issuer,
    clientId,
    configuration: () => {
      asked ??= oidc.discovery(url, clientId, clientSecret, undefined, { execute });
      asked.catch(() => {
        asked = null;
      });
      return asked;
    },
  };
}

const WANTED_SCOPES = ['openid', 'profile', 'email', 'groups', 'offline_access'];

/** The scopes that we want and the provider has. */
export function scopesOf(configuration: oidc.Configuration): string {
  const has = configuration.serverMetadata().scopes_supported ?? WANTED_SCOPES;
  return WANTED_SCOPES.filter((scope) => scope === 'openid' || has.includes(scope)).join(' ');
}

/** Asks the provider who somebody is now; their groups make their role by the lender's table. */
export async function askPerson(
  configuration: oidc.Configuration,
  { accessToken, subject }: ProviderTokens,
  table: readonly GroupRole[],
): Promise<ProviderPerson> {
  const told = await oidc.fetchUserInfo(configuration, accessToken, subject);
  const groups = Array.isArray(told.groups) ? told.groups.map(String) : [];
  const email = told.email ?? '';
  return {
    subject,
    name: told.name ?? (email === '' ? subject : email),
    email,
    role: roleOfGroups(groups, table),
  };
}

/** Whether the provider said no, and not merely nothing. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof oidc.WWWAuthenticateChallengeError) return true;
  return error instanceof oidc.ResponseBodyError && error.status >= 400 && error.status < 500;
}
