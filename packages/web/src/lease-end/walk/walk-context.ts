import { createContext, useContext } from 'react';
import type { FindingForm } from './finding/finding-form.ts';
import type { PhotoShelf } from './photo/photo-shelf.ts';
import type { ScreenScale } from './scale/screen-scale.ts';
import type { Walk, WalkStep } from './walk.ts';

/** The answers about a damage that is not saved yet, and the screen they were given on. */
export type FindingDraft = {
  readonly partId: string;
  readonly findingId: string | null;
  readonly answers: FindingForm;
};

/** What every screen of the walk knows and may do. */
export type WalkRoom = {
  readonly walk: Walk;
  readonly step: (step: WalkStep) => void;
  readonly photos: PhotoShelf;
  /** How many pixels of this screen make a millimeter; null until somebody held a card to it. */
  readonly scale: ScreenScale | null;
  readonly setScale: (scale: ScreenScale | null) => void;
  /** What was just done, for the next screen to say. */
  readonly said: string | null;
  readonly say: (sentence: string | null) => void;
  readonly draft: FindingDraft | null;
  readonly setDraft: (draft: FindingDraft | null) => void;
  /** Whether the walk is kept on this device, and the way to change it. */
  readonly kept: boolean;
  readonly setKept: (kept: boolean) => void;
  readonly forgetAll: () => void;
};

export const WalkContext = createContext<WalkRoom | null>(null);

export function useWalk(): WalkRoom {
  const room = useContext(WalkContext);
  if (room === null) throw new Error('a screen of the walk was drawn outside it');
  return room;
}
