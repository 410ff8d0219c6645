import { type LoanContract, type LoanFacts, openingFacts } from '../contract/contract.ts';
import type { Decision } from '../contract/decision.ts';
import type { Hold } from '../contract/hold.ts';
import { lastDueDateDecided } from '../contract/late-fee-rule.ts';
import type { LoanTerms } from '../contract/loan-terms.ts';
import { begin, record } from '../contract/record.ts';
import { NO_BALANCES } from '../ledger/balances.ts';
import { postingUnlessZero } from '../ledger/posting.ts';
import { line, withoutZeros } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { installmentsDueBy, scheduledThrough } from './installment.ts';

/** What a loan brings with it from the servicer before, as of the cut-off date. */
export type LoanOpening = {
  readonly asOf: BusinessDate;
  readonly principalCents: Cents;
  readonly unpaidInterestCents: Cents;
  readonly otherFeesCents: Cents;
  /**
   * Interest is paid through this day: the first payment accrues from here, not from the cut-off.
   */
  readonly interestFrom: BusinessDate;
  /** Installments satisfied before the cut-off; more than have fallen due when paid ahead. */
  readonly satisfiedInstallments: number;
  /** Money that counts toward the installment after those, when a part of it is paid. */
  readonly paidTowardNextCents?: Cents;
  /** A credit balance: money that is owed back to the borrower. */
  readonly creditCents?: Cents;
  /** What the file still shows of a loan that it says has ended: kept as a memo, not owed. */
  readonly endBalanceMemoCents?: Cents;
  readonly holds?: readonly Hold[];
  /** Not null when the record was charged off: the file's end balance, kept as a memo. */
  readonly chargedOffCents: Cents | null;
  readonly endedOn: BusinessDate | null;
};

/** The first entry of a boarded loan: its opening balances against the portfolio it came from. */
export function boardLoan(contractId: string, terms: LoanTerms, opening: LoanOpening): Decision {
  const { asOf, principalCents, unpaidInterestCents, otherFeesCents, creditCents = 0n } = opening;
  const memoCents = opening.endBalanceMemoCents ?? 0n;
  const end = { on: opening.endedOn, chargedOffCents: opening.chargedOffCents ?? 0n };
  const facts: LoanFacts = {
    ...openingFacts(asOf, feesDecidedBy(terms, asOf), end),
    interestFrom: opening.interestFrom,
    paidTowardCents:
      scheduledThrough(terms, opening.satisfiedInstallments) + (opening.paidTowardNextCents ?? 0n),
    feesFirstCents: 0n,
    payoffQuoted: [],
  };
  const loan: LoanContract = {
    product: 'loan',
    contractId,
    version: 0,
    terms,
    status: statusOf(opening),
    balances: NO_BALANCES,
    holds: opening.holds ?? [],
    facts,
  };
  const step = record(begin(loan), {
    kind: 'boarded',
    effectiveDate: asOf,
    postings: [
      ...postingUnlessZero('principal', 'portfolio-opening', principalCents),
      ...postingUnlessZero('interest-receivable', 'portfolio-opening', unpaidInterestCents),
      ...postingUnlessZero('other-fees-receivable', 'portfolio-opening', otherFeesCents),
      ...postingUnlessZero('portfolio-opening', 'refunds-payable', creditCents),
    ],
    lines: withoutZeros([
      line('principal', 'opening-balance', principalCents, { asOf }),
      line('unpaid-interest', 'opening-balance', unpaidInterestCents, { asOf }),
      line('other-fees', 'opening-balance', otherFeesCents, { asOf }),
      line('refund', 'opening-balance', -creditCents, { asOf }),
    ]),
    memo: {
      interestFrom: opening.interestFrom,
      chargedOffCents: facts.end.chargedOffCents.toString(),
      ...(memoCents === 0n ? {} : { endBalanceCents: memoCents.toString() }),
    },
    events: [{ kind: 'boarded', data: { asOf, status: loan.status } }],
  });
  return { outcome: 'decided', entries: step.entries, receipt: { contractId, asOf } };
}

function statusOf(opening: LoanOpening): LoanContract['status'] {
  if (opening.chargedOffCents !== null) return 'charged-off';
  const owed = opening.principalCents + opening.unpaidInterestCents + opening.otherFeesCents;
  return owed === 0n ? 'closed' : 'active';
}

/** Late fees of the time before the cut-off were the former servicer's to decide. */
function feesDecidedBy(terms: LoanTerms, asOf: BusinessDate): number {
  return installmentsDueBy(terms, lastDueDateDecided(terms.policy, asOf));
}
