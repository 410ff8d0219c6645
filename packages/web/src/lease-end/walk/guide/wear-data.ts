import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { Walk } from '../walk.ts';
import { readOwnGuide, type WearData } from './read-own-guide.ts';
import { servedWear } from './served-wear.ts';

/** The guide that a new walk is judged by: the lender's own, or none. */
export function firstGuideId(): string {
  return servedWear().data[0]?.guide.id ?? '';
}

/** Every guide a walk can be judged by: those of the lender served, then the loaded one. */
export function wearDataOf({ ownGuide }: Pick<Walk, 'ownGuide'>): readonly WearData[] {
  const { data } = servedWear();
  const own = loadedData({ ownGuide });
  return own === null ? data : [...data, own];
}

function loadedData({ ownGuide }: Pick<Walk, 'ownGuide'>): WearData | null {
  if (ownGuide === null) return null;
  const own = readOwnGuide(ownGuide);
  if (own.outcome === 'refused') return null;
  const { guide } = own.data;
  return { ...own.data, guide: { ...guide, id: ownGuideId(guide) } };
}

/** A loaded guide may bear the name of one that is here already. */
export function ownGuideId({ id }: WearGuide): string {
  return servedWear().data.some(({ guide }) => guide.id === id) ? `${id}-loaded` : id;
}

type Judged = Pick<Walk, 'ownGuide' | 'guideId' | 'lender'>;

/** Whose guide a walk is judged by. */
export type Judging =
  | { readonly by: 'nobody' }
  | { readonly by: 'one-guide'; readonly data: WearData }
  /** The lease is another lender's, or nobody said whose: what is known shows a range only. */
  | { readonly by: 'no-own-guide'; readonly data: readonly WearData[] };

export function judgingOf(walk: Judged): Judging {
  const { data } = servedWear();
  const own = loadedData(walk);
  if (own !== null && own.guide.id === walk.guideId) return { by: 'one-guide', data: own };
  const [first] = data;
  if (first === undefined) return own === null ? { by: 'nobody' } : { by: 'one-guide', data: own };
  if (walk.lender !== 'served') return { by: 'no-own-guide', data };
  return { by: 'one-guide', data: data.find(({ guide }) => guide.id === walk.guideId) ?? first };
}

/** The one guide that judges a walk with its prices; null where there is none, or only a range. */
export function chosenData(walk: Judged): WearData | null {
  const judging = judgingOf(walk);
  return judging.by === 'one-guide' ? judging.data : null;
}
