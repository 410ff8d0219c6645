import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainRule } from '@roadbook/api/plain-rule';
import { z } from 'zod';
import type { ProviderSettings } from '../desk/provider/provider.ts';
import {
  MAIL_SERVER_RULE,
  type MailServer,
  readMailServer,
} from '../platform/post/carriers/mail-server.ts';
import { isMailAddress } from '../platform/post/carriers/mail-text.ts';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Digits only: as JavaScript reads numbers, "1e3" and "0x50" would be ports as well. */
const whole = (rule: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .pipe(z.int(rule).min(min, rule).max(max, rule));
const port = whole('a port from 1 to 65534', 1, 65_534);
const flag = z.enum(['0', '1']).default('0');

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

const TEXTS_RULE = 'the https address that takes texts; http only on this machine';

/** Texts hold codes and personal data, so that they leave this machine encrypted. */
function isTextGateway(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

const Environment = z.object({
  PORT: port.default(4_000),
  STAFF_PORT: port.optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'the address people use: https://…' })
    .optional(),
  STAFF_URL: z.url({ protocol: /^https?$/, error: 'the address staff use: https://…' }).optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'an address such as postgres://user@host/name' })
    .optional(),
  ROADBOOK_DATA: z.string().min(1).optional(),
  ROADBOOK_KEYS: z.string().min(1).optional(),
  ROADBOOK_LENDER: z.string().min(1).optional(),
  ROADBOOK_SIMULATE: flag,
  ROADBOOK_DEMO: z.enum(['0', '1']).default('1'),
  ROADBOOK_TRUST_PROXY: flag,
  ROADBOOK_OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'the address of your sign-on provider: https://…' })
    .optional(),
  ROADBOOK_OIDC_CLIENT_ID: z.string().min(1).optional(),
  ROADBOOK_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  ROADBOOK_SMTP: z
    .string()
    .refine((text) => readMailServer(text) !== null, MAIL_SERVER_RULE)
    .transform(readMailServer)
    .optional(),
  ROADBOOK_MAIL_FROM: z
    .string()
    .refine(isMailAddress, 'a mail address: post@lender.example')
    .optional(),
  ROADBOOK_TEXTS: z.string().refine(isTextGateway, TEXTS_RULE).optional(),
  ROADBOOK_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  ROADBOOK_PREPARED: z.enum(['0', '1']).default('1'),
  ROADBOOK_POOL: whole('a whole number from 2 to 200', 2, 200).default(12),
});

/** How this process runs, from the environment. */
export type Settings = {
  readonly port: number;
  readonly staffPort: number;
  readonly host: string;
  readonly isHttps: boolean;
  readonly publicUrl: string;
  /** The address of the desk; null where nobody said it and none can be derived. */
  readonly staffUrl: string | null;
  /** The lender's sign-on provider for staff, or null. */
  readonly provider: ProviderSettings | null;
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly keys: string | null;
  readonly lenderFile: string | undefined;
  readonly simulate: boolean;
  readonly demo: boolean;
  /** Nobody but this machine reaches the server: only then may known passwords exist. */
  readonly isLocal: boolean;
  readonly trustProxy: boolean;
  /** Who carries mail, or null. */
  readonly mailServer: MailServer | null;
  /** The address that letters come from; the lender’s own where null. */
  readonly mailFrom: string | null;
  /** Where texts are handed over, or null. */
  readonly textsUrl: string | null;
  /** What is written to people goes to the mailbox of the demonstration, and nowhere else. */
  readonly simulatesPost: boolean;
  readonly logLevel: string;
  readonly poolSize: number;
  /** Statements are prepared once per connection; a pooler may not allow it. */
  readonly prepared: boolean;
};

/** A setting that cannot be obeyed; its sentence says which and what would be. */
export class SettingsError extends Error {}

/** Settings that hold a password or a key: their values are never repeated. */
const SECRET: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'ROADBOOK_KEYS',
  'ROADBOOK_OIDC_CLIENT_SECRET',
  'ROADBOOK_SMTP',
  'ROADBOOK_TEXTS',
]);

/**
 * Reads the settings. Refused: a value that breaks its rule, and a plain-http address on anything
 * but loopback, because session cookies would travel in the clear.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = withoutEmpty(environment);
  const parsed = Environment.safeParse(given, { error: plainRule });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      const value = SECRET.has(name) ? '(not shown)' : given[name];
      return `${name}=${value}: give ${message}`;
    });
    throw new SettingsError(`A setting is not as it should be:\n  ${faults.join('\n  ')}`);
  }
  const env = parsed.data;
  const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  const publicUrl = env.PUBLIC_URL ?? `http://${host}:${env.PORT}`;
  const isHttps = publicUrl.startsWith('https:');
  if (!isHttps && LOOPBACK.has(env.HOST) && !LOOPBACK.has(new URL(publicUrl).hostname)) {
    throw new SettingsError(
      `PUBLIC_URL=${publicUrl} is an address for others, and it is not https: sign-ins would ` +
        'travel in the clear. Give the https address people use.',
    );
  }
  if (!LOOPBACK.has(env.HOST) && !isHttps) {
    throw new SettingsError(
      `HOST=${env.HOST} is open to others, but the public address ${publicUrl} is no https. ` +
        'Set PUBLIC_URL to the https address people use, or leave HOST at 127.0.0.1.',
    );
  }
  const isLocal = LOOPBACK.has(env.HOST) && LOOPBACK.has(new URL(publicUrl).hostname);
  const mailServer = env.ROADBOOK_SMTP ?? null;
  // A book of one's own may be tried like the demonstration, where that is said.
  const isDemo = env.ROADBOOK_DEMO === '1' || env.ROADBOOK_SIMULATE === '1';
  const isRehearsal = env.DATABASE_URL === undefined || env.ROADBOOK_SIMULATE === '1';
  return {
    port: env.PORT,
    host: env.HOST,
    isHttps,
    publicUrl,
    ...deskSettings(env, publicUrl),
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(PROJECT, env.ROADBOOK_DATA ?? '.roadbook'),
    keys: env.ROADBOOK_KEYS ?? null,
    lenderFile: env.ROADBOOK_LENDER && resolve(PROJECT, env.ROADBOOK_LENDER),
    simulate: env.ROADBOOK_SIMULATE === '1',
    demo: env.ROADBOOK_DEMO === '1',
    isLocal,
    trustProxy: env.ROADBOOK_TRUST_PROXY === '1',
    mailServer,
    mailFrom: env.ROADBOOK_MAIL_FROM ?? null,
    textsUrl: env.ROADBOOK_TEXTS ?? null,
    // Whoever reaches the mailbox reads everybody’s mail: nobody else may reach it.
    simulatesPost: isDemo && isLocal && isRehearsal && mailServer === null,
    logLevel: env.ROADBOOK_LOG,
    poolSize: env.ROADBOOK_POOL,
    prepared: env.ROADBOOK_PREPARED === '1',
  };
}

/**
 * Where the desk is. On loopback it is beside the portal; for others its address has to be said,
 * with https, and it is another origin than the portal's.
 */
function deskSettings(
  env: z.output<typeof Environment>,
  publicUrl: string,
): Pick<Settings, 'staffPort' | 'staffUrl' | 'provider'> {
  const staffPort = env.STAFF_PORT ?? env.PORT + 1;
  if (staffPort === env.PORT) {
    throw new SettingsError(`STAFF_PORT=${staffPort} is the portal's port. Give another one.`);
  }
  const portal = new URL(publicUrl);
  const beside = LOOPBACK.has(portal.hostname) ? `http://${portal.hostname}:${staffPort}` : null;
  const staffUrl = env.STAFF_URL ?? (portal.protocol === 'http:' ? beside : null);
  if (staffUrl !== null) {
    const desk = new URL(staffUrl);
    if (desk.protocol !== 'https:' && !LOOPBACK.has(desk.hostname)) {
      throw new SettingsError(`STAFF_URL=${staffUrl} is an address for others and is not https.`);
    }
    if (desk.origin === portal.origin) {
      throw new SettingsError(`STAFF_URL=${staffUrl} is the portal's address. Give another one.`);
    }
  }
  return { staffPort, staffUrl, provider: providerSettings(env) };
}

function providerSettings(env: z.output<typeof Environment>): ProviderSettings | null {
  const issuer = env.ROADBOOK_OIDC_ISSUER;
  const clientId = env.ROADBOOK_OIDC_CLIENT_ID;
  const clientSecret = env.ROADBOOK_OIDC_CLIENT_SECRET;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new SettingsError(
      'A sign-on provider needs all three: ROADBOOK_OIDC_ISSUER, ROADBOOK_OIDC_CLIENT_ID and ' +
        'ROADBOOK_OIDC_CLIENT_SECRET.',
    );
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !LOOPBACK.has(hostname)) {
    throw new SettingsError(`ROADBOOK_OIDC_ISSUER=${issuer} is not https.`);
  }
  return { issuer, clientId, clientSecret };
}

/**
 * What an operator should know when people come by https: this program speaks http only, so that a
 * proxy stands before it, and untrusted it makes everybody come from one network.
 */
export function proxyWarning({ isHttps, trustProxy }: Settings): string | null {
  if (!isHttps || trustProxy) return null;
  return (
    'PUBLIC_URL is https, and no proxy is trusted: everybody seems to come from the proxy, so ' +
    'that one attacker slows all sign-ins down. If the proxy sets X-Forwarded-For, set ' +
    'ROADBOOK_TRUST_PROXY=1.'
  );
}

/** The folders of the built portal and desk. */
export const PAGES_FOLDER = resolve(PROJECT, 'packages/web/dist/portal');
export const DESK_FOLDER = resolve(PROJECT, 'packages/web/dist/desk');

function withoutEmpty(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
    ),
  );
}
