import type { FindingDraft } from '../finding/finding-draft.ts';
import type { PhotoShelf } from '../photo/photo-shelf.ts';
import type { Walk } from '../walk.ts';
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
  /** What the page begins with, which is not written before something changes. */
  readonly first: Walk;
  readonly photos: PhotoShelf;
  /** A walk came from the device. */
  readonly onTaken: (whole: WholeWalk, at: string) => void;
  readonly onState: (state: KeepState) => void;
};

export type Keeper = ReturnType<typeof walkKeeper>;

const NOTHING_YET: KeepState = { is: 'nothing-yet' };

/** What a keeper knows. */
type Memory = KeeperProps & {
  state: KeepState;
  present: WholeWalk | null;
  /** What is on the device as far as this page knows. */
  synced: WholeWalk | null;
  isStored: boolean;
  /** The revisions that this page wrote or took up: only these are replaced. */
  readonly own: Set<string>;
};

/**
 * Keeps a walk on this device at every change, photos too, and brings it back. A walk that another
 * tab wrote in between is never overwritten unless the person says so.
 */
export function walkKeeper(props: KeeperProps) {
  const own = new Set<string>();
  const state: KeepState = { is: 'not-looked' };
  const memory: Memory = { ...props, state, present: null, synced: null, isStored: false, own };
  return {
    look: () => look(memory),
    /** The walk as it is now. */
    note: (whole: WholeWalk): void => {
      memory.present = whole;
      if (memory.state.is !== 'not-looked') void write(memory);
    },
    /** The page is left or hidden: what is not written yet is written now. */
    leave: (): void => void write(memory),
    comeBack: () => comeBack(memory),
    /** Takes up what another tab wrote. */
    takeOther: () => look(memory),
    /** Writes this page's walk over what another tab wrote. */
    keepThis: () => write(memory, true),
    keepNothing: async (wish: boolean): Promise<void> => {
      wishNothingKept(wish);
      knowNothing(memory, wish ? { is: 'unwanted' } : NOTHING_YET);
      if (wish) await forgetWalks().catch(() => null);
      else await write(memory);
    },
    /** Deletes the walk of this place from the device; walks that were saved to compare stay. */
    forgetThis: async (): Promise<void> => {
      memory.present = null;
      knowNothing(memory, wantsNothingKept() ? { is: 'unwanted' } : NOTHING_YET);
      await removeWalk(memory.name).catch(() => null);
    },
  };
}

function become(memory: Memory, next: KeepState): void {
  memory.state = next;
  memory.onState(next);
}

function knowNothing(memory: Memory, next: KeepState): void {
  memory.own.clear();
  memory.synced = null;
  memory.isStored = false;
  become(memory, next);
}

async function look(memory: Memory): Promise<void> {
  if (wantsNothingKept()) return become(memory, { is: 'unwanted' });
  // A browser that keeps nothing still walks: the walk is then in memory only.
  become(memory, await takeUp(memory).catch((): KeepState => ({ is: 'cannot' })));
}

async function takeUp(memory: Memory): Promise<KeepState> {
  const stored = await fetchWalk(memory.name);
  if (stored === null) return NOTHING_YET;
  const { savedAt: at = `${stored.savedOn}T12:00:00.000Z`, revision, drafts = '[]' } = stored;
  const ids = [...stored.photos.keys()];
  const read = readWalkFile(stored.text, ids);
  if (read.outcome === 'refused') return { is: 'unreadable' };
  memory.photos.fill(stored.photos);
  if (revision !== undefined) memory.own.add(revision);
  memory.isStored = true;
  memory.synced = { walk: read.walk, drafts: readDrafts(drafts, new Set(ids)) };
  memory.present = memory.synced;
  memory.onTaken(memory.synced, at);
  return { is: 'kept', at };
}

/** The page is looked at again: what another tab did since then is taken up. */
async function comeBack(memory: Memory): Promise<void> {
  const { state, name, own } = memory;
  if (wantsNothingKept()) return become(memory, { is: 'unwanted' });
  if (state.is === 'unwanted') {
    become(memory, NOTHING_YET);
    return write(memory);
  }
  if (state.is !== 'kept') return;
  const stored = await revisionOf(name).catch(() => null);
  if (stored !== null && !own.has(stored)) await look(memory);
}

async function write(memory: Memory, force = false): Promise<void> {
  const { present: whole, synced, own, name, photos } = memory;
  if (whole === null || whole.walk.bodyStyle === null) return;
  if (!force && (!mayWrite(memory.state) || isSame(whole, synced) || isFirst(memory, whole)))
    return;
  memory.synced = whole;
  const mine = newRevision();
  own.add(mine);
  const may = (earlier: string | null) =>
    force || (earlier === null ? !memory.isStored : own.has(earlier));
  const next = await written(name, whole, photos, { revision: mine, may });
  memory.isStored ||= 'at' in next;
  // What was said since then, such as "keep nothing", goes before.
  if (force || mayWrite(memory.state)) become(memory, next);
}

/** Whether a page still shows what it began with, which is not on the device. */
function isFirst({ isStored, first }: Memory, { walk, drafts }: WholeWalk): boolean {
  return !isStored && walk === first && drafts.length === 0;
}

function mayWrite({ is }: KeepState): boolean {
  return is === 'nothing-yet' || is === 'kept' || is === 'photos-left' || is === 'cannot';
}

function isSame(one: WholeWalk, other: WholeWalk | null): boolean {
  return one.walk === other?.walk && one.drafts === other.drafts;
}

/** A name that no other time of writing has; also where a page has no secure connection. */
function newRevision(): string {
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
