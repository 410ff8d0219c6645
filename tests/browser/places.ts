import { inject } from 'vitest';

/** Where one server answers: the portal, and the desk on its own port. */
export type Place = { readonly portalUrl: string; readonly deskUrl: string };

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server with the demonstration for each worker that runs browser tests. */
    places: readonly Place[];
  }
}

/** The server of this worker: files that run at the same time do not share their customers. */
function place(): Place {
  const places = inject('places');
  const worker = Number(process.env.VITEST_POOL_ID ?? '1');
  const own = places[(worker - 1) % places.length];
  if (own === undefined) throw new Error('no server was started for the browser tests');
  return own;
}

/** Where the portal answers, on the embedded database. */
export function portalUrl(): string {
  return place().portalUrl;
}

/** Where the desk answers. Passkeys need a name; an address of numbers is none. */
export function deskUrl(): string {
  return place().deskUrl;
}
