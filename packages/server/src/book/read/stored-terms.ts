import { decode } from '@roadbook/api/wire';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { ServicingPolicy } from '@roadbook/domain/contract/servicing-policy';
import { levelSchedule } from '@roadbook/domain/schedule/schedule';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** How builds wrote a loan's installments before they were a schedule of segments. */
type MonthlyTerms = {
  readonly installmentCount: number;
  readonly firstDueDate: BusinessDate;
  readonly dueDay: number;
  readonly installmentCents: bigint;
  readonly finalInstallmentCents: bigint;
};

type StoredLoanTerms = Omit<LoanTerms, 'policy' | 'schedule'> &
  ({ readonly schedule: LoanTerms['schedule'] } | MonthlyTerms);

type StoredLeaseTerms = Omit<LeaseTerms, 'policy' | 'capitalizedCostReductionCents'> &
  Partial<Pick<LeaseTerms, 'capitalizedCostReductionCents'>>;

/** Terms as the domain knows them, from JSON of any build, with the policy they name. */
export function termsOf(
  product: Contract['product'],
  text: string,
  policy: ServicingPolicy,
): LoanTerms | LeaseTerms {
  return product === 'loan'
    ? { ...loanTerms(decode<StoredLoanTerms>(text)), policy }
    : { capitalizedCostReductionCents: 0n, ...decode<StoredLeaseTerms>(text), policy };
}

function loanTerms(stored: StoredLoanTerms): Omit<LoanTerms, 'policy'> {
  if ('schedule' in stored) return stored;
  const {
    installmentCount: count,
    firstDueDate,
    dueDay,
    installmentCents,
    finalInstallmentCents,
    ...rest
  } = stored;
  const rhythm = { every: 'monthly', dueDay } as const;
  const segment = { firstDueDate, rhythm, count, installmentCents };
  return { ...rest, schedule: levelSchedule(segment, finalInstallmentCents) };
}
