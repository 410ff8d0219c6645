import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../operation/problem-error.ts';
import type { PublicAddress } from './public-address.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Changes with a cookie are only taken from our own pages: the browser says where a request comes
 * from in Sec-Fetch-Site and Origin, and scripts cannot change either. Where no public address is
 * set, our own pages are those of the host that was asked.
 */
export function checkOrigin(request: FastifyRequest, address: PublicAddress | null): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new ProblemError('wrong-origin');
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  const isOurs =
    address === null ? hostOf(origin) === request.host : address.origins.has(origin.toLowerCase());
  if (!isOurs) throw new ProblemError('wrong-origin');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
