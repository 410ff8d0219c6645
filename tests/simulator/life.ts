/**
 * A life: what was promised, and what people will do, day by day. What they do is said as an
 * intention ("pay what is due", "pay half of it"), so a happening can be dropped from a failing
 * life and the rest still means something.
 */
import { forwarded, lastPayment, paymentsOf, TEMPERS, type Temper } from './habits.ts';
import { type Day, plusDays, rhythmDays } from './oracle/days.ts';
import type { Channel, Promised } from './oracle/promise.ts';
import { leasePromise } from './promise-lease.ts';
import { loanPromise } from './promise-loan.ts';
import { type Random, random } from './random.ts';

/** How much somebody pays, in terms of what they owe that day. */
export type Amount = {
  readonly of: 'due' | 'payoff' | 'installment';
  readonly percent: number;
  readonly moreCents: bigint;
};

export type Happening = { readonly day: Day; readonly id: string } & (
  | {
      readonly what: 'pay';
      readonly amount: Amount;
      readonly purpose: string;
      readonly channel: Channel;
      readonly source: 'customer' | 'arrived';
      readonly daysAgo: number;
    }
  | { readonly what: 'return'; readonly payment: string }
  | {
      readonly what: 'schedule';
      readonly amount: Amount;
      readonly purpose: string;
      readonly channel: Channel;
      readonly on: Day;
    }
  | { readonly what: 'cancel'; readonly draft: string }
  | { readonly what: 'hold'; readonly kind: string; readonly until: Day | null }
  | { readonly what: 'lift'; readonly kind: string }
  | { readonly what: 'quote'; readonly from: Day }
);

export type SimulatedLife = {
  readonly seed: number;
  readonly promise: Promised;
  /** What the oracle is told was promised: the same, unless a test plants a mistake. */
  readonly told: Promised;
  /** The day on which it comes to us, at its cut-off or some weeks later. */
  readonly opensOn: Day;
  readonly happenings: readonly Happening[];
  readonly lastDay: Day;
};

const MONTHS_AFTER = 6;

/** The life of a seed: two loans for each lease. */
export function lifeOf(seed: number): SimulatedLife {
  const dice = random(seed);
  const promise = seed % 3 === 0 ? leasePromise(dice) : loanPromise(dice);
  const temper = dice.one(TEMPERS);
  const first = promise.product === 'loan' ? promise.firstDueDate : promise.startsOn;
  const rhythm = promise.product === 'loan' ? promise.rhythm : 'monthly';
  const { asOf } = promise.opening;
  // Some months more, in which people still pay; rent of a kept car fills every day of them.
  const count = promise.term + (promise.product === 'loan' ? MONTHS_AFTER : 3);
  const dueDays = rhythmDays(rhythm, first, count, promise.dueDay).filter((each) => each > asOf);
  const asksForQuotes = promise.product === 'loan' && dice.chance(40);
  const opensOn = dice.chance(25) ? plusDays(asOf, dice.from(1, 45)) : asOf;
  const happenings = [
    ...forwarded(dice, opensOn, asOf),
    ...dueDays.flatMap((dueDay, index) => [
      ...monthOf(dice, temper, dueDay, `${index + 1}`),
      ...(asksForQuotes && dice.chance(8) ? quoted(dice, dueDay, `${index + 1}`) : []),
    ]),
  ].filter(({ day }) => day >= opensOn);
  if (promise.product === 'loan')
    endWith(happenings, lastPayment(dice, dueDays.at(-MONTHS_AFTER - 1) ?? opensOn));
  happenings.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const end = plusDays(dueDays.at(-1) ?? asOf, 60);
  return { seed, promise, told: promise, opensOn, happenings, lastDay: end };
}

/** After the last payment nobody pays any more. */
function endWith(happenings: Happening[], last: readonly Happening[]): void {
  const from = last[0]?.day;
  if (from === undefined) return;
  const kept = happenings.filter(({ what, day }) => what !== 'pay' || day < from);
  happenings.splice(0, happenings.length, ...kept, ...last);
}

/** What a person does about one due date, and what else the month brings. */
function monthOf(dice: Random, temper: Temper, dueDay: Day, id: string): Happening[] {
  const month: Happening[] = [];
  const pays = paymentsOf(dice, temper, dueDay, id);
  for (const pay of pays) {
    month.push(pay);
    if (dice.chance(temper === 'chaotic' ? 20 : 6)) {
      const day = plusDays(pay.day, dice.one([0, 2, 3, dice.from(1, 60), dice.from(1, 400)]));
      month.push({ what: 'return', day, id: `${pay.id}-back`, payment: pay.id });
      if (dice.chance(10)) {
        month.push({
          what: 'return',
          day: plusDays(day, 1),
          id: `${pay.id}-twice`,
          payment: pay.id,
        });
      }
    }
  }
  if (dice.chance(10)) month.push(...scheduled(dice, dueDay, id));
  if (dice.chance(4)) month.push(...held(dice, dueDay, id));
  return month;
}

function quoted(dice: Random, dueDay: Day, id: string): Happening[] {
  const day = plusDays(dueDay, dice.from(-15, 15));
  return [{ what: 'quote', day, id: `q${id}`, from: plusDays(day, dice.one([0, 0, 7])) }];
}

function scheduled(dice: Random, dueDay: Day, id: string): Happening[] {
  const day = plusDays(dueDay, -dice.from(5, 30));
  const draft = `d${id}`;
  const schedule: Happening = {
    what: 'schedule',
    day,
    id: draft,
    amount: { of: 'installment', percent: dice.one([100, 100, 40, 180]), moreCents: 0n },
    purpose: dice.one(['regular', 'regular', 'principal-only', 'payoff']),
    channel: 'bank-debit',
    on: plusDays(dueDay, dice.chance(4) ? dice.one([-60, 110]) : dice.from(-4, 12)),
  };
  const rest: Happening[] = [];
  if (dice.chance(25)) {
    rest.push({ what: 'cancel', day: plusDays(day, dice.from(0, 30)), id: `${draft}-no`, draft });
  } else if (dice.chance(20)) {
    const back = plusDays(schedule.on, dice.from(1, 40));
    rest.push({ what: 'return', day: back, id: `${draft}-back`, payment: draft });
  }
  return [schedule, ...rest];
}

const HOLD_KINDS = [
  'bankruptcy',
  'deceased',
  'represented',
  'identity-theft',
  'scra',
  'dispute',
  'litigation',
  'repossession',
];

function held(dice: Random, dueDay: Day, id: string): Happening[] {
  const kind = dice.one(HOLD_KINDS);
  const day = plusDays(dueDay, dice.from(-15, 15));
  const until = dice.chance(30) ? plusDays(day, dice.from(1, 90)) : null;
  const lifted = plusDays(day, dice.from(1, 120));
  return [
    { what: 'hold', day, id: `h${id}`, kind, until },
    { what: 'lift', day: lifted, id: `h${id}-no`, kind },
  ];
}
