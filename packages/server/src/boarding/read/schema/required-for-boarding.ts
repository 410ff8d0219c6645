import type { Fault } from '../reject.ts';
import type { Fields } from '../xml/extract-fields.ts';
import type { ElementTable, Ex102Product } from './element-table.ts';
import { isZeroFilled } from './element-values.ts';
import { code, codes, moneyCents, type Stated } from './ex102-record.ts';
import { rhythmOf } from './payment-rhythm.ts';
import { acceptedFor, fault } from './validate-values.ts';

/** One fact that a contract cannot be made without, and the elements that can state it. */
type Requirement = {
  readonly anyOf: readonly [string, ...string[]];
  /** The fact counts only when it is more than zero. */
  readonly positive?: true;
  readonly unless?: (record: Stated) => boolean;
};

/** The payment that the customer owes each month: what was scheduled, else what is due next. */
const PAYMENT = [
  'reportingPeriodScheduledPaymentAmount',
  'nextReportingPeriodPaymentAmountDue',
] as const;

const LOAN: readonly Requirement[] = [
  { anyOf: ['assetNumber'] },
  { anyOf: ['reportingPeriodEndingDate'] },
  { anyOf: ['originalLoanTerm'] },
  { anyOf: ['loanMaturityDate'] },
  { anyOf: ['originalInterestRatePercentage', 'reportingPeriodInterestRatePercentage'] },
  { anyOf: ['reportingPeriodActualEndBalanceAmount'] },
  { anyOf: PAYMENT, positive: true, unless: (record) => !isStillPaid(record) },
];

const LEASE: readonly Requirement[] = [
  { anyOf: ['assetNumber'] },
  { anyOf: ['reportingPeriodEndDate'] },
  { anyOf: ['acquisitionCost'], positive: true },
  { anyOf: ['originalLeaseTermNumber'] },
  { anyOf: ['scheduledTerminationDate'] },
  { anyOf: ['originalFirstPaymentDate'] },
  { anyOf: ['contractResidualValue', 'baseResidualValue'] },
  { anyOf: PAYMENT, positive: true, unless: isPrepaid },
];

const REQUIREMENTS: Readonly<Record<Ex102Product, readonly Requirement[]>> = {
  loan: LOAN,
  lease: LEASE,
};

/** What every record of a product must state, each with the elements that can state it. */
export function requiredElements(product: Ex102Product): (readonly [string, ...string[]])[] {
  return REQUIREMENTS[product].map(({ anyOf }) => anyOf);
}

const CHARGED_OFF: Readonly<Record<Ex102Product, string>> = { loan: '4', lease: '3' };

/** Whether the servicer has charged the contract off, whatever balance the record still shows. */
export function isChargedOff(record: Stated): boolean {
  return codes(record, 'zeroBalanceCode').includes(CHARGED_OFF[record.product]);
}

/**
 * The faults of a record that lacks what boarding needs. `readable` holds only values that can be
 * read; `written` all of them, so that an unreadable one is not called missing as well.
 */
export function missingForBoarding(
  table: ElementTable,
  written: Fields,
  readable: Stated,
): Fault[] {
  const missing = REQUIREMENTS[table.product]
    .filter((each) => each.unless?.(readable) !== true)
    .flatMap((each) => missingFact(each, table, written, readable));
  return missing.length > 0 ? [...endedLease(table, readable), ...missing] : [];
}

function missingFact(
  { anyOf, positive }: Requirement,
  table: ElementTable,
  written: Fields,
  readable: Stated,
): Fault[] {
  const stated = anyOf.filter((name) => isStated(readable.fields, name));
  const enough = positive
    ? stated.some((name) => (moneyCents(readable, name) ?? 0n) > 0n)
    : stated.length > 0;
  if (enough) return [];
  const unreadable = anyOf.some((name) => written.has(name) && !readable.fields.has(name));
  const element = table.elements.get(anyOf[0]);
  if (unreadable || element === undefined) return [];
  const accepted = `${anyOf.join(' or ')}: ${acceptedFor(element)}${positive ? ', over 0' : ''}`;
  const value = readable.fields.get(anyOf[0])?.[0] ?? null;
  const noun = table.product;
  return stated.length > 0
    ? [
        fault(
          element,
          value,
          'not-over-zero',
          `A ${noun} needs an amount over zero here.`,
          accepted,
        ),
      ]
    : [
        fault(
          element,
          value,
          'missing-element',
          `A ${noun} cannot be made without this.`,
          accepted,
        ),
      ];
}

function isStated(fields: Fields, name: string): boolean {
  const value = fields.get(name)?.[0];
  return value !== undefined && !(isZeroFilled(value) && /[-/]/.test(value));
}

/** A loan still asks for payments while it has a balance that was not charged off. */
function isStillPaid(record: Stated): boolean {
  const balance = moneyCents(record, 'reportingPeriodActualEndBalanceAmount') ?? 0n;
  return balance > 0n && !isChargedOff(record);
}

/** What a prepaid lease cost is paid, so nothing need be scheduled or due any more. */
function isPrepaid(record: Stated): boolean {
  return code(record, 'leaseTiming') === 'single-payment' || rhythmOf(record) === 'single';
}

/** Servicers list ended leases with little more than how they ended; that makes no contract. */
function endedLease(table: ElementTable, record: Stated): Fault[] {
  if (table.product === 'loan') return [];
  const name = ['terminationIndicator', 'zeroBalanceCode'].find(
    (each) => codes(record, each).length > 0,
  );
  const element = name === undefined ? undefined : table.elements.get(name);
  if (element === undefined) return [];
  const sentence = 'The lease has ended, and the record no longer says on what terms it ran.';
  const accepted = 'the last record of this lease from before it ended';
  const value = codes(record, element.name).join(' | ');
  return [fault(element, value, 'lease-ended-without-terms', sentence, accepted)];
}
