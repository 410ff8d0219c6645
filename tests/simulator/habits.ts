/** How people pay: a few tempers, and for each the habits a month can show. */
import type { Amount, Happening } from './life.ts';
import { type Day, plusDays } from './oracle/days.ts';
import { CHANNELS } from './oracle/promise.ts';
import type { Random } from './random.ts';

export const TEMPERS = ['punctual', 'sloppy', 'eager', 'troubled', 'chaotic'] as const;
export type Temper = (typeof TEMPERS)[number];

type Pay = Extract<Happening, { what: 'pay' }>;

/** What a person pays around one due date. */
export function paymentsOf(dice: Random, temper: Temper, dueDay: Day, id: string): Pay[] {
  const late = (): number => dice.one([dice.from(1, 20), dice.from(1, 20), dice.from(1, 100)]);
  const due = (percent: number, moreCents = 0n): Amount => ({ of: 'due', percent, moreCents });
  const on = (shift: number, amount: Amount, more: Partial<Pay> = {}): Pay => ({
    what: 'pay',
    day: plusDays(dueDay, shift),
    id: `p${id}`,
    amount,
    purpose: 'regular',
    channel: dice.one(CHANNELS),
    source: dice.one(['customer', 'customer', 'arrived']),
    daysAgo: 0,
    ...more,
  });
  const lockbox = (): Partial<Pay> => ({
    source: 'arrived',
    channel: 'lockbox',
    daysAgo: dice.one([dice.from(0, 4), dice.from(1, 15), dice.from(1, 100)]),
  });
  const pay = {
    exact: () => [on(-dice.from(0, 6), due(100))],
    late: () => [on(late(), due(100))],
    skip: () => [],
    partial: () => [on(dice.from(-5, 12), due(dice.from(5, 95)))],
    halves: () => [on(-3, due(50)), { ...on(dice.from(-1, 18), due(100)), id: `p${id}b` }],
    double: () => [on(-dice.from(0, 8), due(200))],
    ahead: () => [on(-dice.from(0, 8), due(dice.from(101, 450)))],
    tiny: () => [
      on(dice.from(-8, 20), { of: 'due', percent: 0, moreCents: BigInt(dice.from(1, 700)) }),
    ],
    short: () => [on(dice.from(-5, 16), due(100, -BigInt(dice.from(0, 700))))],
    backdated: () => [on(dice.from(0, 40), due(dice.one([100, 100, 50])), lockbox())],
    level: () => [
      on(dice.from(-6, 14), { of: 'installment', percent: 100, moreCents: 0n }, lockbox()),
    ],
    principal: () => [
      on(-4, due(100)),
      {
        ...on(dice.one([-3, 1, 9]), {
          of: 'installment',
          percent: dice.from(10, 300),
          moreCents: 0n,
        }),
        purpose: 'principal-only',
        id: `p${id}x`,
      },
    ],
    insurance: () => [
      on(
        dice.from(-9, 9),
        { of: 'installment', percent: dice.from(5, 250), moreCents: 0n },
        {
          purpose: dice.one(['insurance', 'gap', 'addon-refund', 'recovery']),
          source: 'arrived',
        },
      ),
    ],
    payoff: () => [
      on(
        dice.from(-9, 9),
        { of: 'payoff', percent: 100, moreCents: BigInt(dice.one([0, 0, -400, -600, 900])) },
        { purpose: dice.one(['payoff', 'payoff', 'regular']), ...dice.one([{}, lockbox()]) },
      ),
    ],
  } satisfies Record<string, () => Pay[]>;
  type Habit = keyof typeof pay;
  const rare: Habit[] = [
    'principal',
    'insurance',
    'payoff',
    'backdated',
    'tiny',
    'short',
    'partial',
  ];
  const habits: Record<Temper, Habit[]> = {
    punctual: ['exact', 'exact', 'exact', 'exact', 'level', 'backdated', 'short', 'halves'],
    sloppy: ['exact', 'late', 'late', 'partial', 'backdated', 'short', 'skip', 'halves', 'level'],
    eager: ['exact', 'double', 'ahead', 'principal', 'exact', 'skip', 'level', 'backdated'],
    troubled: ['skip', 'skip', 'late', 'partial', 'skip', 'tiny', 'exact', 'backdated'],
    chaotic: Object.keys(pay) as Habit[],
  };
  const habit = dice.chance(7) ? dice.one(rare) : dice.one(habits[temper]);
  // Most contracts should live their whole term.
  return pay[habit === 'payoff' && dice.chance(70) ? 'exact' : habit]();
}

/** Money that the servicer before received and sends on in the first weeks. */
export function forwarded(dice: Random, opensOn: Day, asOf: Day): Happening[] {
  const count = dice.one(opensOn > asOf ? [1, 2, 3] : [0, 0, 1, 2]);
  return Array.from({ length: count }, (_, index): Happening[] => {
    const day = plusDays(opensOn, dice.from(0, 12));
    const id = `f${index + 1}`;
    const pay: Pay = {
      what: 'pay',
      day,
      id,
      amount: { of: 'installment', percent: dice.one([100, 100, 30, 250]), moreCents: 0n },
      purpose: 'regular',
      channel: dice.one(CHANNELS),
      source: 'arrived',
      daysAgo: dice.one([dice.from(0, 20), dice.from(1, 60), dice.from(1, 100)]),
    };
    const back: Happening = {
      what: 'return',
      day: plusDays(day, dice.from(0, 60)),
      id: `${id}-back`,
      payment: id,
    };
    return dice.chance(15) ? [pay, back] : [pay];
  }).flat();
}

/** Around the last due date somebody pays nearly all of it, and it may come back. */
export function lastPayment(dice: Random, lastDueDate: Day): Happening[] {
  if (!dice.chance(60)) return [];
  const day = plusDays(lastDueDate, dice.from(-9, 3));
  const short = -dice.one([499, 500, 501, dice.from(1, 450), dice.from(1, 520)]);
  const pay: Pay = {
    what: 'pay',
    day,
    id: 'last',
    amount: { of: 'payoff', percent: 100, moreCents: BigInt(short) },
    purpose: 'regular',
    channel: dice.one(CHANNELS),
    source: 'arrived',
    daysAgo: dice.one([0, 0, 0, dice.from(0, 12)]),
  };
  if (!dice.chance(40)) return [pay];
  const back = plusDays(day, dice.from(0, 40));
  return [pay, { what: 'return', day: back, id: 'last-back', payment: 'last' }];
}
