import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { Cents } from '@roadbook/domain/money/cents';
import { PPB_ONE } from '@roadbook/domain/money/rate';
import { roundHalfUp } from '@roadbook/domain/money/round';
import { installmentsPerYear } from '@roadbook/domain/schedule/rhythm';
import { installmentCountOf } from '@roadbook/domain/schedule/schedule';

/**
 * The last installment of a balloon loan: what a balance comes to when every other installment is
 * paid on time, with the interest of one period each. Never less than the others.
 */
export function balloonCents(
  { annualRatePpb, schedule }: LoanTerms,
  balance: Cents,
  satisfied: number,
): Cents {
  const [{ installmentCents, rhythm }] = schedule.segments;
  const perYear = BigInt(installmentsPerYear(rhythm)) * PPB_ONE;
  const withInterest = (owed: Cents): Cents => owed + roundHalfUp(owed * annualRatePpb, perYear);
  let owed = balance;
  for (let number = satisfied + 1; number < installmentCountOf(schedule); number += 1) {
    owed = withInterest(owed) - installmentCents;
  }
  const last = withInterest(owed);
  return last > installmentCents ? last : installmentCents;
}
