import type { GuestAmountTyped } from '@roadbook/api/served-page';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import type { PortalOptions } from '../portal-options.ts';
import { cookieName } from '../session-cookie.ts';

/**
 * How far a guest has come, sealed in a cookie of this browser: nothing is stored on the server
 * until the payment is made.
 */
export type GuestState = {
  readonly pass: string;
  readonly typed: GuestAmountTyped;
  readonly amountCents: string | null;
  /** The key of the payment: pressing the button twice pays once. */
  readonly key: string;
  readonly reference: string | null;
};

const COOKIE_SECONDS = 30 * 60;

function stateCookie(isHttps: boolean): string {
  return `${cookieName(isHttps)}-guest`;
}

/** Keeps how far a guest has come in the browser's cookie. */
export function keepState(
  reply: FastifyReply,
  { isHttps }: PortalOptions,
  ring: KeyRing,
  state: GuestState,
): void {
  const { keyId, sealed } = seal(ring, 'guest-state', JSON.stringify(state));
  reply.setCookie(stateCookie(isHttps), `${keyId}.${sealed.toString('base64url')}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    maxAge: COOKIE_SECONDS,
  });
}

/** The state in the browser's cookie; null where there is none, or none that we sealed. */
export function stateOf(
  request: FastifyRequest,
  { isHttps }: PortalOptions,
  ring: KeyRing,
): GuestState | null {
  const [keyId = '', sealed = ''] = (request.cookies[stateCookie(isHttps)] ?? '').split('.');
  try {
    const body = Buffer.from(sealed, 'base64url');
    return JSON.parse(unseal(ring, 'guest-state', { keyId, sealed: body })) as GuestState;
  } catch {
    return null;
  }
}
