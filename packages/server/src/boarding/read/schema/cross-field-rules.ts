import type { Cents } from '@roadbook/domain/money/cents';
import { PPB_ONE } from '@roadbook/domain/money/rate';
import type { Fault } from '../reject.ts';
import type { ElementTable, Ex102Product } from './element-table.ts';
import { day, integer, moneyCents, month, ratePpb, type Stated } from './ex102-record.ts';
import { fault } from './validate-values.ts';

/** What a record says that cannot be true, or cannot be true together. */
type Rule = {
  /** The element that the reject names. */
  readonly element: string;
  readonly rule: string;
  readonly sentence: string;
  readonly accepted: string;
  readonly broken: (record: Stated, table: ElementTable) => boolean;
};

/** The longest contract that is believed; a longer one is a slip in the file. */
const LONGEST_TERM_MONTHS = 480;

const LOAN: readonly Rule[] = [
  notNegative('originalLoanAmount', 'negative-amount'),
  notNegative('reportingPeriodScheduledPaymentAmount', 'negative-amount'),
  notNegative('nextReportingPeriodPaymentAmountDue', 'negative-amount'),
  countedMonths('originalLoanTerm'),
  notNegativeDays('currentDelinquencyStatus'),
  fraction('originalInterestRatePercentage'),
  fraction('reportingPeriodInterestRatePercentage'),
  fraction('nextInterestRatePercentage'),
  inOrder('originationDate', 'loanMaturityDate', 'maturity-before-origination'),
  inOrder('originationDate', 'originalFirstPaymentDate', 'first-payment-before-origination'),
  inOrder('originalFirstPaymentDate', 'loanMaturityDate', 'maturity-before-first-payment'),
  inOrder('originationDate', 'reportingPeriodEndingDate', 'originated-after-period'),
  inOrder('originationDate', 'interestPaidThroughDate', 'paid-through-before-origination'),
  inOrder('reportingPeriodBeginningDate', 'reportingPeriodEndingDate', 'period-reversed'),
];

const LEASE: readonly Rule[] = [
  notNegative('acquisitionCost', 'negative-amount'),
  notNegative('contractResidualValue', 'negative-amount'),
  notNegative('baseResidualValue', 'negative-amount'),
  notNegative('reportingPeriodScheduledPaymentAmount', 'negative-amount'),
  notNegative('nextReportingPeriodPaymentAmountDue', 'negative-amount'),
  countedMonths('originalLeaseTermNumber'),
  notNegativeDays('currentDelinquencyStatus'),
  inOrder('originationDate', 'scheduledTerminationDate', 'maturity-before-origination'),
  inOrder('originationDate', 'originalFirstPaymentDate', 'first-payment-before-origination'),
  inOrder('originalFirstPaymentDate', 'scheduledTerminationDate', 'maturity-before-first-payment'),
  inOrder('originationDate', 'reportingPeriodEndDate', 'originated-after-period'),
  inOrder('originationDate', 'paidThroughDate', 'paid-through-before-origination'),
  inOrder('reportingPeriodBeginDate', 'reportingPeriodEndDate', 'period-reversed'),
];

const RULES: Readonly<Record<Ex102Product, readonly Rule[]>> = { loan: LOAN, lease: LEASE };

/** The faults between the fields of a record; only readable values take part. */
export function contradictions(table: ElementTable, record: Stated): Fault[] {
  return RULES[table.product].flatMap(({ element, rule, sentence, accepted, broken }) => {
    const named = table.elements.get(element);
    if (named === undefined || !broken(record, table)) return [];
    const value = record.fields.get(element)?.join(' | ') ?? null;
    return [fault(named, value, rule, sentence, accepted)];
  });
}

function notNegative(element: string, rule: string): Rule {
  const sentence = 'This amount cannot be below zero.';
  const broken = (record: Stated): boolean => cents(record, element) < 0n;
  return { element, rule, sentence, accepted: '0 or more', broken };
}

function notNegativeDays(element: string): Rule {
  const sentence = 'Days past due cannot be below zero.';
  const broken = (record: Stated): boolean => (integer(record, element) ?? 0) < 0;
  return { element, rule: 'negative-days', sentence, accepted: '0 or more days', broken };
}

function countedMonths(element: string): Rule {
  const sentence = 'A contract cannot run for that many months.';
  const accepted = `1 to ${LONGEST_TERM_MONTHS} months`;
  const broken = (record: Stated): boolean => {
    const months = integer(record, element) ?? 1;
    return months < 1 || months > LONGEST_TERM_MONTHS;
  };
  return { element, rule: 'term-out-of-range', sentence, accepted, broken };
}

function fraction(element: string): Rule {
  const sentence = 'As a fraction this is a rate below 0 % or over 100 % a year.';
  const accepted = '0 to 1; 6.49 % is written 0.0649';
  const broken = (record: Stated): boolean => {
    const ppb = ratePpb(record, element) ?? 0n;
    return ppb < 0n || ppb > PPB_ONE;
  };
  return { element, rule: 'rate-out-of-range', sentence, accepted, broken };
}

/** The second of two dates may not come before the first; a day and a month compare by month. */
function inOrder(first: string, second: string, rule: string): Rule {
  const sentence = `${second} comes before ${first}.`;
  const broken = (record: Stated, table: ElementTable): boolean => {
    const [a, b] = [dateOf(record, table, first), dateOf(record, table, second)];
    if (a === undefined || b === undefined) return false;
    const length = a.length < b.length ? a.length : b.length;
    return b.slice(0, length) < a.slice(0, length);
  };
  return { element: second, rule, sentence, accepted: `not before ${first}`, broken };
}

function dateOf(record: Stated, { elements }: ElementTable, name: string): string | undefined {
  return elements.get(name)?.kind === 'day' ? day(record, name) : month(record, name);
}

function cents(record: Stated, name: string): Cents {
  return moneyCents(record, name) ?? 0n;
}
