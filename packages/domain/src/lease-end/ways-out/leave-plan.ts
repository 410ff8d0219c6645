import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { allowedMiles } from '../../lease/mileage.ts';
import { knownReadings } from '../../lease/odometer.ts';
import { type Breakdown, breakdown, type Line, line } from '../../money/breakdown.ts';
import { atLeastZero, type Cents, minCents } from '../../money/cents.ts';
import { toCount } from '../../money/count.ts';
import { floorDivide } from '../../money/divide.ts';
import { addDays, type BusinessDate, daysBetween, laterOf } from '../../time/calendar.ts';
import type { Finding } from '../../wear/walk/condition-report.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { type CentsRange, type LeaseEndOutlook, rangeOf } from '../planner/outlook.ts';
import { excessMilesOn, odometerOn } from './end-miles.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';
import { firstTurnInDay, offerOn, wayOutCost } from './ways-out.ts';

/** The mark that a repair mends, as far as a sentence names it. Null is what nobody measured. */
export type RepairedMark = Pick<
  Finding,
  'partId' | 'damage' | 'sizeMils' | 'treadThirtySeconds' | 'count'
>;

/** A repair that may be cheaper than the charge: from a walk around the car. */
export type Repair = {
  readonly id: string;
  /** What is mended; a plan that was kept by an earlier build does not say. */
  readonly mark?: RepairedMark;
  /** What the wear charge falls by when this is mended, waivers counted. */
  readonly savesWearCents: Cents;
  readonly repairLowCents: Cents;
  readonly repairHighCents: Cents;
};

/** What can be done to lower the cost of leaving. Each kind appears at most once but repairs. */
export const LEAVE_ACTIONS = [
  'wait-to-return',
  'return-by-maturity',
  'buy-miles',
  'drive-less',
  'repair',
  'sign-new-contract',
] as const;

export type LeaveActionKind = (typeof LEAVE_ACTIONS)[number];

export type LeaveAction = {
  /** The kind, and for a repair which one. */
  readonly id: string;
  readonly kind: LeaveActionKind;
  /** What the action alone saves. */
  readonly saves: CentsRange;
  /** The last day on which it still helps. */
  readonly until: BusinessDate;
  /** What its sentence needs, as text. */
  readonly facts: Readonly<Record<string, string>>;
};

/** What returning the car on a day costs with the actions that were chosen. */
export type LeavePlan = {
  readonly leavesOn: BusinessDate;
  readonly cost: Breakdown;
  readonly range: CentsRange;
  readonly actions: readonly LeaveAction[];
};

/** A case with an action taken, and what the action itself costs. */
type Taken = { readonly c: LeaseEndTelling; readonly on: BusinessDate; readonly extra: Line[] };
type Action = {
  readonly id: string;
  readonly kind: LeaveActionKind;
  readonly until: BusinessDate;
  readonly facts: Readonly<Record<string, string>>;
  readonly take: (before: Taken, telling: keyof LeaseEndOutlook) => Taken;
};

/**
 * The cost of leaving on a day, the actions that lower it, what each saves by itself and until
 * when, and the cost with the chosen ones together: they are taken one after another, so that two
 * that save the same miles never save them twice.
 */
export function leavePlan(
  outlook: LeaseEndOutlook,
  on: BusinessDate,
  repairs: readonly Repair[],
  chosen: readonly string[],
): LeavePlan {
  const possible = possibleActions(outlook.likely, on, repairs);
  const without = costs(outlook, on, []);
  const actions: LeaveAction[] = [];
  for (const action of possible) {
    const { id, kind, until, facts } = action;
    const after = costs(outlook, on, [action]);
    const saves = rangeOf(without.totals.map((each, at) => each - (after.totals[at] ?? each)));
    if (saves.highCents > 0n) actions.push({ id, kind, until, facts, saves });
  }
  const taken = possible.filter(({ id }) => chosen.includes(id));
  const { leavesOn, likely, totals } = taken.length === 0 ? without : costs(outlook, on, taken);
  return { leavesOn, cost: likely, range: rangeOf(totals), actions };
}

function costs(outlook: LeaseEndOutlook, on: BusinessDate, actions: readonly Action[]) {
  const tellings = ['likely', 'best', 'worst'] as const;
  const all = tellings.map((telling) => {
    let taken: Taken = { c: outlook[telling], on, extra: [] };
    for (const action of actions) taken = action.take(taken, telling);
    return leaving(taken);
  });
  const likely = all[0]?.cash ?? breakdown([]);
  const totals = all.map(({ cash }) => cash.totalCents);
  return { leavesOn: all[0]?.on ?? on, likely, totals };
}

/**
 * What leaving costs: an early end before cars may simply be returned, a return from then on. Where
 * an early end cannot be priced the car stays until the first day of returns.
 */
function leaving({ c, on, extra }: Taken): { on: BusinessDate; cash: Breakdown } {
  const returned = wayOutCost(c, 'return', on);
  const early = on < firstTurnInDay(c) ? wayOutCost(c, 'early-end', on) : returned;
  const way = isRefused(early) ? returned : early;
  if (isRefused(way)) return { on, cash: breakdown(extra) };
  return { on: way.endsOn, cash: breakdown([...way.cash.lines, ...extra]) };
}

function possibleActions(
  c: LeaseEndTelling,
  on: BusinessDate,
  repairs: readonly Repair[],
): readonly Action[] {
  return [
    ...timing(c, on),
    ...miles(c, on),
    ...repairs.map((repair) => repairAction(repair, on)),
    ...newContract(c, on),
  ];
}

function timing(c: LeaseEndTelling, on: BusinessDate): Action[] {
  const maturity = leaseMaturityDate(c.terms);
  const first = firstTurnInDay(c);
  if (on < first) {
    const take = (taken: Taken) => ({ ...taken, on: first });
    return [{ ...named('wait-to-return'), until: first, facts: { first }, take }];
  }
  if (on <= maturity || c.asOf > maturity) return [];
  const take = (taken: Taken) => ({ ...taken, on: maturity });
  return [{ ...named('return-by-maturity'), until: maturity, facts: { maturity }, take }];
}

function miles(c: LeaseEndTelling, on: BusinessDate): Action[] {
  const endsOn = laterOf(on, firstTurnInDay(c));
  const excess = excessMilesOn(c, endsOn, 'return');
  if (excess < 1) return [];
  const maturity = leaseMaturityDate(c.terms);
  const actions: Action[] = [];
  const buyUntil = addDays(maturity, -c.policy.miles.buyUntilDays);
  if (c.asOf <= buyUntil) actions.push(buyMiles(c, excess, buyUntil));
  const limit = c.terms.mileage.deliveryOdometer + allowedMiles(c.terms);
  const left = limit - odometerOn(c, c.asOf);
  const days = daysBetween(c.asOf, endsOn);
  if (left > 0 && days > 6) actions.push(driveLess(endsOn, limit, left, days));
  return actions;
}

/** Buys the likely excess ahead; what is bought and not driven is paid for all the same. */
function buyMiles(c: LeaseEndTelling, excess: number, until: BusinessDate): Action {
  const each = c.policy.miles.boughtMileCents;
  const price = BigInt(excess) * each;
  const facts = { miles: excess.toString(), boughtMileCents: each.toString(), cents: `${price}` };
  const take = ({ c: before, on, extra }: Taken): Taken => {
    const { mileage } = before.terms;
    const boughtMiles = mileage.boughtMiles + excess;
    const terms = { ...before.terms, mileage: { ...mileage, boughtMiles } };
    const bought = line('bought-miles', 'miles-bought-ahead', price, {
      miles: facts.miles,
      boughtMileCents: facts.boughtMileCents,
    });
    return { c: { ...before, terms }, on, extra: [...extra, bought] };
  };
  return { ...named('buy-miles'), until, facts, take };
}

/** Drives no more than the allowance still holds, so that the odometer ends at its limit. */
function driveLess(endsOn: BusinessDate, limit: number, left: number, days: number): Action {
  const weekly = toCount(floorDivide(BigInt(left) * 7n, BigInt(days)));
  const facts = { weeklyMiles: weekly.toString(), left: left.toString(), endsOn };
  const take = ({ c: before, on, extra }: Taken): Taken => {
    const whole = odometerOn({ ...before, futureMilesPerMille: 1_000 }, endsOn);
    const last = knownReadings(before.terms, before.readings).at(-1)?.miles ?? 0;
    const toCome = Math.max(1, whole - last);
    const perMille = toCount(floorDivide(BigInt(limit - last) * 1_000n, BigInt(toCome)));
    const futureMilesPerMille = Math.min(before.futureMilesPerMille, Math.max(0, perMille));
    return { c: { ...before, futureMilesPerMille }, on, extra };
  };
  return { ...named('drive-less'), until: endsOn, facts, take };
}

function repairAction(repair: Repair, on: BusinessDate): Action {
  const { savesWearCents, repairLowCents: low, repairHighCents: high } = repair;
  const middle = floorDivide(low + high, 2n);
  const price = { best: low, likely: middle, worst: high };
  const { mark } = repair;
  const prices = {
    chargeCents: savesWearCents.toString(),
    repairLowCents: low.toString(),
    repairHighCents: high.toString(),
  };
  const named = mark === undefined ? {} : { part: mark.partId, damage: mark.damage };
  const facts = { ...markFacts(mark), ...prices };
  const inputs = { ...named, ...prices };
  const take = ({ c, on: day, extra }: Taken, telling: keyof LeaseEndOutlook): Taken => {
    const wearCents = atLeastZero(c.wearCents - minCents(c.wearCents, savesWearCents));
    const paid = line('repair', 'repair-estimate', price[telling], inputs);
    return { c: { ...c, wearCents }, on: day, extra: [...extra, paid] };
  };
  return { id: `repair:${repair.id}`, kind: 'repair', until: on, facts, take };
}

/** The mark as facts of a sentence: never the id of the finding, which says nothing to anybody. */
function markFacts(mark: RepairedMark | undefined): Record<string, string> {
  if (mark === undefined) return {};
  const { partId, damage, sizeMils, treadThirtySeconds, count } = mark;
  return {
    part: partId,
    damage,
    ...(sizeMils === null ? {} : { sizeMils: sizeMils.toString() }),
    ...(treadThirtySeconds === null ? {} : { treadThirtySeconds: treadThirtySeconds.toString() }),
    count: count.toString(),
  };
}

function newContract(c: LeaseEndTelling, on: BusinessDate): Action[] {
  const offer = offerOn(c, laterOf(on, firstTurnInDay(c)));
  if (offer === null || c.offer !== null) return [];
  const facts = { offer: offer.name, days: offer.withinDays.toString() };
  const take = (taken: Taken): Taken => ({ ...taken, c: { ...taken.c, offer } });
  return [{ ...named('sign-new-contract'), until: offer.until, facts, take }];
}

function named(kind: LeaveActionKind): { readonly id: string; readonly kind: LeaveActionKind } {
  return { id: kind, kind };
}
