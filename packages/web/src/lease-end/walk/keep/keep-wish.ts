/** The one word that says that nothing is to be kept; it names no car and no person. */
const KEY = 'roadbook.walk.keep-nothing';

/** Whether the person wants nothing of a walk to stay on this device. */
export function wantsNothingKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function wishNothingKept(wish: boolean): void {
  try {
    if (wish) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing keeps no wish either.
  }
}

/** Calls back when another tab has changed the wish; returns how to stop. */
export function onWishChange(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) listener();
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
