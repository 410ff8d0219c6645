/** As many names as there may be sessions of one server that are looked at every day. */
const KEPT_MAX = 20_000;

const names = new Map<string, string>();

/**
 * Keeps the first name of somebody who has just signed in, for as long as this server runs, so that
 * a look at the session opens no sealed person.
 */
export function keepGreeting(tokenHash: Buffer, firstName: string): void {
  const [oldest] = names.keys();
  if (names.size >= KEPT_MAX && oldest !== undefined) names.delete(oldest);
  names.set(tokenHash.toString('hex'), firstName);
}

/** The first name of a session; null where another server, or an earlier start, opened it. */
export function greetingOf(tokenHash: Buffer): string | null {
  return names.get(tokenHash.toString('hex')) ?? null;
}

export function forgetGreeting(tokenHash: Buffer): void {
  names.delete(tokenHash.toString('hex'));
}
