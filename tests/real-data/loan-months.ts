/**
 * Real loan-months: what a servicer's own records say a payment came to. Each is boarded from an
 * EX-102 text through the importer, paid through the integrator's API, and read back from the
 * ledger.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { levelPayment } from '@roadbook/domain/loan/level-payment';
import { dollars } from '@roadbook/domain/money/cents';
import { addDays, type BusinessDate, parseDate, partsOf } from '@roadbook/domain/time/calendar';
import { boardFile } from '@roadbook/server/boarding/board-file';
import { contractIdOf } from '@roadbook/server/boarding/board-record';
import { readEx102 } from '@roadbook/server/boarding/read/xml/read-ex102';
import { createWriter } from '@roadbook/server/book/write/writer';
import { createPortalApp } from '@roadbook/server/http/portal-app';
import { makeToken } from '@roadbook/server/people/api-token';
import type { Store } from '@roadbook/server/platform/database/store';
import { simulatedPaymentGateway } from '@roadbook/server/platform/gateway/simulated-payment-gateway';
import { OPEN_DAY, TEST_CLOCK, TEST_KEYS, TEST_LENDER } from '@roadbook/server/testing/test-lender';
import pino from 'pino';

/** One payment as the servicer recorded it; amounts as they stand in the file. */
type Vector = {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly balance: number;
  readonly rate: number;
  readonly interestCollected: number;
  readonly principalCollected: number;
};

/** What our ledger says to what the servicer says, in cents. */
export type Comparison = {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly days: number;
  readonly interestCents: bigint;
  readonly theirInterestCents: bigint;
  readonly principalCents: bigint;
  readonly theirPrincipalCents: bigint;
};

const DEAL = 'REAL-MONTHS';

export async function replayLoanMonths(store: Store, data: string): Promise<Comparison[]> {
  const path = join(data, 'vectors', 'real-daily-simple-interest-act365-sample.json');
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Vector[] };
  await board(store, vectors);
  const token = await makeToken(store, 'integrator', 'real data', TEST_CLOCK());
  const app = await createPortalApp({
    shell: () => ({
      store,
      writer: createWriter(store, TEST_CLOCK),
      ring: TEST_KEYS,
      lender: TEST_LENDER,
      gateway: simulatedPaymentGateway(),
      clock: TEST_CLOCK,
    }),
    logger: pino({ level: 'silent' }),
    isHttps: false,
    trustProxy: false,
    pagesFolder: null,
  });
  const comparisons: Comparison[] = [];
  for (const [index, vector] of vectors.entries()) {
    const contractId = contractIdOf(DEAL, assetOf(index));
    const theirInterestCents = centsOf(vector.interestCollected);
    const theirPrincipalCents = centsOf(vector.principalCollected);
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/integrator/contracts/${contractId}/payments`,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': `month-${index}-paid` },
      payload: {
        receivedOn: vector.to,
        amountCents: (theirInterestCents + theirPrincipalCents).toString(),
      },
    });
    if (answer.statusCode !== 201) throw new Error(`payment ${index + 1}: ${answer.body}`);
    comparisons.push({
      number: index + 1,
      days: vector.days,
      interestCents: await posted(store, contractId, 'interest-income'),
      theirInterestCents,
      principalCents: await posted(store, contractId, 'principal'),
      theirPrincipalCents,
    });
  }
  await app.close();
  return comparisons;
}

const assetOf = (index: number): string => `M-${index + 1}`;

/** What the payment's own postings credit an account with. */
async function posted(store: Store, contractId: string, account: string): Promise<bigint> {
  const [row] = await store.query<{ cents: string }>(
    `select coalesce(sum(p.cents), 0)::text as cents from posting p
     join entry e using (contract_id, seq)
     where p.contract_id = $1 and e.kind = 'payment' and p.credit = $2`,
    [contractId, account],
  );
  return BigInt(row?.cents ?? '0');
}

/** A number of the file as cents: its decimal text is exact, its binary value is not used. */
function centsOf(amount: number): bigint {
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(amount)) ?? [];
  if (whole === '') throw new Error(`${amount} is not an amount in cents`);
  return BigInt(`${whole}${fraction.padEnd(2, '0')}`);
}

async function board(store: Store, vectors: readonly Vector[]): Promise<void> {
  const rejects: string[] = [];
  const summary = await boardFile({
    store,
    clock: TEST_CLOCK,
    lender: TEST_LENDER,
    ring: TEST_KEYS,
    openDay: OPEN_DAY,
    deal: DEAL,
    source: 'loan-months.xml',
    asOf: null,
    isOldFile: true,
    items: readEx102([Buffer.from(fileOf(vectors))]),
    parties: null,
    onReject: ({ element, sentence }) => rejects.push(`${element}: ${sentence}`),
    onProgress: () => undefined,
  });
  if (summary.boarded !== vectors.length) throw new Error(rejects.join('\n'));
}

/**
 * Loans as their servicer would report them on the day before the payment: interest is paid through
 * an earlier day, and accrues from there and not from the cut-off.
 */
function fileOf(vectors: readonly Vector[]): string {
  const records = vectors.map((vector, index) => {
    const { from, to, balance, rate } = vector;
    const cutOff = usDate(addDays(dayOf(to), -1));
    const elements: [name: string, value: string][] = [
      ['assetNumber', assetOf(index)],
      ['reportingPeriodBeginningDate', cutOff],
      ['reportingPeriodEndingDate', cutOff],
      ['originationDate', '01/2015'],
      ['originalLoanAmount', dollars(centsOf(balance) * 2n)],
      ['originalLoanTerm', '84'],
      ['loanMaturityDate', '01/2022'],
      ['originalInterestRatePercentage', String(rate)],
      ['originalFirstPaymentDate', '02/2015'],
      ['reportingPeriodActualEndBalanceAmount', String(balance)],
      ['reportingPeriodScheduledPaymentAmount', dollars(installmentOf(vector))],
      ['interestPaidThroughDate', usDate(dayOf(from))],
      ['currentDelinquencyStatus', '0'],
    ];
    const lines = elements.map(([name, value]) => `<${name}>${value}</${name}>`);
    return `<assets>${lines.join('')}</assets>`;
  });
  const namespace = 'http://www.sec.gov/edgar/document/absee/autoloan/assetdata';
  return `<?xml version="1.0"?><assetData xmlns="${namespace}">${records.join('')}</assetData>`;
}

/**
 * The payment that the contract asks for. What was paid in the month may be many payments at once,
 * and boarding refuses a record whose payment cannot belong to its amount, rate and term.
 */
function installmentOf({ balance, rate }: Vector): bigint {
  const ratePpb = BigInt(Math.round(rate * 1e9));
  return levelPayment(centsOf(balance) * 2n, ratePpb, 84);
}

function dayOf(iso: string): BusinessDate {
  const on = parseDate(iso);
  if (on === null) throw new Error(`${iso} is not a date`);
  return on;
}

function usDate(on: BusinessDate): string {
  const { year, month, day } = partsOf(on);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(month)}-${two(day)}-${year}`;
}

/** A table of everything that is not the same to the cent. */
export function differences(comparisons: readonly Comparison[]): string[] {
  const rows = comparisons
    .filter(isDifferent)
    .map((each) => [
      String(each.number),
      String(each.days),
      dollars(each.interestCents),
      dollars(each.theirInterestCents),
      dollars(each.interestCents - each.theirInterestCents),
      dollars(each.principalCents - each.theirPrincipalCents),
    ]);
  const header = ['Month', 'Days', 'Our interest', 'Theirs', 'Interest', 'Principal'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---:')), ...rows.map(line)];
}

export function isDifferent(each: Comparison): boolean {
  return (
    each.interestCents !== each.theirInterestCents ||
    each.principalCents !== each.theirPrincipalCents
  );
}
