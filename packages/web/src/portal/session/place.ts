type PlaceStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'roadbook.place';
const MINUTES_KEPT = 30;

/** Keeps where a person was when the session ended; `at` is in milliseconds. */
export function keepPlace(store: PlaceStore, path: string, at: number): void {
  store.setItem(NAME, JSON.stringify({ path, at }));
}

/**
 * Where to go on after signing in again, once: null when nothing was kept, when it is too long ago
 * to be the same person on this device, or when it does not lead into the portal.
 */
export function takePlace(store: PlaceStore, now: number): string | null {
  const text = store.getItem(NAME);
  store.removeItem(NAME);
  if (text === null) return null;
  try {
    const { path, at } = JSON.parse(text) as { path?: unknown; at?: unknown };
    if (typeof path !== 'string' || typeof at !== 'number') return null;
    const fresh = now - at < MINUTES_KEPT * 60_000;
    return fresh && /^\/(?:contracts\/[\w/-]+|payment-methods|details|security)$/.test(path)
      ? path
      : null;
  } catch {
    return null;
  }
}
