/** Addresses of one kind, such as emails: the one that counts first, and others beside it. */
export type ContactPoints = { readonly main: string | null; readonly more: readonly string[] };

/** So many of a kind are kept of a person. */
export const CONTACT_POINTS_MOST = 3;

export type ContactRefusal =
  | 'contact-known'
  | 'too-many-contacts'
  | 'contact-not-found'
  | 'last-contact';

/** The addresses after a change, or why it cannot be made. */
export type ContactOutcome =
  | { readonly points: ContactPoints }
  | { readonly refusal: ContactRefusal };

export function allPoints({ main, more }: ContactPoints): readonly string[] {
  return main === null ? more : [main, ...more];
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Adds an address; the first one is the main one whatever was wished. */
export function addPoint(points: ContactPoints, to: string, asMain: boolean): ContactOutcome {
  const all = allPoints(points);
  if (all.some((each) => same(each, to))) return { refusal: 'contact-known' };
  if (all.length >= CONTACT_POINTS_MOST) return { refusal: 'too-many-contacts' };
  return { points: ordered(asMain ? [to, ...all] : [...all, to]) };
}

/** Takes an address away. The last one stays where it is needed. */
export function removePoint(points: ContactPoints, to: string, mayBeLast: boolean): ContactOutcome {
  const all = allPoints(points);
  const rest = all.filter((each) => !same(each, to));
  if (rest.length === all.length) return { refusal: 'contact-not-found' };
  if (rest.length === 0 && !mayBeLast) return { refusal: 'last-contact' };
  return { points: ordered(rest) };
}

/** Lets another address that is there count first. */
export function makeMain(points: ContactPoints, to: string): ContactOutcome {
  const all = allPoints(points);
  const found = all.find((each) => same(each, to));
  if (found === undefined) return { refusal: 'contact-not-found' };
  return { points: ordered([found, ...all.filter((each) => each !== found)]) };
}

function ordered([main = null, ...more]: readonly (string | null)[]): ContactPoints {
  return { main, more: more.filter((each): each is string => each !== null) };
}
