import { basePayment } from '@roadbook/domain/lease/pricing';
import { levelPayment } from '@roadbook/domain/loan/level-payment';
import { addMonths, type BusinessDate } from '@roadbook/domain/time/calendar';
import { type Random, seededRandom } from '../measure/random.ts';

/** The portfolio's last day with its former servicer, and the first day with us. */
export const CUT_OFF = '2026-10-31' as BusinessDate;
export const FIRST_DAY = '2026-11-02' as BusinessDate;

export type Product = 'loan' | 'lease';

/** A generated file: how many records, and how many days past due each of them is. */
export type RecordsFile = {
  readonly product: Product;
  readonly records: number;
  readonly daysPastDue: (index: number) => number;
};

const CHUNK_RECORDS = 500;
const PPB_STEP = 1_000_000;

/** An EX-102 file with what boarding needs to know. The same file for the same numbers. */
export function* recordChunks({ product, records, daysPastDue }: RecordsFile): Generator<Buffer> {
  const random = seededRandom(product === 'loan' ? 83 : 89);
  const elementsOf = product === 'loan' ? loanElements : leaseElements;
  const namespace = `http://www.sec.gov/edgar/document/absee/auto${product}/assetdata`;
  yield Buffer.from(`<?xml version="1.0"?>\n<assetData xmlns="${namespace}">\n`);
  for (let done = 0; done < records; done += CHUNK_RECORDS) {
    const count = Math.min(CHUNK_RECORDS, records - done);
    const texts = Array.from({ length: count }, (_, at) => {
      const index = done + at;
      const elements = {
        assetNumber: `${product === 'loan' ? 'CL' : 'CV'}${index.toString().padStart(8, '0')}`,
        ...elementsOf(random),
        currentDelinquencyStatus: daysPastDue(index).toString(),
      };
      const lines = Object.entries(elements).map(([name, value]) => `<${name}>${value}</${name}>`);
      return `<assets>${lines.join('')}</assets>\n`;
    });
    yield Buffer.from(texts.join(''));
  }
  yield Buffer.from('</assetData>\n');
}

type Elements = Readonly<Record<string, string>>;

/** A loan in the middle of its life, whose payment ends it on time. */
function loanElements(random: Random): Elements {
  const term = random.pick([48, 60, 66, 72]);
  const left = random.whole(14, term - 4);
  const maturity = addMonths(CUT_OFF, left);
  const balanceCents = BigInt(random.whole(600_000, 3_600_000));
  const ratePpb = random.whole(30, 99) * PPB_STEP;
  const paymentCents = levelPayment(balanceCents, BigInt(ratePpb), left);
  return {
    reportingPeriodBeginningDate: '10-01-2026',
    reportingPeriodEndingDate: '10-31-2026',
    originationDate: monthText(addMonths(maturity, -term)),
    originalLoanAmount: amount((balanceCents * BigInt(term)) / BigInt(left)),
    originalLoanTerm: term.toString(),
    loanMaturityDate: monthText(maturity),
    originalInterestRatePercentage: `0.${ratePpb.toString().padStart(9, '0').slice(0, 8)}`,
    originalFirstPaymentDate: monthText(addMonths(maturity, 1 - term)),
    vehicleManufacturerName: 'CALDERA',
    vehicleModelName: `SERIES ${random.whole(1, 9)}`,
    vehicleModelYear: '2024',
    vehicleNewUsedCode: '1',
    reportingPeriodActualEndBalanceAmount: amount(balanceCents),
    reportingPeriodScheduledPaymentAmount: amount(paymentCents),
    interestPaidThroughDate: `10-${random.whole(10, 28)}-2026`,
  };
}

/** A lease in the middle of its life, priced as leases are. */
function leaseElements(random: Random): Elements {
  const term = random.pick([36, 39, 48]);
  const left = random.whole(8, term - 6);
  const first = addMonths(CUT_OFF, left + 1 - term);
  const costCents = BigInt(random.whole(2_400_000, 5_200_000));
  const residualCents = (costCents * BigInt(random.whole(50, 60))) / 100n;
  const factor = BigInt(random.whole(95, 250)) * 10_000n;
  const { basePaymentCents } = basePayment(costCents, residualCents, term, factor);
  return {
    reportingPeriodBeginDate: '10-01-2026',
    reportingPeriodEndDate: '10-31-2026',
    originationDate: monthText(first),
    acquisitionCost: amount(costCents),
    originalLeaseTermNumber: term.toString(),
    scheduledTerminationDate: monthText(addMonths(first, term)),
    originalFirstPaymentDate: monthText(first),
    contractResidualValue: amount(residualCents),
    vehicleManufacturerName: 'VESPER',
    vehicleModelName: `SERIES ${random.whole(1, 9)}`,
    vehicleModelYear: '2025',
    reportingPeriodScheduledPaymentAmount: amount(basePaymentCents),
    paidThroughDate: '10-31-2026',
  };
}

function amount(cents: bigint): string {
  return `${cents / 100n}.${(cents % 100n).toString().padStart(2, '0')}`;
}

function monthText(on: BusinessDate): string {
  return `${on.slice(5, 7)}/${on.slice(0, 4)}`;
}
