import { revive } from '@roadbook/api/wire';
import {
  FACTS_SHAPE,
  type LeaseFacts,
  type LoanFacts,
  NO_HOLDOVER,
} from '@roadbook/domain/contract/contract';
import { NOT_GIVEN_BACK } from '@roadbook/domain/contract/give-back';
import type { LeaseReading } from '@roadbook/domain/contract/reading';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** Facts of shape 1: builds before they were grouped wrote no shape. */
type FlatFacts = {
  readonly lastEffective: BusinessDate;
  readonly lateFeesDecided: number;
  readonly awaitedLateFees: LoanFacts['lateFees']['awaited'];
  readonly uncleared: LoanFacts['clearing'];
  readonly scheduled: LoanFacts['promises'];
  readonly chargedOffCents: bigint;
  readonly endedOn: BusinessDate | null;
};

type FlatLoanFacts = FlatFacts &
  Pick<LoanFacts, 'interestFrom' | 'paidTowardCents'> & { readonly feesFirstCents?: bigint };

type FlatLeaseFacts = FlatFacts &
  Pick<LeaseFacts, 'billed' | 'open'> & {
    readonly periodsBooked?: number;
    readonly odometer: Pick<LeaseReading, 'miles' | 'on'> | null;
  };

/** Facts of a build that knew of the first payoff quote only, and let it count for ever. */
type QuotedOnceFacts = Omit<LoanFacts, 'payoffQuoted'> & {
  readonly payoffQuotedOn: BusinessDate | null;
};

function quotedByDays({ payoffQuotedOn: from, ...facts }: QuotedOnceFacts): LoanFacts {
  return { ...facts, payoffQuoted: from === null ? [] : [{ from, through: null }] };
}

/** Lease facts of a build in which no car could be given back. */
type KeptFacts = Omit<LeaseFacts, 'giveBack'> & { readonly giveBack?: LeaseFacts['giveBack'] };

/**
 * Facts as the domain knows them, from JSON of any build. What an earlier build did not write was
 * then always so: no fee had been paid before an installment, a period came into the books with its
 * payment, no holdover rent was billed, no payoff quote was remembered, and no car was given back.
 */
export function factsOf(stored: unknown): LoanFacts | LeaseFacts {
  const facts = revive<LoanFacts | QuotedOnceFacts | KeptFacts | FlatLoanFacts | FlatLeaseFacts>(
    stored,
  );
  if ('payoffQuotedOn' in facts) return quotedByDays(facts);
  if ('shape' in facts) return 'billed' in facts ? { giveBack: NOT_GIVEN_BACK, ...facts } : facts;
  return 'billed' in facts ? groupedLease(facts) : grouped(facts);
}

function shared(flat: FlatFacts) {
  return {
    shape: FACTS_SHAPE,
    lastEffective: flat.lastEffective,
    lateFees: { decided: flat.lateFeesDecided, awaited: flat.awaitedLateFees },
    clearing: flat.uncleared,
    promises: flat.scheduled,
    end: { on: flat.endedOn, chargedOffCents: flat.chargedOffCents },
  } as const;
}

function grouped(flat: FlatLoanFacts): LoanFacts {
  return {
    ...shared(flat),
    interestFrom: flat.interestFrom,
    paidTowardCents: flat.paidTowardCents,
    feesFirstCents: flat.feesFirstCents ?? 0n,
    payoffQuoted: [],
  };
}

function groupedLease(flat: FlatLeaseFacts): LeaseFacts {
  const { odometer } = flat;
  return {
    ...shared(flat),
    billed: flat.billed,
    periodsBooked: flat.periodsBooked ?? flat.billed,
    open: flat.open,
    readings: odometer === null ? [] : [{ ...odometer, source: 'file', reason: null }],
    holdover: NO_HOLDOVER,
    giveBack: NOT_GIVEN_BACK,
  };
}
