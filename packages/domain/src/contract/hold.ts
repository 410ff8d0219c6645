import type { BusinessDate } from '../time/calendar.ts';

export const HOLD_KINDS = [
  'bankruptcy',
  'discharged',
  'deceased',
  'represented',
  'cease-communication',
  'identity-theft',
  'scra',
  'dispute',
  'litigation',
  'repossession',
  'boarding-review',
  'access',
] as const;

/** Why normal servicing stops on a contract. */
export type HoldKind = (typeof HOLD_KINDS)[number];

/** What a hold can stop. Every command and the close ask before they act. */
export const STOPPABLE = [
  'drafts',
  'late-fees',
  'demand-notices',
  'calls-and-texts',
  'reporting',
  'self-service',
  'repossession',
  'charge-off',
] as const;
export type Stoppable = (typeof STOPPABLE)[number];

/**
 * A hold from a day until a day (null: until it is lifted), with who decided it and on what proof.
 */
export type Hold = {
  readonly kind: HoldKind;
  readonly from: BusinessDate;
  readonly until: BusinessDate | null;
  readonly party: string | null;
  readonly evidence: string;
  readonly decidedBy: string;
};

/**
 * What each kind stops. Sources: 11 USC 362 and 524 (bankruptcy, discharge), 15 USC 1692c
 * (represented, cease communication), 15 USC 1681c-2 (identity theft), 50 USC 3937 and 3952 (SCRA),
 * 12 CFR 1022.43 (dispute).
 */
export const HOLD_STOPS: Readonly<Record<HoldKind, readonly Stoppable[]>> = {
  bankruptcy: [
    'drafts',
    'late-fees',
    'demand-notices',
    'calls-and-texts',
    'repossession',
    'charge-off',
  ],
  discharged: ['drafts', 'late-fees', 'demand-notices', 'calls-and-texts', 'repossession'],
  deceased: ['drafts', 'late-fees', 'demand-notices', 'calls-and-texts', 'reporting'],
  represented: ['demand-notices', 'calls-and-texts'],
  'cease-communication': ['demand-notices', 'calls-and-texts'],
  'identity-theft': STOPPABLE,
  scra: ['late-fees', 'repossession', 'charge-off'],
  dispute: ['demand-notices'],
  litigation: ['demand-notices', 'calls-and-texts', 'self-service'],
  repossession: ['drafts', 'late-fees'],
  // A person has to say what the former servicer's file meant before anything acts on it.
  'boarding-review': ['drafts', 'late-fees', 'demand-notices', 'repossession', 'charge-off'],
  // While we keep a person out of the portal nobody pays late because of us.
  access: ['late-fees'],
};

/** The first hold that stops this on this day, or null when nothing does. */
export function stoppedBy(holds: readonly Hold[], what: Stoppable, on: BusinessDate): Hold | null {
  for (const hold of holds) {
    const inForce = hold.from <= on && (hold.until === null || on < hold.until);
    if (inForce && HOLD_STOPS[hold.kind].includes(what)) return hold;
  }
  return null;
}
