import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { Cents } from '@roadbook/domain/money/cents';
import { levelSchedule } from '@roadbook/domain/schedule/schedule';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** Terms of a loan as they are stored: without the policy, which many contracts share. */
export type StoredLoanTerms = Omit<LoanTerms, 'policy'>;

/** Loan terms before schedules had segments: one run of monthly installments. */
type MonthlyTerms = Omit<StoredLoanTerms, 'schedule'> & {
  readonly firstDueDate: BusinessDate;
  readonly dueDay: number;
  readonly installmentCount: number;
  readonly installmentCents: Cents;
  readonly finalInstallmentCents: Cents;
};

/** Terms as the domain knows them, whatever build wrote them. */
export function completeLoanTerms(stored: StoredLoanTerms | MonthlyTerms): StoredLoanTerms {
  if ('schedule' in stored) return stored;
  const {
    firstDueDate,
    dueDay,
    installmentCount: count,
    installmentCents,
    finalInstallmentCents,
    ...rest
  } = stored;
  const segment = {
    firstDueDate,
    rhythm: { every: 'monthly', dueDay },
    count,
    installmentCents,
  } as const;
  return { ...rest, schedule: levelSchedule(segment, finalInstallmentCents) };
}
