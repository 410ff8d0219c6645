import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../operation/problem-error.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where people reach this server: its origins, and the hosts that requests may name. */
export type PublicAddress = {
  readonly origins: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
};

/** The address that settings name. On this machine alone, all names of it are one. */
export function publicAddress(publicUrl: string): PublicAddress {
  const url = new URL(publicUrl);
  const names = LOOPBACK.has(url.hostname) ? [...LOOPBACK] : [url.hostname];
  const hosts = names.map((name) => (url.port === '' ? name : `${name}:${url.port}`));
  // A client may write the port that its scheme has anyway.
  const written = url.port === '' ? `:${url.protocol === 'https:' ? 443 : 80}` : '';
  return {
    origins: new Set(hosts.map((host) => `${url.protocol}//${host}`)),
    hosts: new Set([...hosts, ...hosts.map((host) => `${host}${written}`)]),
  };
}

/** The public address of a portal, or null where none is set. */
export function addressOf({ publicUrl }: { readonly publicUrl?: string }): PublicAddress | null {
  return publicUrl === undefined ? null : publicAddress(publicUrl);
}

/**
 * Refuses a request for another host: links and cookies of other names are not ours to answer. What
 * asks for the server's health may use any name.
 */
export function checkHost(request: FastifyRequest, address: PublicAddress | null): void {
  if (address === null || request.url.startsWith('/health/')) return;
  if (!address.hosts.has((request.host ?? '').toLowerCase())) throw new ProblemError('wrong-host');
}
