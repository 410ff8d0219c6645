import { leaseDueDate, leasePaymentCount } from '@roadbook/domain/lease/lease-calendar';
import { countOf, dueDateOf, installmentOf } from '@roadbook/domain/loan/installment';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Act } from './act.ts';
import { bankAccountsOf } from './customers/bank-accounts.ts';
import { GIVES_BACK } from './customers/named-customers.ts';
import { leaseOwners, loanOwners, PEOPLE } from './customers/owners.ts';
import { type DemoPerson, makePeople } from './customers/people.ts';
import { type DemoCalendar, demoCalendar, unpaidDueDates } from './demo-calendar.ts';
import { type DemoLease, makeLease } from './demo-lease.ts';
import { type DemoLoan, makeLoan } from './demo-loan.ts';
import { dice } from './dice.ts';
import { GIVE_BACK_STORIES, LEASE_STORIES, type LeaseStory } from './lease-stories.ts';
import { LOAN_STORIES } from './loan-stories.ts';
import { type Habit, type Payer, PROMPT, regularly } from './payer.ts';
import { readingActs } from './told-readings.ts';

export const LOANS = 60;
const RUNNING_LEASES = 60;
export const LEASES = RUNNING_LEASES + GIVE_BACK_STORIES.length;

/** A contract and the people on it, the borrower or lessee first. */
export type Held<C> = { readonly contract: C; readonly people: readonly DemoPerson[] };

/** The whole fictional book, and everything that happens to it between cut-off and first day. */
export type Portfolio = {
  readonly calendar: DemoCalendar;
  readonly people: readonly DemoPerson[];
  readonly loans: readonly Held<DemoLoan>[];
  readonly leases: readonly Held<DemoLease>[];
  /** In the order of their days. */
  readonly acts: readonly Act[];
};

/** The same seed and the same first day give the same portfolio. */
export function demoPortfolio(seed: string, today: BusinessDate): Portfolio {
  const calendar = demoCalendar(today);
  const people = makePeople(seed, PEOPLE);
  const at = (indexes: readonly number[]): DemoPerson[] =>
    indexes.flatMap((index) => people[index] ?? []);
  const loans = Array.from({ length: LOANS }, (_, index) => ({
    contract: makeLoan(seed, calendar, index, LOAN_STORIES[index] ?? null),
    people: at(loanOwners(index)),
  }));
  const leases = Array.from({ length: LEASES }, (_, index) => ({
    contract: makeLease(seed, calendar, index, leaseStoryOf(index)),
    people: at(index < RUNNING_LEASES ? leaseOwners(index) : [GIVES_BACK.place]),
  }));
  const acts = [
    ...loans.flatMap((held) => loanActs(seed, calendar, held)),
    ...leases.flatMap((held) => leaseActs(seed, calendar, held)),
    ...leases.flatMap(({ contract }) => readingActs(contract, calendar)),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { calendar, people, loans, leases, acts };
}

function leaseStoryOf(index: number): LeaseStory | null {
  return LEASE_STORIES[index] ?? GIVE_BACK_STORIES[index - RUNNING_LEASES] ?? null;
}

function loanActs(
  seed: string,
  calendar: DemoCalendar,
  { contract, people }: Held<DemoLoan>,
): readonly Act[] {
  const { terms, lateBy, deal, assetNumber } = contract;
  const payer: Payer = {
    deal,
    assetNumber,
    cutOff: calendar.cutOff,
    today: calendar.today,
    amountCents: installmentOf(terms, 1).amountCents,
    methodId: methodOf(people),
    dueDates: unpaidDueDates(
      calendar,
      (number) => dueDateOf(terms, number),
      countOf(terms),
      lateBy,
    ),
  };
  return contract.story?.acts(payer) ?? regularly(payer, habitOf(seed, contract));
}

function leaseActs(
  seed: string,
  calendar: DemoCalendar,
  { contract, people }: Held<DemoLease>,
): readonly Act[] {
  const { terms, lateBy, deal, assetNumber } = contract;
  const payer: Payer = {
    deal,
    assetNumber,
    cutOff: calendar.cutOff,
    today: calendar.today,
    amountCents: terms.basePaymentCents,
    methodId: methodOf(people),
    dueDates: unpaidDueDates(
      calendar,
      (number) => leaseDueDate(terms, number),
      leasePaymentCount(terms),
      lateBy,
    ),
  };
  return contract.story?.acts(payer) ?? regularly(payer, habitOf(seed, contract));
}

/** Most pay by bank debit on the day, some before it; some by post or through another system. */
function habitOf(seed: string, { assetNumber, lateBy }: DemoLoan | DemoLease): Habit {
  const own = dice(`${seed}/habit/${assetNumber}`);
  const channel = own.pick([
    'bank-debit',
    'bank-debit',
    'bank-debit',
    'lockbox',
    'check',
    'integrator',
  ] as const);
  const isEarly = lateBy === 0 && channel === PROMPT.channel && own.chance(35);
  return { channel, lateBy: isEarly ? -own.between(1, 4) : lateBy };
}

function methodOf(people: readonly DemoPerson[]): string {
  const [owner] = people;
  if (owner === undefined) throw new RangeError('a contract of the demonstration has no owner');
  const [account] = bankAccountsOf(owner);
  return account?.methodId ?? '';
}
