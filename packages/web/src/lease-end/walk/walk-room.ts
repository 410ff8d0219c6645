import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { type FindingDraft, isDraftOf } from './finding/finding-draft.ts';
import { useKeeping } from './keep/keeping.ts';
import { forgetWalks } from './keep/walk-store.ts';
import { forgetWearRange } from './keep/wear-range.ts';
import { photoShelf } from './photo/photo-shelf.ts';
import { forgetScale, keepScale, readScale, type ScreenScale } from './scale/screen-scale.ts';
import { afterStepAt, type Walk, type WalkStep } from './walk.ts';
import type { WalkAccount, WalkRoom } from './walk-context.ts';

export type RoomProps = {
  /** The name under which this walk is kept on the device. */
  readonly name: string;
  /** A walk with nothing said of the car. */
  readonly blank: () => Walk;
  /** The walk to begin with where the device has none: the account's. */
  readonly given?: Walk | undefined;
  readonly account?: WalkAccount;
};

const NO_DRAFTS: readonly FindingDraft[] = [];

/** Everything that the screens of one walk share. */
export function useWalkRoom({ name, blank, given, account }: RoomProps): WalkRoom {
  const [walk, dispatch] = useReducer(
    (before: Walk, { step, at }: { step: WalkStep; at: string }) => afterStepAt(before, step, at),
    null,
    () => given ?? blank(),
  );
  const [first] = useState(walk);
  const step = useCallback(
    (taken: WalkStep) => dispatch({ step: taken, at: new Date().toISOString() }),
    [],
  );
  const [photos] = useState(photoShelf);
  const [scale, setScale] = useScreenScale();
  const [said, say] = useState<string | null>(null);
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const keeping = useKeeping({
    name,
    photos,
    first,
    whole: { walk, drafts },
    onTaken: (whole) => {
      step({ do: 'take-on', walk: whole.walk });
      setDrafts(whole.drafts);
    },
  });
  const { keeper } = keeping;
  const acts = useMemo(() => {
    const takeOn: WalkRoom['takeOn'] = (other, pictures) => {
      photos.fill(pictures);
      setDrafts(NO_DRAFTS);
      step({ do: 'take-on', walk: other });
    };
    const startOver = () => {
      void keeper.forgetThis();
      takeOn(blank(), new Map());
    };
    const forgetBeside = () => {
      setScale(null);
      forgetWearRange(localStorage);
    };
    return {
      takeOn,
      startOver,
      forgetBeside,
      forgetAll: () => {
        startOver();
        forgetBeside();
        forgetWalks().catch(() => null);
      },
      keepDraft: (draft: FindingDraft) =>
        setDrafts((before) => [...before.filter((each) => !isDraftOf(each, draft)), draft]),
      dropDraft: (draft: Pick<FindingDraft, 'partId' | 'findingId'>) =>
        setDrafts((before) =>
          before.some((each) => isDraftOf(each, draft))
            ? before.filter((each) => !isDraftOf(each, draft))
            : before,
        ),
    };
  }, [blank, keeper, photos, setScale, step]);
  return useMemo(
    () => ({
      ...keeping,
      ...acts,
      walk,
      step,
      photos,
      scale,
      setScale,
      said,
      say,
      drafts,
      account: account ?? null,
    }),
    [walk, step, photos, scale, setScale, said, drafts, keeping, acts, account],
  );
}

function useScreenScale(): [ScreenScale | null, (scale: ScreenScale | null) => void] {
  const [scale, setScale] = useState<ScreenScale | null>(null);
  useEffect(() => setScale(readScale(localStorage)), []);
  const change = useCallback((changed: ScreenScale | null) => {
    setScale(changed);
    if (changed === null) forgetScale(localStorage);
    else keepScale(localStorage, changed);
  }, []);
  return [scale, change];
}
