import { createContext, type ReactNode, useContext } from 'react';
import type { FindingDraft } from './finding/finding-draft.ts';
import type { Keeping } from './keep/keeping.ts';
import type { PhotoShelf } from './photo/photo-shelf.ts';
import type { ScreenScale } from './scale/screen-scale.ts';
import type { Walk, WalkStep } from './walk.ts';

/** What a walk inside an account has beside it; the portal draws it. */
export type WalkAccount = {
  /** The walk that is saved with the account, above the start. */
  readonly saved: ReactNode;
  /** The way to save this one. */
  readonly save: ReactNode;
};

/** What every screen of the walk knows and may do. */
export type WalkRoom = Keeping & {
  readonly walk: Walk;
  readonly step: (step: WalkStep) => void;
  readonly photos: PhotoShelf;
  /** How many pixels of this screen make a millimeter; null until somebody held a card to it. */
  readonly scale: ScreenScale | null;
  readonly setScale: (scale: ScreenScale | null) => void;
  /** What was just done, for the next screen to say. */
  readonly said: string | null;
  readonly say: (sentence: string | null) => void;
  readonly drafts: readonly FindingDraft[];
  readonly keepDraft: (draft: FindingDraft) => void;
  readonly dropDraft: (draft: Pick<FindingDraft, 'partId' | 'findingId'>) => void;
  /** Takes another walk in place of this one, such as one from a file. */
  readonly takeOn: (walk: Walk, photos: ReadonlyMap<string, Blob>) => void;
  /** Begins again: the walk of this place is deleted from the page and from the device. */
  readonly startOver: () => void;
  /** Deletes everything that any walk left on this device. */
  readonly forgetAll: () => void;
  /** Deletes what a walk left beside itself: the size of the screen, the wear of the plan. */
  readonly forgetBeside: () => void;
  /** Null on the public page. */
  readonly account: WalkAccount | null;
};

export const WalkContext = createContext<WalkRoom | null>(null);

export function useWalk(): WalkRoom {
  const room = useContext(WalkContext);
  if (room === null) throw new Error('a screen of the walk was drawn outside it');
  return room;
}
