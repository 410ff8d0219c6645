import { dollars } from '@roadbook/domain/money/cents';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** What a person has to say before a file boards. */
export type BoardingQuestion =
  /** Rates that fit only as percents: as fractions they would be absurd. */
  | { readonly about: 'rates'; readonly percent: number }
  /** A cut-off so long ago that all its late fees and charge-offs would come at once. */
  | {
      readonly about: 'old-file';
      readonly asOf: BusinessDate;
      readonly days: number;
      readonly most: number;
    };

/** What boarding a file came to. Counts and balances add up to what was read. */
export type BoardingSummary = {
  readonly deal: string;
  readonly source: string;
  refused: boolean;
  /** What a person has to say before anything boards; null when nothing is asked. */
  question: BoardingQuestion | null;
  read: number;
  boarded: number;
  boardedByProduct: { loan: number; lease: number };
  unchanged: number;
  rejected: number;
  fileDefects: number;
  /** Rows of the parties file whose person is a party now: added, changed or as they were. */
  parties: number;
  partiesAdded: number;
  partiesChanged: number;
  partiesUnchanged: number;
  partiesRejected: number;
  /** Values that were left out of rows that were taken, or read as they were meant. */
  partyValuesReported: number;
  partiesOfRejected: number;
  partiesUnclaimed: number;
  contractNumbersChanged: number;
  vinsChanged: number;
  /** Contracts whose terms have another version: a due day or miles that had been assumed. */
  termsChanged: number;
  /** Columns of the parties file that are not used, and how many rows state something there. */
  partyColumnsNotUsed: Record<string, number>;
  /** Values that a contract boarded without. */
  valuesLeftOut: number;
  endBalanceCents: bigint;
  principalCents: bigint;
  /** End balances of leases, whose books hold the car and the payments instead. */
  leaseBalanceCents: bigint;
  chargedOffCents: bigint;
  /** What the file still shows of loans that have ended. */
  memoCents: bigint;
  /** Credit balances, owed back. */
  creditCents: bigint;
  unchangedCents: bigint;
  rejectedCents: bigint;
  rejectedByRule: Record<string, number>;
  assumed: Record<string, number>;
  /** Contracts that boarded with a remark, by rule. */
  remarks: Record<string, number>;
  /** Records that state an element which was not used, by its name. */
  notUsed: Record<string, number>;
};

export function emptySummary(deal: string, source: string): BoardingSummary {
  return {
    deal,
    source,
    refused: false,
    question: null,
    read: 0,
    boarded: 0,
    boardedByProduct: { loan: 0, lease: 0 },
    unchanged: 0,
    rejected: 0,
    fileDefects: 0,
    parties: 0,
    partiesAdded: 0,
    partiesChanged: 0,
    partiesUnchanged: 0,
    partiesRejected: 0,
    partyValuesReported: 0,
    partiesOfRejected: 0,
    partiesUnclaimed: 0,
    contractNumbersChanged: 0,
    vinsChanged: 0,
    termsChanged: 0,
    partyColumnsNotUsed: {},
    valuesLeftOut: 0,
    endBalanceCents: 0n,
    principalCents: 0n,
    leaseBalanceCents: 0n,
    chargedOffCents: 0n,
    memoCents: 0n,
    creditCents: 0n,
    unchangedCents: 0n,
    rejectedCents: 0n,
    rejectedByRule: {},
    assumed: {},
    remarks: {},
    notUsed: {},
  };
}

/** What the parties file came to. */
export function partyRows(summary: BoardingSummary): [string, string][] {
  return [
    ['Parties', count(summary.parties)],
    ['  added', count(summary.partiesAdded)],
    ['  changed', count(summary.partiesChanged)],
    ['  unchanged', count(summary.partiesUnchanged)],
    ['Parties rejected', count(summary.partiesRejected)],
    ['Values of parties reported', count(summary.partyValuesReported)],
    ['Parties of rejected contracts', count(summary.partiesOfRejected)],
    ['Parties without contract', count(summary.partiesUnclaimed)],
    ['Contract numbers changed', count(summary.contractNumbersChanged)],
    ['VINs changed', count(summary.vinsChanged)],
    ['Terms changed', count(summary.termsChanged)],
    ...Object.entries(summary.partyColumnsNotUsed).map(([column, n]): [string, string] => [
      `Not used: ${column}`,
      count(n),
    ]),
  ];
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
    ...counts(summary.rejectedByRule, '  '),
    ['Defects of the file', count(summary.fileDefects)],
    ['End balance in file', dollars(summary.endBalanceCents)],
    ['  principal boarded', dollars(summary.principalCents)],
    ...unlessZero('  lease balances boarded', summary.leaseBalanceCents),
    ['  charged-off memo', dollars(summary.chargedOffCents)],
    ...unlessZero('  ended, kept as memo', summary.memoCents),
    ...unlessZero('  owed back', -summary.creditCents),
    ['  unchanged', dollars(summary.unchangedCents)],
    ['  rejected', dollars(summary.rejectedCents)],
    ...partyRows(summary),
    ['Values left out', count(summary.valuesLeftOut)],
    ...counts(summary.assumed, 'Assumed: '),
    ...counts(summary.remarks, 'Remark: '),
    ...counts(summary.notUsed, 'Not used: '),
    ['Time', time],
  ];
  return aligned(rows);
}

/** Labels and values in two columns. */
export function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.map(([label, value]) => `${label.padEnd(width)}${value}`);
}

function unlessZero(label: string, cents: bigint): [string, string][] {
  return cents === 0n ? [] : [[label, dollars(cents)]];
}

function counts(of: Readonly<Record<string, number>>, before: string): [string, string][] {
  return Object.entries(of).map(([name, n]) => [`${before}${name}`, count(n)]);
}

/** One more under a name. */
export function countUp(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
