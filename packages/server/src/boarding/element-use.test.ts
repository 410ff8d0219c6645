import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../tests/house/shared-data.ts';
import { OPEN_DAY, TEST_CLOCK, TEST_KEYS, TEST_LENDER } from '../../testing/test-lender.ts';
import { type BoardingContext, boardRecord, identify } from './board-record.ts';
import { itemOfFields } from './read/boarding-item.ts';
import type { Element, Ex102Product } from './read/schema/element-table.ts';
import { tableOf } from './read/schema/element-tables.ts';
import { useOf } from './read/schema/element-use.ts';

/*
 * The table of uses against what boarding does: an element that is said to be mapped or checked
 * changes what comes of the record when it changes, and one that is said not to be used does not.
 */

type Elements = Readonly<Record<string, string>>;

/** A value that changes what comes of the record, and what else the record must say for it. */
type Change = { readonly to: string; readonly with?: Elements; readonly without?: string[] };

const LOAN: Elements = {
  assetNumber: 'L-1001',
  reportingPeriodBeginningDate: '10-01-2026',
  reportingPeriodEndingDate: '10-31-2026',
  originationDate: '10/2024',
  originalLoanAmount: '25000.00',
  originalLoanTerm: '60',
  loanMaturityDate: '10/2029',
  originalInterestRatePercentage: '0.0649',
  originalFirstPaymentDate: '11/2024',
  reportingPeriodInterestRatePercentage: '0.0649',
  reportingPeriodActualEndBalanceAmount: '16000.00',
  reportingPeriodScheduledPaymentAmount: '489.04',
  interestPaidThroughDate: '10-15-2026',
};

const NO_FIRST = ['originalFirstPaymentDate'];
const NO_PERIOD_RATE = ['reportingPeriodInterestRatePercentage'];
const CLOSED = { reportingPeriodActualEndBalanceAmount: '0.00', zeroBalanceCode: '1' };

const LOAN_CHANGES: Readonly<Record<string, Change>> = {
  assetNumber: { to: 'L-1002' },
  reportingPeriodBeginningDate: { to: '11-01-2026' },
  reportingPeriodEndingDate: { to: '10-30-2026' },
  originationDate: { to: '09/2024' },
  originalLoanAmount: { to: '25000.01' },
  originalLoanTerm: { to: '61', without: NO_FIRST },
  loanMaturityDate: { to: '11/2029' },
  originalInterestRatePercentage: { to: '0.0650', without: NO_PERIOD_RATE },
  interestCalculationTypeCode: { to: '98' },
  originalInterestRateTypeCode: { to: '2', with: { nextInterestRatePercentage: '0.07' } },
  originalInterestOnlyTermNumber: { to: '36' },
  originalFirstPaymentDate: { to: '12/2024' },
  gracePeriodNumber: { to: '9' },
  paymentTypeCode: { to: '1' },
  vehicleManufacturerName: { to: 'Solano' },
  vehicleModelName: { to: 'Mesa' },
  vehicleModelYear: { to: '2024' },
  vehicleValueAmount: { to: '30000.00' },
  remainingTermToMaturityNumber: { to: '60' },
  nextReportingPeriodPaymentAmountDue: { to: '0.00' },
  reportingPeriodInterestRatePercentage: { to: '0.0650' },
  nextInterestRatePercentage: { to: '0.0650' },
  otherAssessedUncollectedServicerFeeAmount: { to: '25.00' },
  reportingPeriodActualEndBalanceAmount: { to: '16000.01' },
  reportingPeriodScheduledPaymentAmount: { to: '489.05' },
  interestPaidThroughDate: { to: '10-16-2026' },
  zeroBalanceEffectiveDate: { to: '09/2026', with: CLOSED },
  zeroBalanceCode: { to: '4' },
  currentDelinquencyStatus: { to: '16' },
  repossessedIndicator: { to: 'true' },
  holds: { to: 'dispute' },
  dayCount: { to: '30/360' },
  paymentFrequency: { to: 'quarterly' },
  firstPaymentDay: { to: '11-09-2024' },
  secondDueDay: { to: '18', with: { paymentFrequency: 'semi-monthly' } },
  paidThroughDate: { to: '01-20-2027' },
};

const LEASE: Elements = {
  assetNumber: 'V-2001',
  reportingPeriodBeginDate: '10-01-2026',
  reportingPeriodEndDate: '10-31-2026',
  originationDate: '05/2024',
  acquisitionCost: '32145.50',
  originalLeaseTermNumber: '36',
  scheduledTerminationDate: '05/2027',
  originalFirstPaymentDate: '05/2024',
  contractResidualValue: '19890.00',
  reportingPeriodScheduledPaymentAmount: '443.46',
};

const ENDED = { zeroBalanceCode: '1' };

const LEASE_CHANGES: Readonly<Record<string, Change>> = {
  assetNumber: { to: 'V-2002' },
  reportingPeriodBeginDate: { to: '11-01-2026' },
  reportingPeriodEndDate: { to: '10-30-2026' },
  originationDate: { to: '06/2024' },
  acquisitionCost: { to: '32145.51' },
  originalLeaseTermNumber: { to: '35' },
  scheduledTerminationDate: { to: '08/2027' },
  originalFirstPaymentDate: { to: '06/2024' },
  gracePeriod: { to: '9' },
  paymentTypeCode: { to: '4' },
  vehicleManufacturerName: { to: 'Solano' },
  vehicleModelName: { to: 'Mesa' },
  vehicleNewUsedCode: { to: '2' },
  vehicleModelYear: { to: '2024' },
  vehicleValueAmount: { to: '30000.00' },
  baseResidualValue: { to: '19890.01', without: ['contractResidualValue'], with: {} },
  contractResidualValue: { to: '19890.01' },
  remainingTermNumber: { to: '30' },
  nextReportingPeriodPaymentAmountDue: { to: '0.00' },
  otherAssessedUncollectedServicerFeeAmount: { to: '25.00' },
  reportingPeriodEndingActualBalanceAmount: { to: '9000.00', with: { zeroBalanceCode: '3' } },
  reportingPeriodScheduledPaymentAmount: { to: '443.47' },
  paidThroughDate: { to: '01-20-2027' },
  zeroBalanceEffectiveDate: { to: '09/2026', with: ENDED },
  zeroBalanceCode: { to: '1' },
  currentDelinquencyStatus: { to: '16' },
  leaseExtended: { to: '3' },
  terminationIndicator: { to: '3' },
  holds: { to: 'dispute' },
  leaseTiming: { to: 'arrears' },
  leaseAccounting: { to: 'finance' },
  securityDepositAmount: { to: '500.00' },
  capitalizedCostReductionAmount: { to: '3600.00' },
  boughtMiles: { to: '3000' },
};

const SAMPLE: Readonly<Record<Ex102Product, Elements>> = { loan: LOAN, lease: LEASE };
const CHANGES = { loan: LOAN_CHANGES, lease: LEASE_CHANGES } as const;

const CONTEXT: BoardingContext = {
  deal: 'LARK-TEST',
  source: 'sample.csv',
  asOf: null,
  openDay: OPEN_DAY,
  lender: TEST_LENDER,
  ring: TEST_KEYS,
  nowMs: TEST_CLOCK(),
};

/** Everything that comes of a record, what was assumed apart. */
function outcomeOf(product: Ex102Product, elements: Elements) {
  const fields = new Map(Object.entries(elements).map(([name, value]) => [name, [value]]));
  const where = { ordinal: 1, offset: null, line: 2 };
  const item = itemOfFields(tableOf(product), where, fields, [], 'fraction');
  if (!item.ok) return { made: item.rejects.map(({ rule }) => rule), assumed: [] };
  const made = boardRecord(identify(CONTEXT.deal, item.record), [], CONTEXT);
  if (!('toBoard' in made)) return { made, assumed: [] };
  const { terms, opening, vehicle, contractNumber, asOf } = made.toBoard;
  const { assumed, ...rest } = terms;
  const { state, factsText, holdsText, nextDate } = opening;
  const { status, balances } = state;
  const standing = { status, balances, factsText, holdsText, nextDate };
  const { remarks, memoCents, creditCents } = made;
  const told = { remarks, memoCents, creditCents };
  return { made: { terms: rest, vehicle, contractNumber, asOf, standing, told }, assumed };
}

function without(elements: Elements, names: readonly string[] = []): Elements {
  return Object.fromEntries(Object.entries(elements).filter(([name]) => !names.includes(name)));
}

/** Two values that an element can have. */
function legalValues({ kind, codes }: Element): readonly [string, string] {
  switch (kind) {
    case 'text':
      return ['A', 'B'];
    case 'day':
      return ['10-01-2026', '10-02-2026'];
    case 'month':
      return ['08/2026', '09/2026'];
    case 'money':
      return ['1.00', '2.00'];
    case 'rate':
      return ['0.01', '0.02'];
    case 'integer':
      return ['1', '2'];
    case 'flag':
      return ['false', 'true'];
    case 'code':
      return [codes[0] ?? '', codes.at(-1) ?? ''];
  }
}

describe.each(['loan', 'lease'] as const)('the uses of a %s', (product) => {
  const elements = [...tableOf(product).elements.values()];
  const usedNames = elements
    .map(({ name }) => name)
    .filter((name) => useOf(product, name)?.use !== 'not-used');

  test('name every element once, and nothing else', () => {
    expect(elements.filter(({ name }) => useOf(product, name) === null)).toEqual([]);
    expect(Object.keys(CHANGES[product]).sort()).toEqual([...usedNames].sort());
  });

  test.each(usedNames)('%s changes what comes of the record', (name) => {
    const change = CHANGES[product][name];
    if (change === undefined) throw new Error(`no change for ${name}`);
    const before = { ...without(SAMPLE[product], change.without), ...change.with };
    const [was, is] = [before, { ...before, [name]: change.to }].map((each) =>
      JSON.stringify(outcomeOf(product, each), bigintText),
    );
    expect(is).not.toBe(was);
  });

  const unused = elements.filter(({ name }) => useOf(product, name)?.use === 'not-used');
  test.each(unused.map((element) => [element.name, element] as const))(
    '%s changes nothing but, where it matters, what is recorded',
    (name, element) => {
      const outcomes = ['', ...legalValues(element)].map((value) =>
        outcomeOf(product, value === '' ? SAMPLE[product] : { ...SAMPLE[product], [name]: value }),
      );
      const made = outcomes.map((each) => JSON.stringify(each.made, bigintText));
      expect(new Set(made).size).toBe(1);
      const use = useOf(product, name);
      const matters = use?.use === 'not-used' && use.matters !== undefined;
      const last = outcomes.at(-1)?.assumed.find(({ term }) => term === name);
      expect(last?.reason).toBe(matters ? 'stated-not-used' : undefined);
    },
  );
});

function bigintText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}

describeWithSharedData('the uses against the published element lists', (data) => {
  test.each(['loan', 'lease'] as const)('auto %s', (product) => {
    const path = `${data}/abs-ee/elements-auto${product}.json`;
    const list: { elements: { xmlName: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
    const missing = list.elements.filter(({ xmlName }) => useOf(product, xmlName) === null);
    expect(missing).toEqual([]);
  });
});
