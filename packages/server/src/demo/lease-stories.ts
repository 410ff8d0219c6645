import { addDays } from '@roadbook/domain/time/calendar';
import type { Act } from './act.ts';
import type { GiveBackStep } from './give-back-act.ts';
import { actOf, ahead, type Payer, regularly } from './payer.ts';

/** A state that some lease must be in on the first day, and how it got there. */
export type LeaseStory = {
  readonly name: string;
  readonly owner?: string;
  /** Days from the first day to the scheduled end, or to a due date in the middle of the term. */
  readonly from: 'maturity' | 'due-date';
  readonly inDays: number;
  /** The car and the term in months, where the dice should not choose. */
  readonly car?: { readonly model: string; readonly months: number };
  /** Miles driven for every hundred allowed to date, at the last reading. */
  readonly milesPercent?: number;
  /** How many days before the first day the lessee read the odometer. */
  readonly readDaysAgo?: readonly number[];
  readonly acts: (payer: Payer) => readonly Act[];
};

/** Every state of a lease that the demonstration promises, relative to the first day. */
export const LEASE_STORIES: readonly LeaseStory[] = [
  ends('lease-end-140', 140, {
    owner: 'maya',
    car: { model: 'Lume Estate', months: 36 },
    milesPercent: 124,
    // Close enough to each other for the season to be seen.
    readDaysAgo: [375, 300, 240, 180, 120, 60, 4],
  }),
  ends('matured-yesterday', -1, { owner: 'rosa', milesPercent: 97, readDaysAgo: [40] }),
  ends('lease-end-260', 260, { owner: 'lena', milesPercent: 88 }),
  ends('lease-end-510', 510, { owner: 'lena', milesPercent: 106 }),
  ends('lease-end-170', 170, { milesPercent: 92 }),
  ends('lease-end-80', 80, { milesPercent: 101 }),
  ends('lease-end-20', 20, { milesPercent: 95 }),
  ends('over-on-miles', 300, { milesPercent: 141 }),
  ends('under-on-miles', 420, { milesPercent: 68 }),
  {
    name: 'lease-late-12',
    from: 'due-date',
    inDays: -12,
    acts: (payer) => regularly(payer, undefined, addDays(payer.today, -12)),
  },
  { name: 'lease-paid-ahead', from: 'due-date', inDays: 14, acts: ahead },
];

/**
 * Cars on their way back. They stand at the end of the book, and all are of one customer, so that
 * every state can be seen by one sign-in.
 */
export const GIVE_BACK_STORIES: readonly LeaseStory[] = [
  givesBack('return-quoted', 12, { quote: 3 }),
  givesBack('given-back', -4, { receive: 6 }),
  givesBack('billed-disputed', -25, { receive: 27, bill: 12, dispute: 5 }),
  givesBack('given-back-settled', -60, { receive: 62, bill: 55, pay: 50 }),
];

/** A lease that is paid on its days, with each step so many days before the first day. */
function givesBack(
  name: string,
  inDays: number,
  steps: Readonly<Partial<Record<GiveBackStep, number>>>,
): LeaseStory {
  const acts = (payer: Payer): Act[] => [
    ...regularly(payer),
    ...Object.entries(steps).map(([step, days]) => {
      const does = { kind: 'give-back', step: step as GiveBackStep } as const;
      return actOf(payer, addDays(payer.today, -days), does);
    }),
  ];
  return { name, owner: 'nora', from: 'maturity', inDays, milesPercent: 96, acts };
}

function ends(
  name: string,
  inDays: number,
  more: Pick<LeaseStory, 'owner' | 'car' | 'milesPercent' | 'readDaysAgo'>,
): LeaseStory {
  return { name, from: 'maturity', inDays, acts: regularly, ...more };
}
