import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../operation/problem-error.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Changes with a cookie are only taken from our own pages: the browser says where a request comes
 * from in Sec-Fetch-Site and Origin, and scripts cannot change either.
 */
export function checkOrigin(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new ProblemError('wrong-origin');
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (hostOf(origin) !== request.host) throw new ProblemError('wrong-origin');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
