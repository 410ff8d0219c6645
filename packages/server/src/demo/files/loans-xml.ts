import { simpleInterest } from '@roadbook/domain/loan/accrual';
import {
  countOf,
  dueDateOf,
  installmentOf,
  maturityDateOf,
} from '@roadbook/domain/loan/installment';
import { atLeastZero } from '@roadbook/domain/money/cents';
import { addMonths, type BusinessDate } from '@roadbook/domain/time/calendar';
import { LOAN_TABLE } from '../../boarding/read/schema/element-table-loan.ts';
import type { DemoCalendar } from '../demo-calendar.ts';
import type { DemoLoan } from '../demo-loan.ts';
import type { Held } from '../portfolio.ts';
import { amount, day, type Ex102Fields, ex102Text, fraction, month } from './ex102-text.ts';

const ORIGINATOR = 'Larkspur Motor Finance';

/** The auto-loan file of the portfolio, as of the cut-off. */
export function loansXml(loans: readonly Held<DemoLoan>[], calendar: DemoCalendar): string {
  return ex102Text(
    LOAN_TABLE.namespace,
    loans.map((held) => [
      ...originOf(held, calendar),
      ...carOf(held),
      ...periodOf(held.contract, calendar),
      ...endOf(held.contract, calendar),
    ]),
  );
}

function originOf({ contract }: Held<DemoLoan>, calendar: DemoCalendar): Ex102Fields {
  const { terms } = contract;
  return [
    ['assetTypeNumber', 'Larkspur auto loan'],
    ['assetNumber', contract.assetNumber],
    ['reportingPeriodBeginningDate', day(calendar.periodFrom)],
    ['reportingPeriodEndingDate', day(calendar.cutOff)],
    ['originatorName', ORIGINATOR],
    ['originationDate', month(terms.originatedOn)],
    ['originalLoanAmount', amount(terms.amountFinancedCents)],
    ['originalLoanTerm', countOf(terms)],
    ['loanMaturityDate', month(maturityDateOf(terms))],
    ['originalInterestRatePercentage', fraction(terms.annualRatePpb)],
    ['interestCalculationTypeCode', 1],
    ['originalInterestRateTypeCode', 1],
    ['originalFirstPaymentDate', month(dueDateOf(terms, 1))],
    ['underwritingIndicator', 'true'],
    ['gracePeriodNumber', 0],
    ['paymentTypeCode', 2],
    ['subvented', terms.annualRatePpb < 40_000_000n ? 1 : 0],
  ];
}

function carOf({ contract, people }: Held<DemoLoan>): Ex102Fields {
  const { car, terms } = contract;
  return [
    ['vehicleManufacturerName', car.make],
    ['vehicleModelName', car.model],
    ['vehicleNewUsedCode', contract.isNew ? 1 : 2],
    ['vehicleModelYear', car.modelYear],
    ['vehicleTypeCode', car.typeCode],
    ['vehicleValueAmount', amount(contract.valueCents)],
    ['vehicleValueSourceCode', contract.isNew ? 1 : 3],
    ['obligorCreditScoreType', 'Example Score 9'],
    ['obligorCreditScore', contract.creditScore],
    ['obligorIncomeVerificationLevelCode', 2],
    ['obligorEmploymentVerificationCode', 2],
    ['coObligorIndicator', people.length > 1 ? 'true' : 'false'],
    ['obligorGeographicLocation', people[0]?.state ?? null],
    ['assetAddedIndicator', 'false'],
    [
      'remainingTermToMaturityNumber',
      Math.max(0, countOf(terms) - contract.standing.paidInstallments),
    ],
    ['reportingPeriodModificationIndicator', 'false'],
    ['servicingAdvanceMethodCode', 1],
  ];
}

/** What was owed, due and collected in the period; an ended loan has nothing due any more. */
function periodOf({ story, terms, standing }: DemoLoan, calendar: DemoCalendar): Ex102Fields {
  const ended = story?.ended ?? null;
  const end = ended === 'paid-off' ? 0n : standing.principalCents;
  const paidOff = ended === 'paid-off' ? standing.principalCents : 0n;
  const collected = standing.interestCollectedCents + standing.principalCollectedCents;
  const scheduledInterest = simpleInterest(
    standing.beginPrincipalCents,
    terms.annualRatePpb,
    terms.dayCount,
    calendar.periodFrom,
    addMonths(calendar.periodFrom, 1),
  );
  const due = ended === null ? installmentOf(terms, 1).amountCents : 0n;
  return [
    ['reportingPeriodBeginningLoanBalanceAmount', amount(standing.beginPrincipalCents)],
    ['nextReportingPeriodPaymentAmountDue', amount(due)],
    ['reportingPeriodInterestRatePercentage', fraction(terms.annualRatePpb)],
    ['nextInterestRatePercentage', fraction(terms.annualRatePpb)],
    ['servicingFeePercentage', '0.01000000'],
    ['otherAssessedUncollectedServicerFeeAmount', amount(0n)],
    ['scheduledInterestAmount', amount(scheduledInterest)],
    [
      'scheduledPrincipalAmount',
      amount(atLeastZero(installmentOf(terms, 1).amountCents - scheduledInterest)),
    ],
    ['otherPrincipalAdjustmentAmount', amount(0n)],
    ['reportingPeriodActualEndBalanceAmount', amount(end)],
    ['reportingPeriodScheduledPaymentAmount', amount(due)],
    ['totalActualAmountPaid', amount(collected + paidOff)],
    ['actualInterestCollectedAmount', amount(standing.interestCollectedCents)],
    ['actualPrincipalCollectedAmount', amount(standing.principalCollectedCents + paidOff)],
    ['actualOtherCollectedAmount', amount(0n)],
    ['interestPaidThroughDate', day(standing.interestPaidThrough)],
  ];
}

function endOf({ story, standing }: DemoLoan, { cutOff }: DemoCalendar): Ex102Fields {
  const ended = story?.ended ?? null;
  const endedIn: BusinessDate | null = ended === null ? null : cutOff;
  return [
    ['zeroBalanceEffectiveDate', endedIn === null ? null : month(endedIn)],
    ['zeroBalanceCode', ended === null ? null : ended === 'paid-off' ? 1 : 4],
    ['currentDelinquencyStatus', ended === null ? standing.daysPastDue : 0],
    ['primaryLoanServicerName', ORIGINATOR],
    ['assetSubjectDemandIndicator', 'false'],
    ['chargedoffPrincipalAmount', ended === 'charged-off' ? amount(standing.principalCents) : null],
    ['repossessedIndicator', 'false'],
    ['repossessedProceedsAmount', amount(0n)],
  ];
}
