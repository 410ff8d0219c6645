import type { FastifyRequest } from 'fastify';
import type { Site } from '../people/passkeys/challenge.ts';

/**
 * Where the portal is, as a passkey is bound to it: the host that was asked, which was held against
 * the public address before.
 */
export function siteOf(request: FastifyRequest, isHttps: boolean): Site {
  const { origin, hostname } = new URL(`${isHttps ? 'https' : 'http'}://${request.host}`);
  return { rpId: hostname, origin };
}
