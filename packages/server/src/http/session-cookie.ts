import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie's name: with the `__Host-` prefix where the public address is https, so that no other
 * host or path can set it; plain on loopback, where browsers take no Secure cookie over http.
 */
export function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-roadbook' : 'roadbook';
}

/** Hands the browser the token of a session, for as long as the session may last. */
export function setSessionCookie(
  reply: FastifyReply,
  { token, lastsMs }: { readonly token: string; readonly lastsMs: number },
  isHttps: boolean,
): void {
  reply.setCookie(cookieName(isHttps), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    maxAge: lastsMs / 1_000,
  });
}

export function clearSessionCookie(reply: FastifyReply, isHttps: boolean): void {
  reply.clearCookie(cookieName(isHttps), { path: '/', secure: isHttps });
}

/** Browsers keep no cookie for longer. */
const DEVICE_SECONDS = 400 * 86_400;

function deviceCookieName(isHttps: boolean): string {
  return `${cookieName(isHttps)}-device`;
}

/** Lets a browser be known again at its next sign-in. It outlives the session and opens nothing. */
export function setDeviceCookie(reply: FastifyReply, device: string, isHttps: boolean): void {
  reply.setCookie(deviceCookieName(isHttps), device, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    maxAge: DEVICE_SECONDS,
  });
}

export function deviceCookie(request: FastifyRequest, isHttps: boolean): string | null {
  return request.cookies[deviceCookieName(isHttps)] ?? null;
}

export function sessionToken(request: FastifyRequest, isHttps: boolean): string | null {
  return request.cookies[cookieName(isHttps)] ?? null;
}
