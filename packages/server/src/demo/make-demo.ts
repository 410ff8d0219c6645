import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { openDayOf, openFirstDay } from '../book/day/business-day.ts';
import type { Lender } from '../lender/lender.ts';
import type { Store } from '../platform/database/store.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
import { markPastMessagesSent } from '../platform/post/mark-past-messages-sent.sql.ts';
import { makeAppointments } from './appointments/make-appointments.ts';
import { boardPortfolio } from './board-portfolio.ts';
import { DEMO_STAFF, DEMO_STAFF_PASSWORD, makeDemoStaff } from './customers/demo-staff.ts';
import { DEMO_PASSWORD, type NamedCustomer, SIGN_INS } from './customers/named-customers.ts';
import { findPeople, registerNamed, saveBankAccounts } from './customers/register-customers.ts';
import { demoClock } from './demo-clock.ts';
import { DEMO_SEED, filesOf } from './files/demo-files.ts';
import { saveDisputeWords, savePreparedLeaseEnd } from './lease-end-saves.ts';
import { liveDays } from './live-days.ts';
import { demoPortfolio } from './portfolio.ts';

export type MakeDemo = {
  readonly store: Store;
  readonly ring: KeyRing;
  readonly lender: Lender;
  /** The real clock: only the sign-ins are made now, all else happened before. */
  readonly clock: () => number;
  /** The first day a visitor sees; the open day when the demonstration is ready. */
  readonly today: BusinessDate;
  readonly onProgress: (text: string) => void;
};

export type DemoReport = {
  readonly today: BusinessDate;
  readonly loans: number;
  readonly leases: number;
  readonly customers: number;
  readonly days: number;
  readonly acts: number;
  readonly signIns: readonly NamedCustomer[];
  readonly password: string;
  /** The report for a person at a terminal. */
  readonly lines: readonly string[];
};

/**
 * Makes the fictional lender's portfolio in an empty database: its files go through the same
 * boarding as anybody's, and half a year of business days through the same writer and close. Cut
 * short, it can be called again with the same first day and goes on.
 */
export async function makeDemo(job: MakeDemo): Promise<DemoReport> {
  const { store, ring, lender, today, onProgress } = job;
  const portfolio = demoPortfolio(DEMO_SEED, today);
  const firstDay = addDays(portfolio.calendar.cutOff, 1);
  await demandRoom(store, firstDay, today);
  const clock = demoClock(lender);
  clock.toNoon(firstDay);
  onProgress('Boarding the demonstration portfolio');
  const openDay = await openFirstDay(store, firstDay, clock.now());
  await boardPortfolio({ store, ring, lender, clock: clock.now, openDay }, filesOf(portfolio));
  const people = await findPeople(store, ring, portfolio.people);
  await saveBankAccounts(store, ring, people, clock.now());
  const lived = await liveDays(store, clock, portfolio.acts, today, (day) => {
    onProgress(`Living ${day} of the demonstration, up to ${today}`);
  });
  await markPastMessagesSent(store);
  await registerNamed(store, ring, people, job.clock());
  await makeDemoStaff(store, ring, job.clock());
  await makeAppointments(job, portfolio, people);
  await saveDisputeWords(job, portfolio, people);
  await savePreparedLeaseEnd(job, portfolio, people, job.clock());
  const report = {
    ...lived,
    today,
    loans: portfolio.loans.length,
    leases: portfolio.leases.length,
    customers: people.length,
    signIns: SIGN_INS,
    password: DEMO_PASSWORD,
  };
  return { ...report, lines: linesOf(report) };
}

/** A database that is in use keeps its days: the demonstration would turn them. */
async function demandRoom(store: Store, firstDay: BusinessDate, today: BusinessDate) {
  const open = await openDayOf(store);
  if (open === null || (open >= firstDay && open <= today)) return;
  throw new Error(
    `The open business day is ${open}, and the demonstration would begin on ${firstDay}. ` +
      'Make it in an empty database.',
  );
}

function linesOf(report: Omit<DemoReport, 'lines'>): string[] {
  const { loans, leases, customers, days, acts, signIns, password } = report;
  const width = Math.max(...signIns.map(({ userName }) => userName.length)) + 2;
  return [
    `The demonstration is ready: ${loans} loans, ${leases} leases, ${customers} people,`,
    `${acts} payments and other acts in ${days} business days.`,
    `Sign in with the password ${password} as`,
    ...signIns.map(({ userName, shows }) => `  ${userName.padEnd(width)}${shows}`),
    `At the desk sign in with the password ${DEMO_STAFF_PASSWORD} as`,
    ...DEMO_STAFF.map(({ email, role, placeId }) => {
      const at = placeId === null ? '' : ` at ${placeId}`;
      return `  ${email} (${role}${at})`;
    }),
    'The second proof is a code. Only a demonstration shows it, on the sign-in page of the desk.',
  ];
}
