/** Contracts for tests of the shell, boarded from small EX-102 texts through the real importer. */
import { boardFile } from '../src/boarding/board-file.ts';
import { contractIdOf } from '../src/boarding/board-record.ts';
import type { BoardFile } from '../src/boarding/boarding-job.ts';
import type { BoardingSummary } from '../src/boarding/boarding-summary.ts';
import type { Reject } from '../src/boarding/read/reject.ts';
import { readEx102 } from '../src/boarding/read/xml/read-ex102.ts';
import { openDayOf } from '../src/book/day/business-day.ts';
import type { Store } from '../src/platform/database/store.ts';
import { OPEN_DAY, TEST_CLOCK, TEST_KEYS, TEST_LENDER } from './test-lender.ts';

export const DEAL = 'LARK-TEST';

type Elements = Readonly<Record<string, string>>;

/** A loan at its cut-off: 18,250.42 at 6.49 %, 473.00 on the 15th, paid to 18 October. */
const LOAN: Elements = {
  reportingPeriodBeginningDate: '10-01-2026',
  reportingPeriodEndingDate: '10-31-2026',
  originationDate: '03/2025',
  originalLoanAmount: '24180.00',
  originalLoanTerm: '60',
  loanMaturityDate: '03/2030',
  originalInterestRatePercentage: '0.0649',
  originalFirstPaymentDate: '04/2025',
  reportingPeriodActualEndBalanceAmount: '18250.42',
  reportingPeriodScheduledPaymentAmount: '473.00',
  interestPaidThroughDate: '10-18-2026',
  currentDelinquencyStatus: '0',
};

/** A lease at its cut-off: 443.46 on the 15th in advance, 36 months from May 2024. */
const LEASE: Elements = {
  reportingPeriodBeginDate: '10-01-2026',
  reportingPeriodEndDate: '10-31-2026',
  originationDate: '05/2024',
  acquisitionCost: '32145.50',
  originalLeaseTermNumber: '36',
  scheduledTerminationDate: '04/2027',
  originalFirstPaymentDate: '05/2024',
  contractResidualValue: '19890.00',
  reportingPeriodScheduledPaymentAmount: '443.46',
  paidThroughDate: '10-31-2026',
};

/** A file of loans; each record may say other things than the sample. */
export function loanFile(assets: readonly (Elements & { assetNumber: string })[]): string {
  return fileOf(
    'autoloan',
    assets.map((each) => ({ ...LOAN, ...each })),
  );
}

export function leaseFile(assets: readonly (Elements & { assetNumber: string })[]): string {
  return fileOf(
    'autolease',
    assets.map((each) => ({ ...LEASE, ...each })),
  );
}

function fileOf(schema: string, assets: readonly Elements[]): string {
  const records = assets.map((elements) => {
    const lines = Object.entries(elements).map(([name, value]) => `<${name}>${value}</${name}>`);
    return `<assets>${lines.join('')}</assets>`;
  });
  const namespace = `http://www.sec.gov/edgar/document/absee/${schema}/assetdata`;
  return `<?xml version="1.0"?><assetData xmlns="${namespace}">${records.join('')}</assetData>`;
}

export type Boarded = { readonly summary: BoardingSummary; readonly rejects: readonly Reject[] };

/** Boards a file's text as a person's command would. */
export async function boardText(
  store: Store,
  text: string,
  changes: Partial<Pick<BoardFile, 'items' | 'parties' | 'lender' | 'rates' | 'isOldFile'>> = {},
): Promise<Boarded> {
  const rejects: Reject[] = [];
  const summary = await boardFile({
    store,
    clock: TEST_CLOCK,
    lender: TEST_LENDER,
    ring: TEST_KEYS,
    openDay: (await openDayOf(store)) ?? OPEN_DAY,
    deal: DEAL,
    source: 'sample.xml',
    asOf: null,
    items: readEx102([Buffer.from(text)]),
    parties: null,
    onReject: (reject) => rejects.push(reject),
    onProgress: () => undefined,
    ...changes,
  });
  return { summary, rejects };
}

/** Boards one loan and answers its contract id. */
export async function boardSampleLoan(
  store: Store,
  assetNumber: string,
  elements: Elements = {},
): Promise<string> {
  await boardText(store, loanFile([{ ...elements, assetNumber }]));
  return contractIdOf(DEAL, assetNumber);
}

/** Boards one lease and answers its contract id. */
export async function boardSampleLease(
  store: Store,
  assetNumber: string,
  elements: Elements = {},
): Promise<string> {
  await boardText(store, leaseFile([{ ...elements, assetNumber }]));
  return contractIdOf(DEAL, assetNumber);
}
