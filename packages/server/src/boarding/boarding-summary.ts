import { dollars } from '@roadbook/domain/money/cents';

/** What boarding a file came to. Counts and balances add up to what was read. */
export type BoardingSummary = {
  readonly deal: string;
  readonly source: string;
  refused: boolean;
  read: number;
  boarded: number;
  boardedByProduct: { loan: number; lease: number };
  unchanged: number;
  rejected: number;
  fileDefects: number;
  parties: number;
  partiesRejected: number;
  partiesUnclaimed: number;
  endBalanceCents: bigint;
  principalCents: bigint;
  chargedOffCents: bigint;
  unchangedCents: bigint;
  rejectedCents: bigint;
  rejectedByRule: Record<string, number>;
  assumed: Record<string, number>;
};

export function emptySummary(deal: string, source: string): BoardingSummary {
  return {
    deal,
    source,
    refused: false,
    read: 0,
    boarded: 0,
    boardedByProduct: { loan: 0, lease: 0 },
    unchanged: 0,
    rejected: 0,
    fileDefects: 0,
    parties: 0,
    partiesRejected: 0,
    partiesUnclaimed: 0,
    endBalanceCents: 0n,
    principalCents: 0n,
    chargedOffCents: 0n,
    unchangedCents: 0n,
    rejectedCents: 0n,
    rejectedByRule: {},
    assumed: {},
  };
}

/** The summary as lines for a person at a terminal. */
export function summaryLines(summary: BoardingSummary, time: string): string[] {
  const { boardedByProduct: by } = summary;
  const rows: [string, string][] = [
    ['Deal', summary.deal],
    ['Records read', count(summary.read)],
    ['Boarded', `${count(summary.boarded)} (${count(by.loan)} loans, ${count(by.lease)} leases)`],
    ['Unchanged', count(summary.unchanged)],
    ['Rejected', count(summary.rejected)],
    ...Object.entries(summary.rejectedByRule).map(([rule, n]): [string, string] => [
      `  ${rule}`,
      count(n),
    ]),
    ['Defects of the file', count(summary.fileDefects)],
    ['End balance in file', dollars(summary.endBalanceCents)],
    ['  principal boarded', dollars(summary.principalCents)],
    ['  charged-off memo', dollars(summary.chargedOffCents)],
    ['  unchanged', dollars(summary.unchangedCents)],
    ['  rejected', dollars(summary.rejectedCents)],
    ['Parties', count(summary.parties)],
    ['Parties rejected', count(summary.partiesRejected)],
    ['Parties without contract', count(summary.partiesUnclaimed)],
    ...Object.entries(summary.assumed).map(([term, n]): [string, string] => [
      `Assumed: ${term}`,
      count(n),
    ]),
    ['Time', time],
  ];
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.map(([label, value]) => `${label.padEnd(width)}${value}`);
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
