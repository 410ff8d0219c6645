import { type Cents, minCents, sumCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import type { PartKind } from '../walk/car-part.ts';
import type { DamageType } from '../walk/damage-type.ts';

/**
 * A limit for one event or one missing part. A charge above it is paid up to the limit (`cap`) or
 * not paid at all (`exclude`).
 */
export type WaiverLimit = { readonly limitCents: Cents; readonly above: 'cap' | 'exclude' };

/** A protection that pays wear charges in the customer's place. Dated data of the contract. */
export type WearWaiver = {
  readonly id: string;
  readonly title: string;
  /** Several waivers are used up in this order. */
  readonly order: number;
  /** All that it pays together; null has no end. */
  readonly totalCents: Cents | null;
  /** One finding is one event. */
  readonly perEvent: WaiverLimit | null;
  /** For missing parts in place of the limit per event. */
  readonly perMissingPart: WaiverLimit | null;
  /** Kinds of part and of damage that it never pays. Excess miles never reach it. */
  readonly excludes: readonly (PartKind | DamageType)[];
  /** The last day on which a car given back is covered. */
  readonly expiresOn: BusinessDate | null;
  readonly source: string;
};

/** A charge as a waiver sees it. */
export type WaivableCharge = {
  readonly kind: PartKind;
  readonly damage: DamageType;
  /** The price of one mark or missing part, and how many times it is charged. */
  readonly eachCents: Cents;
  readonly times: number;
};

export type WaiverUse = {
  readonly waiver: WearWaiver;
  readonly usedCents: Cents;
  /** What is left of its total; null has no end. */
  readonly leftCents: Cents | null;
  readonly expired: boolean;
};

export type WaiversApplied = {
  readonly uses: readonly WaiverUse[];
  /** What was waived of each charge, in the order of the charges; never more than the charge. */
  readonly waivedCents: readonly Cents[];
  readonly totalCents: Cents;
};

/**
 * Applies waivers in their order, each to the charges in theirs, until its total is used up. With
 * one waiver a higher charge never means less to pay; with several that exclude different things it
 * can, because a charge that one waiver excludes leaves its money to others.
 */
export function applyWaivers(
  charges: readonly WaivableCharge[],
  waivers: readonly WearWaiver[],
  on: BusinessDate,
): WaiversApplied {
  const waived: Cents[] = charges.map(() => 0n);
  const uses = inOrderOfUse(waivers).map((waiver): WaiverUse => {
    const expired = waiver.expiresOn !== null && on > waiver.expiresOn;
    let used = 0n;
    for (const [index, charge] of charges.entries()) {
      if (expired) break;
      const before = waived[index] ?? 0n;
      let given = minCents(coveredCents(waiver, charge), chargeCents(charge) - before);
      if (waiver.totalCents !== null) given = minCents(given, waiver.totalCents - used);
      waived[index] = before + given;
      used += given;
    }
    const left = waiver.totalCents === null ? null : waiver.totalCents - used;
    return { waiver, usedCents: used, leftCents: left, expired };
  });
  return { uses, waivedCents: waived, totalCents: sumCents(waived) };
}

/** The waivers that cover a car given back on a day, in their order of use. */
export function liveWaivers(waivers: readonly WearWaiver[], on: BusinessDate): WearWaiver[] {
  return inOrderOfUse(waivers).filter(({ expiresOn }) => expiresOn === null || on <= expiresOn);
}

/** What each waiver would pay of a charge if none of them ran out. */
export function coversOf(charge: WaivableCharge, live: readonly WearWaiver[]): Cents[] {
  let left = chargeCents(charge);
  return live.map((waiver) => {
    const given = minCents(coveredCents(waiver, charge), left);
    left -= given;
    return given;
  });
}

/**
 * What waivers take off charges whose covers are added up. Null where one that is not the last runs
 * out: then it matters which charges it was used for.
 */
export function waivedOf(covered: readonly Cents[], live: readonly WearWaiver[]): Cents | null {
  let sum = 0n;
  for (const [index, { totalCents }] of live.entries()) {
    const cents = covered[index] ?? 0n;
    const runsOut = totalCents !== null && cents > totalCents;
    if (runsOut && index < live.length - 1) return null;
    sum += runsOut ? totalCents : cents;
  }
  return sum;
}

function inOrderOfUse(waivers: readonly WearWaiver[]): WearWaiver[] {
  return waivers.toSorted((a, b) =>
    a.order !== b.order ? a.order - b.order : a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );
}

/** What a waiver would pay of a charge if nothing else had touched either. */
function coveredCents(waiver: WearWaiver, charge: WaivableCharge): Cents {
  if (waiver.excludes.some((each) => each === charge.kind || each === charge.damage)) return 0n;
  const { eachCents, damage } = charge;
  if (damage !== 'missing' || waiver.perMissingPart === null) {
    return underLimit(waiver.perEvent, chargeCents(charge));
  }
  return underLimit(waiver.perMissingPart, eachCents) * BigInt(charge.times);
}

function chargeCents({ eachCents, times }: WaivableCharge): Cents {
  return eachCents * BigInt(times);
}

function underLimit(limit: WaiverLimit | null, cents: Cents): Cents {
  if (limit === null || cents <= limit.limitCents) return cents;
  return limit.above === 'cap' ? limit.limitCents : 0n;
}
