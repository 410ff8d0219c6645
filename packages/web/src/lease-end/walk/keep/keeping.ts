import { useCallback, useEffect, useMemo, useState } from 'react';
import { firstGuideId } from '../guide/wear-data.ts';
import type { PhotoShelf } from '../photo/photo-shelf.ts';
import { newWalk, type Walk, type WalkStep } from '../walk.ts';
import { readWalkFile, writeWalkFile } from './walk-file.ts';
import { CURRENT, fetchWalk, forgetWalks, removeWalk, storeWalk } from './walk-store.ts';
import { forgetWearRange } from './wear-range.ts';

export type Keeping = {
  readonly kept: boolean;
  readonly setKept: (kept: boolean) => void;
  readonly forgetAll: () => void;
  /** Whether this device was asked for a walk; until then nothing is drawn. */
  readonly looked: boolean;
};

/** Keeps a walk on this device while its owner wants that, and brings it back. */
export function useKeeping(
  walk: Walk,
  step: (step: WalkStep) => void,
  photos: PhotoShelf,
): Keeping {
  const [kept, setKept] = useState(false);
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    fetchWalk(CURRENT)
      .then((stored) => {
        if (stored === null) return;
        const read = readWalkFile(stored.text, [...stored.photos.keys()]);
        if (read.outcome === 'refused') return;
        photos.fill(stored.photos);
        step({ do: 'take-on', walk: read.walk });
        setKept(true);
      })
      // A browser that keeps nothing still walks: the walk is then in memory only.
      .catch(() => null)
      .finally(() => setLooked(true));
  }, [photos, step]);
  useEffect(() => {
    if (!kept || walk.bodyStyle === null) return;
    const text = writeWalkFile({ walk, photos: [] });
    const used = new Map(usedPhotos(walk, photos));
    storeWalk({ name: CURRENT, savedOn: walk.takenOn, text, photos: used }).catch(() =>
      setKept(false),
    );
  }, [kept, walk, photos]);
  const change = useCallback((wanted: boolean) => {
    setKept(wanted);
    if (!wanted) removeWalk(CURRENT).catch(() => null);
  }, []);
  const forgetAll = useCallback(() => {
    setKept(false);
    photos.fill(new Map());
    step({ do: 'take-on', walk: newWalk(walk.takenOn, firstGuideId()) });
    forgetWearRange(localStorage);
    forgetWalks().catch(() => null);
  }, [photos, step, walk.takenOn]);
  return useMemo(
    () => ({ kept, setKept: change, forgetAll, looked }),
    [kept, change, forgetAll, looked],
  );
}

/** The photos that some finding shows; one taken for a form that was left is not kept. */
export function usedPhotos(walk: Walk, photos: PhotoShelf): [string, Blob][] {
  const used = new Set(walk.findings.flatMap(({ photoIds }) => photoIds));
  return [...photos.all()].filter(([id]) => used.has(id));
}
