import type { FindingDraft } from '../finding/finding-draft.ts';
import type { PhotoShelf } from '../photo/photo-shelf.ts';
import type { Walk } from '../walk.ts';

/** The photos that some finding shows, or some answer that is not added yet. */
export function usedPhotos(
  walk: Walk,
  photos: PhotoShelf,
  drafts: readonly FindingDraft[] = [],
): [string, Blob][] {
  const used = new Set([
    ...walk.findings.flatMap(({ photoIds }) => photoIds),
    ...drafts.flatMap(({ answers }) => answers.photoIds),
  ]);
  return [...photos.all()].filter(([id]) => used.has(id));
}

/** A walk that shows these photos and no other. */
export function withPhotos(walk: Walk, kept: ReadonlyMap<string, Blob>): Walk {
  const has = (id: string) => kept.has(id);
  return {
    ...walk,
    findings: walk.findings.map((each) => ({ ...each, photoIds: each.photoIds.filter(has) })),
    photoTimes: Object.fromEntries(Object.entries(walk.photoTimes).filter(([id]) => has(id))),
  };
}
