import { useEffect, useState } from 'react';

/** Loads the words for parts and damages where a plan has repairs to name. */
export function useCarWords(isNeeded: boolean): void {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    if (!isNeeded) return;
    let isGone = false;
    loadCarWords().then(
      () => isGone || setLoaded(true),
      // Without a connection the step stands there without the name of its part.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
}

export async function loadCarWords(): Promise<void> {
  await import('../../shared/copy/walk-copy.ts');
}
