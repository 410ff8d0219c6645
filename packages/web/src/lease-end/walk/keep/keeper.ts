import type { PhotoShelf } from '../photo/photo-shelf.ts';
import type { Walk } from '../walk.ts';
import type { FindingDraft } from '../walk-context.ts';
import { wantsNothingKept, wishNothingKept } from './keep-wish.ts';
import { readDrafts } from './read-drafts.ts';
import { usedPhotos, withPhotos } from './used-photos.ts';
import { readWalkFile, writeWalkFile } from './walk-file.ts';
import { fetchWalk, forgetWalks, removeWalk, revisionOf, storeWalk } from './walk-store.ts';

/** How the walk of this page and the one on the device stand to each other. */
export type KeepState =
  /** This device was not asked for a walk yet. */
  | { readonly is: 'not-looked' }
  /** Nothing has been said of a car yet, so there is nothing to keep. */
  | { readonly is: 'nothing-yet' }
  | { readonly is: 'kept'; readonly at: string }
  /** The marks are kept; for some photos there was no room. */
  | { readonly is: 'photos-left'; readonly at: string; readonly count: number }
  /** This browser keeps nothing. */
  | { readonly is: 'cannot' }
  /** The person wants nothing kept. */
  | { readonly is: 'unwanted' }
  /** Another tab, or a newer version of this page, wrote or forgot; nothing is overwritten. */
  | { readonly is: 'changed-elsewhere' | 'forgotten-elsewhere' | 'unreadable' };

/** A walk with the answers about damage that were not added to it yet. */
export type WholeWalk = { readonly walk: Walk; readonly drafts: readonly FindingDraft[] };

type KeeperProps = {
  /** The name under which the walk of this page is kept. */
  readonly name: string;
  readonly photos: PhotoShelf;
  /** A walk came from the device. */
  readonly onTaken: (whole: WholeWalk, at: string) => void;
  readonly onState: (state: KeepState) => void;
};

export type Keeper = ReturnType<typeof walkKeeper>;

const NOTHING_YET: KeepState = { is: 'nothing-yet' };

/**
 * Keeps a walk on this device at every change, photos too, and brings it back. A walk that another
 * tab wrote in between is never overwritten unless the person says so.
 */
export function walkKeeper({ name, photos, onTaken, onState }: KeeperProps) {
  let state: KeepState = { is: 'not-looked' };
  let present: WholeWalk | null = null;
  /** What is on the device as far as this page knows. */
  let synced: WholeWalk | null = null;
  let isStored = false;
  /** The revisions that this page wrote or took up: only these are replaced. */
  const own = new Set<string>();
  const become = (next: KeepState) => {
    state = next;
    onState(next);
  };

  const look = async (): Promise<void> => {
    if (wantsNothingKept()) return become({ is: 'unwanted' });
    try {
      become(await takeUp());
    } catch {
      // A browser that keeps nothing still walks: the walk is then in memory only.
      become({ is: 'cannot' });
    }
  };

  const takeUp = async (): Promise<KeepState> => {
    const stored = await fetchWalk(name);
    if (stored === null) return NOTHING_YET;
    const { savedAt: at = `${stored.savedOn}T12:00:00.000Z`, revision, drafts = '[]' } = stored;
    const ids = [...stored.photos.keys()];
    const read = readWalkFile(stored.text, ids);
    if (read.outcome === 'refused') return { is: 'unreadable' };
    photos.fill(stored.photos);
    if (revision !== undefined) own.add(revision);
    isStored = true;
    synced = { walk: read.walk, drafts: readDrafts(drafts, new Set(ids)) };
    present = synced;
    onTaken(synced, at);
    return { is: 'kept', at };
  };

  const write = async (force = false): Promise<void> => {
    const whole = present;
    if (whole === null || whole.walk.bodyStyle === null) return;
    if (!force && (!mayWrite(state) || isSame(whole, synced))) return;
    synced = whole;
    const mine = revision();
    own.add(mine);
    const may = (earlier: string | null) =>
      force || (earlier === null ? !isStored : own.has(earlier));
    const next = await written(name, whole, photos, { revision: mine, may });
    isStored = isStored || 'at' in next;
    // What was said since then, such as "keep nothing", goes before.
    if (force || mayWrite(state)) become(next);
  };

  return {
    look,
    /** The walk as it is now. */
    note: (whole: WholeWalk): void => {
      present = whole;
      if (state.is !== 'not-looked') void write();
    },
    /** The page is left or hidden: what is not written yet is written now. */
    leave: (): void => void write(),
    /** The page is looked at again: what another tab wrote since then is taken up. */
    comeBack: async (): Promise<void> => {
      if (wantsNothingKept()) return become({ is: 'unwanted' });
      if (state.is !== 'kept') return;
      const stored = await revisionOf(name).catch(() => null);
      if (stored !== null && !own.has(stored)) await look();
    },
    /** Takes up what another tab wrote. */
    takeOther: look,
    /** Writes this page's walk over what another tab wrote. */
    keepThis: (): Promise<void> => write(true),
    keepNothing: async (wish: boolean): Promise<void> => {
      wishNothingKept(wish);
      own.clear();
      synced = null;
      isStored = false;
      become(wish ? { is: 'unwanted' } : NOTHING_YET);
      if (wish) await forgetWalks().catch(() => null);
      else await write();
    },
    /** Deletes the walk of this place from the device; walks that were saved to compare stay. */
    forgetThis: async (): Promise<void> => {
      own.clear();
      synced = null;
      present = null;
      isStored = false;
      become(wantsNothingKept() ? { is: 'unwanted' } : NOTHING_YET);
      await removeWalk(name).catch(() => null);
    },
  };
}

function mayWrite({ is }: KeepState): boolean {
  return is === 'nothing-yet' || is === 'kept' || is === 'photos-left' || is === 'cannot';
}

function isSame(one: WholeWalk, other: WholeWalk | null): boolean {
  return one.walk === other?.walk && one.drafts === other.drafts;
}

/** A name that no other time of writing has; also where a page has no secure connection. */
function revision(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

type Way = {
  readonly revision: string;
  readonly may: (earlier: string | null) => boolean;
};

/** Writes the walk; without its newest photos where there is no room for them. */
async function written(
  name: string,
  { walk, drafts }: WholeWalk,
  photos: PhotoShelf,
  { revision: mine, may }: Way,
): Promise<KeepState> {
  const at = new Date().toISOString();
  const used = new Map(usedPhotos(walk, photos, drafts));
  const put = (kept: ReadonlyMap<string, Blob>) =>
    storeWalk(
      {
        name,
        savedOn: walk.takenOn,
        savedAt: at,
        revision: mine,
        text: writeWalkFile({ walk: withPhotos(walk, kept), photos: [] }),
        drafts: JSON.stringify(drafts),
        photos: kept,
      },
      may,
    );
  const isKept = await put(used).catch(() => null);
  if (isKept === true) return { is: 'kept', at };
  if (isKept === false) {
    const earlier = await revisionOf(name).catch(() => null);
    return { is: earlier === null ? 'forgotten-elsewhere' : 'changed-elsewhere' };
  }
  const earlier = await fetchWalk(name).catch(() => null);
  const room = new Map([...used].filter(([id]) => earlier?.photos.has(id) === true));
  if (room.size === used.size || !(await put(room).catch(() => false))) return { is: 'cannot' };
  return { is: 'photos-left', at, count: used.size - room.size };
}
