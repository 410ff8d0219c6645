import type { Contract, LoanContract } from '../contract/contract.ts';
import type { Event, Message } from '../contract/decision.ts';
import { type Changes, record, type Step } from '../contract/record.ts';
import { nextLoanStatus } from '../contract/status.ts';
import { balanceOf } from '../ledger/balances.ts';
import { type Posting, postingUnlessZero } from '../ledger/posting.ts';
import { unpostedInterest } from '../loan/accrual.ts';
import { smallBalanceDay } from '../loan/payoff-ahead.ts';
import { line } from '../money/breakdown.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { addDays, type BusinessDate, laterOf } from '../time/calendar.ts';
import { skipAllScheduled } from './promise/promised-payments.ts';

const OWED = [
  'principal',
  'interest-receivable',
  'late-fees-receivable',
  'other-fees-receivable',
] as const;

/** What the books say a borrower owes: principal, posted interest and fees. */
export function owedCents({ balances }: LoanContract): Cents {
  return sumCents(OWED.map((account) => balanceOf(balances, account)));
}

/** Writes off all that the books say is owed. */
export function writeOffPostings({ balances }: LoanContract): Posting[] {
  return OWED.flatMap((account) =>
    postingUnlessZero('small-balance-write-off', account, balanceOf(balances, account)),
  );
}

/** What a loan becomes when the last of it is paid or written off. */
export function paidOff(loan: LoanContract, on: BusinessDate): Changes<LoanContract> {
  const status = nextLoanStatus(loan.status, 'paid-off');
  return { status, shared: { end: { ...loan.facts.end, on } } };
}

export function paidOffNews(on: BusinessDate): {
  readonly events: readonly Event[];
  readonly messages: readonly Message[];
} {
  return {
    events: [{ kind: 'loan-paid-off', data: { on } }],
    messages: [{ topic: 'notice', template: 'loan-paid-off', data: {} }],
  };
}

/** Writes off what is left of a loan at its end when it is no more than the small balance. */
export function writeOffSmallBalance<C extends Contract>(step: Step<C>, on: BusinessDate): Step<C>;
export function writeOffSmallBalance(
  { contract, entries }: Step<Contract>,
  on: BusinessDate,
): Step<Contract> {
  if (contract.product === 'lease' || smallBalanceDay(contract, on) !== on) {
    return { contract, entries };
  }
  const step: Step<LoanContract> = { contract, entries };
  const accrued = unpostedInterest(contract, on);
  const left = owedCents(contract) + accrued;
  const owedPostings = OWED.flatMap((account) => {
    const more = account === 'interest-receivable' ? accrued : 0n;
    const cents = balanceOf(contract.balances, account) + more;
    return postingUnlessZero('small-balance-write-off', account, cents);
  });
  const changes = paidOff(contract, on);
  const lastEffective = laterOf(contract.facts.lastEffective, addDays(on, 1));
  const written = record(
    step,
    {
      kind: 'small-balance-written-off',
      effectiveDate: on,
      postings: [
        ...postingUnlessZero('interest-receivable', 'interest-income', accrued),
        ...owedPostings,
      ],
      lines: [line('written-off', 'small-balance', left)],
      ...paidOffNews(on),
    },
    {
      ...changes,
      facts: { ...contract.facts, interestFrom: on },
      shared: { ...changes.shared, lastEffective },
    },
  );
  return skipAllScheduled(written, 'loan-paid-off', on);
}
