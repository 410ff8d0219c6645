import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';

/** A stretch of days counted back from maturity; a negative number lies after it. */
export type Window = { readonly fromDays: number; readonly toDays: number };

/** Who may buy the car; each class is quoted apart. */
export type BuyerClass = 'lessee' | 'dealer' | 'third-party';

/** What the lender charges or waives, on what condition and until when. Offers are data. */
export type LeaseEndOffer = {
  readonly id: string;
  /** What the lender calls it, for people. */
  readonly name: string;
  /** Loyalty waives the disposition fee; a pull-ahead waives the last payments as well. */
  readonly kind: 'loyalty' | 'pull-ahead';
  /** At most so many payments not yet due are waived; 0 for loyalty. */
  readonly waivesPayments: number;
  readonly waivesDisposition: boolean;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
  /** The new contract that earns it must be signed within so many days of the return. */
  readonly withinDays: number;
};

/**
 * The lender's rules for the end of a lease: dated data with a version, never a branch. What the
 * contract itself fixes (fees, miles, tax) stands in its terms.
 * Source of the shape: the ranges seen at lenders and Reg M (12 CFR 1013.4).
 */
export type LeaseEndPolicy = {
  readonly version: string;
  readonly effectiveFrom: BusinessDate;
  readonly windows: {
    readonly opens: number;
    readonly decide: number;
    readonly inspection: Window;
    /** When a car may simply be returned; earlier it is an early end. */
    readonly turnIn: Window;
  };
  readonly buyers: readonly BuyerClass[];
  /** Title and registration charges that the lender collects when it sells the car. */
  readonly officialFeesCents: Cents;
  readonly extension: {
    /** All extensions together; one more month would need new disclosures. */
    readonly maxMonths: number;
    readonly milesProRata: boolean;
  };
  readonly holdoverMilesProRata: boolean;
  readonly earlyEnd: {
    /** The allowance counts only for the days gone by. */
    readonly milesProRata: boolean;
    /** Never more than the remaining payments and the charges of the lease end. */
    readonly cappedAtRemainingPayments: boolean;
    readonly feeOnPurchase: boolean;
  };
  readonly miles: {
    readonly boughtMileCents: Cents;
    /** Miles can be bought until so many days before maturity. */
    readonly buyUntilDays: number;
    readonly refundsUnused: boolean;
  };
  readonly offers: readonly LeaseEndOffer[];
  /** The final bill is promised within so many days of the return. */
  readonly finalBillDays: number;
  readonly giveBack: GiveBackPolicy;
};

/** What a lender promises whoever gives a car back, and what may still come afterwards. */
export type GiveBackPolicy = {
  /** A return quote allows so many more miles at no cost. */
  readonly toleranceMiles: number;
  /** For how many days a return quote is good. */
  readonly goodForDays: number;
  /** A disputed line is decided within so many days. */
  readonly disputeDays: number;
  /** A refund is paid within so many days of settling. */
  readonly refundDays: number;
  /** Taking off more than this of one line needs two people. */
  readonly fourEyesCents: Cents;
  /** Tolls, tickets and taxes of the time before the receipt. */
  readonly thirdParty: {
    /** They are charged within so many days of the receipt, or not at all. */
    readonly withinDays: number;
    /** All of them together. */
    readonly mostCents: Cents;
  };
};
