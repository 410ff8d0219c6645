import {
  addDays,
  addMonths,
  type BusinessDate,
  monthsBetween,
} from '@roadbook/domain/time/calendar';
import { type Random, seededRandom } from '../measure/random.ts';

const NAMESPACE = 'http://www.sec.gov/edgar/document/absee/autoloan/assetdata';
const MAKERS = ['NORTHERLY', 'CALDERA', 'VESPER', 'HALCYON'] as const;
const STATES = ['IL', 'TX', 'OH', 'WA', 'GA', 'CO'] as const;

/** A generated EX-102 loan file. */
export type LoanFile = {
  readonly seed: number;
  readonly firstAsset: number;
  readonly records: number;
  /** The last day of the reporting period lies before the month of this day. */
  readonly before: BusinessDate;
};

const CHUNK_RECORDS = 250;

/**
 * The file's bytes in chunks. The same file for the same seed; real files look like this inside.
 */
export function* loanFileChunks({
  seed,
  firstAsset,
  records,
  before,
}: LoanFile): Generator<Buffer> {
  const random = seededRandom(seed);
  const periodEnd = addDays(`${before.slice(0, 7)}-01` as BusinessDate, -1);
  yield Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<assetData xmlns="${NAMESPACE}">\n`);
  for (let done = 0; done < records; done += CHUNK_RECORDS) {
    const count = Math.min(CHUNK_RECORDS, records - done);
    const texts = Array.from({ length: count }, (_, at) =>
      recordText(random, firstAsset + done + at, periodEnd),
    );
    yield Buffer.from(texts.join(''));
  }
  yield Buffer.from('</assetData>\n');
}

function recordText(random: Random, asset: number, periodEnd: BusinessDate): string {
  const lines = elementsOf(random, asset, periodEnd).map(
    ([name, value]) => `    <${name}>${value}</${name}>\n`,
  );
  return `  <assets>\n${lines.join('')}  </assets>\n`;
}

/** A loan in the middle of its life, paid to within the last month; plausible, not amortised. */
function elementsOf(random: Random, asset: number, periodEnd: BusinessDate): [string, string][] {
  const term = random.pick([48, 60, 66, 72]);
  const age = random.whole(3, term - 12);
  const firstDue = addMonths(periodEnd, -age, 1);
  const maturity = addMonths(firstDue, term - 1);
  const financed = random.whole(12_000, 48_000);
  const left = Math.round((financed * (term - age)) / term);
  const rate = `0.0${random.whole(299, 999)}0000`;
  const payment = `${Math.round((financed / term) * 1.15)}.${random.whole(10, 99)}000000`;
  const balance = `${left}.${random.whole(10, 99)}000000`;
  const periodBegin = addDays(periodEnd, 1 - Number(periodEnd.slice(8)));
  return [
    ['assetTypeNumber', 'Sponsor Assigned'],
    ['assetNumber', assetNumberOf(asset)],
    ['reportingPeriodBeginningDate', dayText(periodBegin)],
    ['reportingPeriodEndingDate', dayText(periodEnd)],
    ['originatorName', 'Larkspur Motor Finance'],
    ['originationDate', monthText(addMonths(firstDue, -1))],
    ['originalLoanAmount', `${financed}.00000000`],
    ['originalLoanTerm', term.toString()],
    ['loanMaturityDate', monthText(maturity)],
    ['originalInterestRatePercentage', rate],
    ['interestCalculationTypeCode', '1'],
    ['originalInterestRateTypeCode', '1'],
    ['originalFirstPaymentDate', monthText(firstDue)],
    ['underwritingIndicator', 'true'],
    ['gracePeriodNumber', random.whole(0, 2).toString()],
    ['paymentTypeCode', '2'],
    ['subvented', '0'],
    ['vehicleManufacturerName', random.pick(MAKERS)],
    ['vehicleModelName', `SERIES ${random.whole(1, 9)}`],
    ['vehicleNewUsedCode', random.whole(1, 2).toString()],
    ['vehicleModelYear', firstDue.slice(0, 4)],
    ['vehicleTypeCode', random.whole(1, 3).toString()],
    ['vehicleValueAmount', `${financed + 1_500}.00000000`],
    ['vehicleValueSourceCode', '98'],
    ['obligorCreditScoreType', 'Consumer Bureau'],
    ['obligorCreditScore', random.whole(560, 830).toString()],
    ['obligorIncomeVerificationLevelCode', '2'],
    ['obligorEmploymentVerificationCode', '2'],
    ['coObligorIndicator', random.pick(['true', 'false'])],
    ['paymentToIncomePercentage', `0.${random.whole(1_000, 1_999)}0000`],
    ['obligorGeographicLocation', random.pick(STATES)],
    ['assetAddedIndicator', 'false'],
    ['remainingTermToMaturityNumber', monthsBetween(periodEnd, maturity).toString()],
    ['reportingPeriodModificationIndicator', 'false'],
    ['servicingAdvanceMethodCode', '1'],
    ['reportingPeriodBeginningLoanBalanceAmount', `${left + 300}.00000000`],
    ['nextReportingPeriodPaymentAmountDue', payment],
    ['reportingPeriodInterestRatePercentage', rate],
    ['nextInterestRatePercentage', rate],
    ['servicingFeePercentage', '0.01000000'],
    ['otherAssessedUncollectedServicerFeeAmount', '0.00000000'],
    ['scheduledInterestAmount', `${random.whole(20, 99)}.22000000`],
    ['scheduledPrincipalAmount', `${random.whole(200, 500)}.39000000`],
    ['otherPrincipalAdjustmentAmount', '0.00000000'],
    ['reportingPeriodActualEndBalanceAmount', balance],
    ['reportingPeriodScheduledPaymentAmount', payment],
    ['totalActualAmountPaid', payment],
    ['actualInterestCollectedAmount', '39.02000000'],
    ['actualPrincipalCollectedAmount', '300.59000000'],
    ['actualOtherCollectedAmount', '0.00000000'],
    ['servicerAdvancedAmount', '0.00000000'],
    ['interestPaidThroughDate', dayText(addDays(periodEnd, -random.whole(0, 27)))],
    ['currentDelinquencyStatus', '0'],
    ['primaryLoanServicerName', 'Larkspur Motor Finance'],
    ['assetSubjectDemandIndicator', 'false'],
    ['chargedoffPrincipalAmount', '0.00000000'],
    ['recoveredAmount', '0.00000000'],
    ['repossessedIndicator', 'false'],
    ['repossessedProceedsAmount', '0.00000000'],
  ];
}

export function assetNumberOf(asset: number): string {
  return `B${asset.toString().padStart(9, '0')}`;
}

function dayText(on: BusinessDate): string {
  return `${on.slice(5, 7)}-${on.slice(8)}-${on.slice(0, 4)}`;
}

function monthText(on: BusinessDate): string {
  return `${on.slice(5, 7)}/${on.slice(0, 4)}`;
}
