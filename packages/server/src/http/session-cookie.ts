import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../people/sign-in/open-session.ts';
import type { Visitor } from '../people/sign-in/visitor.ts';

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
    // Cookies take whole seconds only, and a session that goes on has seldom whole ones left.
    maxAge: Math.floor(lastsMs / 1_000),
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

function ceremonyCookieName(isHttps: boolean): string {
  return `${cookieName(isHttps)}-ceremony`;
}

/** Ties a browser to what it is proving. It opens nothing, and goes with the browser. */
export function setCeremonyCookie(reply: FastifyReply, token: string, isHttps: boolean): void {
  reply.setCookie(ceremonyCookieName(isHttps), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
  });
}

export function clearCeremonyCookie(reply: FastifyReply, isHttps: boolean): void {
  reply.clearCookie(ceremonyCookieName(isHttps), { path: '/', secure: isHttps });
}

/** Who sends a request without a session. */
export function visitorOf(request: FastifyRequest, isHttps: boolean): Visitor {
  return {
    network: request.ip,
    device: deviceCookie(request, isHttps),
    userAgent: request.headers['user-agent'] ?? '',
    earlierToken: sessionToken(request, isHttps),
    ceremonyToken: request.cookies[ceremonyCookieName(isHttps)] ?? null,
  };
}

/** Hands a browser the session that was opened for it. */
export function welcome(reply: FastifyReply, signedIn: SignedIn, isHttps: boolean): void {
  setSessionCookie(reply, signedIn, isHttps);
  setDeviceCookie(reply, signedIn.device, isHttps);
}
