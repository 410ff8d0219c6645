/** The lender's sign-on provider for tests: the real oidc-provider, and people to remove. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export type Colleague = { readonly name: string; groups: readonly string[] };

export type SignOnProvider = {
  readonly issuer: string;
  /** Everybody who works there; taking one out is being removed at the provider. */
  readonly people: Map<string, Colleague>;
  /** Whom the provider's own sign-in page lets in next. */
  signsIn: string;
  /** Signs a back-channel logout token as the provider does. */
  readonly logoutToken: (claims: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly end: () => Promise<void>;
};

export const CLIENT = { clientId: 'desk', clientSecret: 'a secret of the desk and nobody else' };

/** The few parts of the package that are used here; it brings no types. */
type OidcProvider = {
  callback: () => (request: IncomingMessage, response: ServerResponse) => void;
  interactionDetails: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<{
    prompt: { name: string };
    params: { client_id: string; scope: string };
    session?: { accountId: string };
  }>;
  interactionFinished: (
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
  ) => Promise<void>;
  Grant: new (of: object) => { addOIDCScope: (scope: string) => void; save: () => Promise<string> };
};

export async function openSignOnProvider(redirectUri: string): Promise<SignOnProvider> {
  const package_: string = 'oidc-provider';
  const { default: Provider } = (await import(package_)) as {
    default: new (issuer: string, settings: object) => OidcProvider;
  };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'test', use: 'sig', alg: 'RS256' };
  const people = new Map<string, Colleague>();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['only for tests'] },
    scopes: ['openid', 'offline_access', 'groups'],
    claims: { openid: ['sub', 'sid'], profile: ['name'], email: ['email'], groups: ['groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => {
      const person = people.get(id);
      if (person === undefined) return undefined;
      const claims = () => ({ sub: id, email: `${id}@larkspur.example`, ...person });
      return { accountId: id, claims };
    },
  });
  const made: SignOnProvider = {
    issuer,
    people,
    signsIn: '',
    logoutToken: (claims) =>
      new SignJWT({
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'logout+jwt' })
        .setIssuer(issuer)
        .setAudience(CLIENT.clientId)
        .setIssuedAt()
        .setJti(crypto.randomUUID())
        .sign(privateKey),
    end: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return answer(request, response);
    void interact(provider, made, request, response);
  });
  return made;
}

/** The provider's own pages: whoever is to sign in does, and consents. */
async function interact(
  provider: OidcProvider,
  { signsIn }: SignOnProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const login = { login: { accountId: signsIn } };
    return provider.interactionFinished(request, response, login);
  }
  const of = { accountId: session?.accountId ?? signsIn, clientId: params.client_id };
  const grant = new provider.Grant(of);
  grant.addOIDCScope(params.scope);
  const consent = { consent: { grantId: await grant.save() } };
  return provider.interactionFinished(request, response, consent);
}
