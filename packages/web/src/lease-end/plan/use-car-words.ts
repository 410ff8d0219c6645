import { useEffect, useState } from 'react';
import { loadCarWords } from './car-words.ts';

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
