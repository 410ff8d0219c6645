import type { LoanContract } from '../contract/contract.ts';
import { balanceOf } from '../ledger/balances.ts';
import { type Line, line } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import { PPB_ONE, type Ppb } from '../money/rate.ts';
import { roundHalfUp } from '../money/round.ts';
import { type BusinessDate, isLeapYear, partsOf } from '../time/calendar.ts';
import { type DayCount, type YearFraction, yearFraction } from '../time/day-count.ts';

/**
 * Simple interest on a principal over days, rounded once: principal × annual rate × part of a year.
 * 20,000.00 at 6.99 % over 30 days of actual/365 is 114.90.
 */
export function simpleInterest(
  principal: Cents,
  annualRatePpb: Ppb,
  dayCount: DayCount,
  from: BusinessDate,
  to: BusinessDate,
): Cents {
  return interestOver(principal, annualRatePpb, yearFraction(dayCount, from, to));
}

function interestOver(
  principal: Cents,
  annualRatePpb: Ppb,
  { numerator, denominator }: YearFraction,
): Cents {
  return roundHalfUp(principal * annualRatePpb * numerator, PPB_ONE * denominator);
}

/** Interest earned and not yet posted, from the last posting to a day. Zero once charged off. */
export function unpostedInterest(loan: LoanContract, on: BusinessDate): Cents {
  if (loan.status === 'charged-off') return 0n;
  const { annualRatePpb, dayCount } = loan.terms;
  const principal = balanceOf(loan.balances, 'principal');
  return simpleInterest(principal, annualRatePpb, dayCount, loan.facts.interestFrom, on);
}

/** The same as a line that explains itself. */
export function unpostedInterestLine(loan: LoanContract, on: BusinessDate): Line {
  return unpostedInterestLines(loan)(on);
}

/** The same as a function of the day: what every day of a quote shares is worked out once. */
export function unpostedInterestLines(loan: LoanContract): (on: BusinessDate) => Line {
  const { annualRatePpb, dayCount } = loan.terms;
  const { interestFrom } = loan.facts;
  const principal = balanceOf(loan.balances, 'principal');
  const accrues = loan.status !== 'charged-off';
  const principalCents = principal.toString();
  const rate = annualRatePpb.toString();
  return (on) => {
    const fraction = yearFraction(dayCount, interestFrom, on);
    const cents = accrues ? interestOver(principal, annualRatePpb, fraction) : 0n;
    return line('interest', 'simple-interest', cents, {
      principalCents,
      annualRatePpb: rate,
      dayCount,
      from: interestFrom,
      to: on,
      days: fraction.days.toString(),
    });
  };
}

/**
 * One day's interest in millionths of a dollar, for showing: 3.830137 is 3_830_137. By
 * actual/actual it depends on the day: in a leap year a day is one of 366.
 */
export function perDiemMicros(loan: LoanContract, on: BusinessDate): bigint {
  const { annualRatePpb, dayCount } = loan.terms;
  const principal = balanceOf(loan.balances, 'principal');
  return roundHalfUp(principal * annualRatePpb * 10_000n, PPB_ONE * daysInYear(dayCount, on));
}

function daysInYear(dayCount: DayCount, on: BusinessDate): bigint {
  if (dayCount === '30/360') return 360n;
  return dayCount === 'actual/actual' && isLeapYear(partsOf(on).year) ? 366n : 365n;
}
