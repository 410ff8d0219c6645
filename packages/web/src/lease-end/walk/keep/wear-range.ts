import type { Repair } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import { parseDate } from '@roadbook/domain/time/calendar';
import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { DamageType } from '@roadbook/domain/wear/walk/damage-type';
import type { CentsText } from '../../../shared/format/cents.ts';

/** What a walk is worth to a plan: the charge it found, and the repairs that would lower it. */
export type WearRange = {
  readonly lowCents: CentsText;
  readonly likelyCents: CentsText;
  readonly highCents: CentsText;
  readonly repairs: readonly WearRepair[];
  /** The day of the walk. */
  readonly takenOn: string;
};

/** A repair of a finding, with digit strings for cents; `partId` and `damage` name it. */
export type WearRepair = {
  readonly id: string;
  readonly partId: string;
  readonly damage: string;
  /** What was measured; walks that an earlier build passed on do not say. */
  readonly sizeMils?: number | null;
  readonly treadThirtySeconds?: number | null;
  readonly count?: number;
  readonly savesWearCents: CentsText;
  readonly repairLowCents: CentsText;
  readonly repairHighCents: CentsText;
};

const KEY = 'roadbook.walk.range';

/** The result of a walk for a plan. Repairs that cannot pay for themselves are left out. */
export function wearRangeOf({ range, findings, on }: WearEstimate): WearRange {
  return {
    lowCents: String(range.lowCents),
    likelyCents: String(range.likelyCents),
    highCents: String(range.highCents),
    repairs: findings
      .filter(({ advice, savesCents }) => advice !== 'leave' && savesCents > 0n)
      .map(({ finding, savesCents, repairLowCents, repairHighCents }) => ({
        id: finding.id,
        partId: finding.partId,
        damage: finding.damage,
        sizeMils: finding.sizeMils,
        treadThirtySeconds: finding.treadThirtySeconds,
        count: finding.count,
        savesWearCents: String(savesCents),
        repairLowCents: String(repairLowCents),
        repairHighCents: String(repairHighCents),
      })),
    takenOn: on,
  };
}

export function saveWearRange(storage: Pick<Storage, 'setItem'>, range: WearRange): void {
  storage.setItem(KEY, JSON.stringify(range));
}

export function forgetWearRange(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(KEY);
}

/**
 * What a walk on this phone found and its owner passed on to the plan; null when there is nothing,
 * or nothing that this house could have written.
 */
export function savedWearRange(storage: Pick<Storage, 'getItem'>): WearRange | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    return isWearRange(read) ? read : null;
  } catch {
    return null;
  }
}

/** The repairs as the plan's arithmetic takes them. */
export function planRepairs({ repairs }: WearRange): readonly Repair[] {
  return repairs.map(({ id, savesWearCents, repairLowCents, repairHighCents, ...found }) => ({
    id,
    mark: {
      partId: found.partId,
      damage: found.damage as DamageType,
      sizeMils: found.sizeMils ?? null,
      treadThirtySeconds: found.treadThirtySeconds ?? null,
      count: found.count ?? 1,
    },
    savesWearCents: BigInt(savesWearCents),
    repairLowCents: BigInt(repairLowCents),
    repairHighCents: BigInt(repairHighCents),
  }));
}

function isWearRange(read: unknown): read is WearRange {
  if (!isRecord(read) || !Array.isArray(read.repairs)) return false;
  const { lowCents, likelyCents, highCents, repairs, takenOn } = read;
  if (!isCents(lowCents) || !isCents(likelyCents) || !isCents(highCents)) return false;
  if (typeof takenOn !== 'string' || parseDate(takenOn) === null) return false;
  const low = BigInt(lowCents);
  const likely = BigInt(likelyCents);
  return low <= likely && likely <= BigInt(highCents) && repairs.every(isRepair);
}

function isRepair(read: unknown): boolean {
  if (!isRecord(read)) return false;
  const { id, partId, damage, savesWearCents, repairLowCents, repairHighCents } = read;
  const measures = [read.sizeMils, read.treadThirtySeconds, read.count];
  return (
    [id, partId, damage].every((each) => typeof each === 'string' && /^[a-z0-9-]+$/.test(each)) &&
    measures.every((each) => each == null || Number.isSafeInteger(each)) &&
    isCents(savesWearCents) &&
    isCents(repairLowCents) &&
    isCents(repairHighCents) &&
    BigInt(repairLowCents) <= BigInt(repairHighCents)
  );
}

function isRecord(read: unknown): read is Readonly<Record<string, unknown>> {
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}

function isCents(read: unknown): read is CentsText {
  return typeof read === 'string' && /^\d{1,12}$/.test(read);
}
