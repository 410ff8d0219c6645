import { type Cents, dollars, sumCents } from '@roadbook/domain/money/cents';
import type { AccountTotal } from './account-totals.ts';
import type { Finding } from './ledger-fault.ts';

/** What a proof of the whole ledger came to. It holds when `findingCount` is zero. */
export type LedgerReport = {
  readonly contracts: number;
  readonly entries: number;
  readonly postings: number;
  readonly closedDays: number;
  /** The first findings; `findingCount` counts all of them. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  readonly totals: readonly AccountTotal[];
  readonly durationMs: number;
};

/** The report as lines for a person at a terminal: totals, then findings, then the verdict. */
export function reportLines(report: LedgerReport): string[] {
  const { contracts, entries, postings, closedDays, findingCount, durationMs } = report;
  const perSecond = Math.round(entries / Math.max(durationMs / 1_000, 0.001));
  return [
    `Contracts    ${count(contracts)}`,
    `Entries      ${count(entries)} (${count(perSecond)} a second)`,
    `Postings     ${count(postings)}`,
    `Closed days  ${count(closedDays)}`,
    '',
    ...totalLines(report.totals),
    '',
    ...report.findings.map(findingLine),
    ...(findingCount > report.findings.length
      ? [`… and ${count(findingCount - report.findings.length)} more findings.`]
      : []),
    findingCount === 0
      ? 'The ledger proves: every entry, balance, chain and closed day is as it was written.'
      : `The ledger does not prove: ${count(findingCount)} findings. Mend nothing by hand; keep ` +
        'a copy of the database as it is and restore these contracts from a backup that proves.',
  ];
}

function findingLine({ contractNumber, contractId, rule, sentence }: Finding): string {
  const name = contractNumber ?? contractId ?? 'ledger';
  return `${name}  ${rule}  ${sentence}`;
}

function totalLines(totals: readonly AccountTotal[]): string[] {
  const total = (side: (each: AccountTotal) => Cents): Cents => sumCents(totals.map(side));
  const rows = [
    ['', 'Debits', 'Credits', 'Balance'],
    ...totals.map(({ product, account, debitCents, creditCents }) => [
      `${product} ${account}`,
      dollars(debitCents),
      dollars(creditCents),
      dollars(debitCents - creditCents),
    ]),
    [
      'all',
      dollars(total((each) => each.debitCents)),
      dollars(total((each) => each.creditCents)),
      dollars(total((each) => each.debitCents - each.creditCents)),
    ],
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
