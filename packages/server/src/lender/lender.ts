import type { LeaseEndFees, LeaseTax, LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { ServicingPolicy } from '@roadbook/domain/contract/servicing-policy';
import type { LeaseEndPolicy } from '@roadbook/domain/lease-end/lease-end-policy';
import type { Cents } from '@roadbook/domain/money/cents';
import type { GroupRole } from '@roadbook/domain/person/staff-role';
import type { TermsOfUse } from '@roadbook/domain/person/terms-of-use';
import type { DayCount } from '@roadbook/domain/time/day-count';
import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { BoardingChecks } from './boarding-checks.ts';
import type { OfficeHours } from './office-hours.ts';
import type { RecoveryTimes } from './recovery-times.ts';
import type { RetentionPolicy } from './retention.ts';

/** What the screens and letters say of the lender. White-label: configuration, never code. */
export type Brand = {
  readonly name: string;
  readonly shortName: string;
  readonly accent: { readonly light: string; readonly dark: string };
  /** An SVG or PNG as a data URL; null draws a mark in the accent. */
  readonly logo: string | null;
  readonly phone: { readonly number: string; readonly hours: OfficeHours };
  readonly email: string;
  readonly addresses: {
    readonly regular: readonly string[];
    readonly overnight: readonly string[];
    readonly payoff: readonly string[];
  };
  readonly legal: string;
  readonly timeZone: string;
};

/** What boarding assumes where a file is silent; each use is recorded with the contract. */
export type BoardingDefaults = {
  readonly dueDay: number;
  readonly deliveryOdometer: number;
  readonly allowanceMilesPerYear: number;
  readonly excessMileCents: Cents;
  readonly tax: LeaseTax;
  readonly endFees: LeaseEndFees;
  /** How days of interest are counted where a file does not say; actual/365 where left out. */
  readonly dayCount?: DayCount;
  /** When lease payments fall due where a file does not say; in advance where left out. */
  readonly leaseTiming?: LeaseTerms['timing'];
  /** How leases are booked where a file does not say; operating where left out. */
  readonly leaseAccounting?: LeaseTerms['accounting'];
  /** What records are held against, and how far they may differ. */
  readonly checks?: BoardingChecks;
};

/** The lender's rules for the end of leases, and whose wear data is its own. */
export type LenderLeaseEnd = {
  /** Each holds from its day until the next one's. */
  readonly policies: readonly LeaseEndPolicy[];
  /** The wear guide that charges, by id; others are for comparison only. */
  readonly guideId: string;
  readonly chargeTableId: string;
};

/** How a lender judges wear. */
export type LenderWear = {
  /**
   * Guides and prices that come with the lender. Only the demonstration has some: a lender of a
   * file imports its own with `guide import` and `charges import`.
   */
  readonly guides: readonly WearGuide[];
  readonly charges: readonly ChargeTable[];
  /** Whether two walks may be compared, before and after a repair (`docs/adr/0019`). */
  readonly compareReports: boolean;
};

/** How customers open an account by themselves. */
export type LenderRegistration = {
  /** How much of the taxpayer number is asked for. */
  readonly ssn: 'last-four' | 'full';
  /** What they agree to; each holds from its day until the next one's. None: nothing is asked. */
  readonly terms: readonly TermsOfUse[];
};

/** A lender: brand, calendar and the dated rules its new contracts get. */
export type Lender = {
  readonly brand: Brand;
  /** Local time at which the servicing day turns: money after it counts for the next day. */
  readonly cutOff: string;
  readonly loanPolicy: ServicingPolicy;
  readonly leasePolicy: ServicingPolicy;
  readonly boarding: BoardingDefaults;
  readonly leaseEnd: LenderLeaseEnd;
  readonly wear: LenderWear;
  readonly registration: LenderRegistration;
  /** Which groups at the sign-on provider have which role at the desk; the first that fits. */
  readonly staffGroups?: readonly GroupRole[];
  /** How somebody comes back who lost everything; the usual times where left out. */
  readonly recovery?: RecoveryTimes;
  /** For how long what is kept of people is kept, by day; the usual days where left out. */
  readonly retention?: readonly RetentionPolicy[];
};
