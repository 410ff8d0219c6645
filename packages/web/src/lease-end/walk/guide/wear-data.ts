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
  if (ownGuide === null) return data;
  const own = readOwnGuide(ownGuide);
  if (own.outcome === 'refused') return data;
  const { guide } = own.data;
  return [...data, { ...own.data, guide: { ...guide, id: ownGuideId(guide) } }];
}

/** A loaded guide may bear the name of one that is here already. */
export function ownGuideId({ id }: WearGuide): string {
  return servedWear().data.some(({ guide }) => guide.id === id) ? `${id}-loaded` : id;
}

/** What judges a walk; null where the lender has no guide and none was loaded. */
export function chosenData(walk: Pick<Walk, 'ownGuide' | 'guideId'>): WearData | null {
  const all = wearDataOf(walk);
  return all.find(({ guide }) => guide.id === walk.guideId) ?? all[0] ?? null;
}
