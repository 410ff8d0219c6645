import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Cookies know no ports: portal and desk on one host see each other's. So the desk's have names of
 * their own, and neither server reads the other's.
 */
export function deskCookieName(isHttps: boolean): string {
  return isHttps ? '__Host-roadbook-desk' : 'roadbook-desk';
}

const ceremonyName = (isHttps: boolean): string => `${deskCookieName(isHttps)}-sign-in`;

function set(
  reply: FastifyReply,
  name: string,
  value: string,
  seconds: number,
  isHttps: boolean,
): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    // Not "strict": the way back from a sign-on provider is a link of another site.
    sameSite: 'lax',
    secure: isHttps,
    maxAge: seconds,
  });
}

export function setDeskSession(
  reply: FastifyReply,
  token: string,
  seconds: number,
  isHttps: boolean,
): void {
  set(reply, deskCookieName(isHttps), token, seconds, isHttps);
  reply.clearCookie(ceremonyName(isHttps), { path: '/', secure: isHttps });
}

export function clearDeskSession(reply: FastifyReply, isHttps: boolean): void {
  reply.clearCookie(deskCookieName(isHttps), { path: '/', secure: isHttps });
}

export function deskToken(request: FastifyRequest, isHttps: boolean): string | null {
  return request.cookies[deskCookieName(isHttps)] ?? null;
}

/** The cookie of a sign-in that has begun and has opened nothing yet. */
export function setCeremony(
  reply: FastifyReply,
  token: string,
  seconds: number,
  isHttps: boolean,
): void {
  set(reply, ceremonyName(isHttps), token, seconds, isHttps);
}

export function ceremonyToken(request: FastifyRequest, isHttps: boolean): string | null {
  return request.cookies[ceremonyName(isHttps)] ?? null;
}
