import { useEffect, useMemo, useRef, useState } from 'react';
import type { PhotoShelf } from '../photo/photo-shelf.ts';
import type { Walk } from '../walk.ts';
import { onWishChange } from './keep-wish.ts';
import { type Keeper, type KeepState, type WholeWalk, walkKeeper } from './keeper.ts';

export type Keeping = {
  readonly keep: KeepState;
  /** When the walk that came from this device was kept; null where none came. */
  readonly foundAt: string | null;
  /** Another number whenever a walk came from the device. */
  readonly taken: number;
  readonly keeper: Keeper;
};

type KeepingProps = {
  readonly name: string;
  readonly whole: WholeWalk;
  /** What the page begins with: it is on the device, or somewhere else, or says nothing yet. */
  readonly first: Walk;
  readonly photos: PhotoShelf;
  readonly onTaken: (whole: WholeWalk) => void;
};

/** The keeping of a page's walk: looks for one at first, and writes every change from then on. */
export function useKeeping({ name, whole, first, photos, onTaken }: KeepingProps): Keeping {
  const [keep, setKeep] = useState<KeepState>({ is: 'not-looked' });
  const [found, setFound] = useState<{ at: string; count: number } | null>(null);
  const hear = useRef(onTaken);
  hear.current = onTaken;
  const keeper = useMemo(
    () =>
      walkKeeper({
        name,
        first,
        photos,
        onState: setKeep,
        onTaken: (taken, at) => {
          hear.current(taken);
          setFound((before) => ({ at, count: (before?.count ?? 0) + 1 }));
        },
      }),
    [name, first, photos],
  );
  useEffect(() => void keeper.look(), [keeper]);
  const { walk, drafts } = whole;
  useEffect(() => keeper.note({ walk, drafts }), [keeper, walk, drafts]);
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'hidden') keeper.leave();
      else void keeper.comeBack();
    };
    const comeBack = () => void keeper.comeBack();
    addEventListener('focus', comeBack);
    addEventListener('pagehide', keeper.leave);
    document.addEventListener('visibilitychange', seen);
    const stop = onWishChange(comeBack);
    return () => {
      removeEventListener('focus', comeBack);
      removeEventListener('pagehide', keeper.leave);
      document.removeEventListener('visibilitychange', seen);
      stop();
    };
  }, [keeper]);
  return useMemo(
    () => ({ keep, foundAt: found?.at ?? null, taken: found?.count ?? 0, keeper }),
    [keep, found, keeper],
  );
}
