import { adjustedLeaseBalance } from '@roadbook/domain/lease/lease-balance';
import {
  leaseDueDate,
  leaseMaturityDate,
  leasePaymentCount,
} from '@roadbook/domain/lease/lease-calendar';
import { addDays, daysBetween, monthsBetween } from '@roadbook/domain/time/calendar';
import { LEASE_TABLE } from '../../boarding/read/schema/element-table-lease.ts';
import { type DemoCalendar, wasPaidBy } from '../demo-calendar.ts';
import type { DemoLease } from '../demo-lease.ts';
import type { Held } from '../portfolio.ts';
import { amount, day, type Ex102Fields, ex102Text, fraction, month } from './ex102-text.ts';
import { DISCOUNT_PPB, securitizationValue } from './securitization-value.ts';

const ORIGINATOR = 'Larkspur Motor Finance';

/** The auto-lease file of the portfolio, as of the cut-off. */
export function leasesXml(leases: readonly Held<DemoLease>[], calendar: DemoCalendar): string {
  return ex102Text(
    LEASE_TABLE.namespace,
    leases.map((held) => [
      ...originOf(held, calendar),
      ...carOf(held, calendar),
      ...periodOf(held.contract, calendar),
    ]),
  );
}

function originOf({ contract }: Held<DemoLease>, calendar: DemoCalendar): Ex102Fields {
  const { terms } = contract;
  return [
    ['assetTypeNumber', 'Larkspur auto lease'],
    ['assetNumber', contract.assetNumber],
    ['reportingPeriodBeginDate', day(calendar.periodFrom)],
    ['reportingPeriodEndDate', day(calendar.cutOff)],
    ['originatorName', ORIGINATOR],
    ['originationDate', month(terms.startsOn)],
    ['acquisitionCost', amount(terms.adjustedCapitalizedCostCents)],
    ['originalLeaseTermNumber', terms.termMonths],
    ['scheduledTerminationDate', month(leaseMaturityDate(terms))],
    ['originalFirstPaymentDate', month(terms.startsOn)],
    ['underwritingIndicator', 'true'],
    ['gracePeriod', 0],
    ['paymentTypeCode', 2],
    ['subvented', 0],
  ];
}

function carOf({ contract, people }: Held<DemoLease>, { cutOff }: DemoCalendar): Ex102Fields {
  const { car, terms } = contract;
  return [
    ['vehicleManufacturerName', car.make],
    ['vehicleModelName', car.model],
    ['vehicleNewUsedCode', 1],
    ['vehicleModelYear', car.modelYear],
    ['vehicleTypeCode', car.typeCode],
    ['vehicleValueAmount', amount(contract.msrpCents)],
    ['vehicleValueSourceCode', 2],
    ['baseResidualValue', amount(contract.baseResidualCents)],
    ['baseResidualSourceCode', 1],
    ['contractResidualValue', amount(terms.residualValueCents)],
    ['lesseeCreditScoreType', 'Example Score 9'],
    ['lesseeCreditScore', contract.creditScore],
    ['lesseeIncomeVerificationLevelCode', 2],
    ['lesseeEmploymentVerificationCode', 2],
    ['coLesseePresentIndicator', people.length > 1 ? 'true' : 'false'],
    ['lesseeGeographicLocation', people[0]?.state ?? null],
    ['assetAddedIndicator', 'false'],
    ['remainingTermNumber', Math.max(0, monthsBetween(cutOff, leaseMaturityDate(terms)))],
    ['reportingPeriodModificationIndicator', 'false'],
    ['servicingAdvanceMethodCode', 1],
  ];
}

/** What was owed, due and collected in the period, and what the securitization counts. */
function periodOf({ terms, lateBy, baseResidualCents }: DemoLease, calendar: DemoCalendar) {
  const { cutOff, periodFrom } = calendar;
  const payment = amount(terms.basePaymentCents);
  const numbers = Array.from({ length: leasePaymentCount(terms) }, (_, index) => index + 1);
  const paid = numbers.filter((number) => wasPaidBy(cutOff, leaseDueDate(terms, number), lateBy));
  const collected = paid.filter((n) => addDays(leaseDueDate(terms, n), lateBy) >= periodFrom);
  const collectedCents = terms.basePaymentCents * BigInt(collected.length);
  const firstUnpaid = leaseDueDate(terms, paid.length + 1);
  const valueAfter = (count: number): string =>
    amount(securitizationValue(terms, count, baseResidualCents));
  const fields: Ex102Fields = [
    ['reportingPeriodSecuritizationValueAmount', valueAfter(paid.length - collected.length)],
    ['securitizationDiscountRate', fraction(DISCOUNT_PPB)],
    ['nextReportingPeriodPaymentAmountDue', payment],
    ['servicingFeePercentage', '0.01000000'],
    ['otherAssessedUncollectedServicerFeeAmount', amount(0n)],
    [
      'reportingPeriodEndingActualBalanceAmount',
      amount(adjustedLeaseBalance(terms, cutOff).totalCents),
    ],
    ['reportingPeriodScheduledPaymentAmount', payment],
    ['totalActualAmountPaid', amount(collectedCents)],
    ['actualOtherCollectedAmount', amount(0n)],
    ['reportingPeriodEndActualSecuritizationAmount', valueAfter(paid.length)],
    ['paidThroughDate', day(addDays(firstUnpaid, -1))],
    ['currentDelinquencyStatus', Math.max(0, daysBetween(firstUnpaid, cutOff))],
    ['primaryLeaseServicerName', ORIGINATOR],
    ['assetSubjectDemandIndicator', 'false'],
    ['excessFeeAmount', amount(0n)],
    ['liquidationProceedsAmount', amount(0n)],
  ];
  return fields;
}
