import type { BoardedRecord } from './board-record.ts';
import type { BoardFile } from './boarding-job.ts';
import { type BoardingSummary, countUp } from './boarding-summary.ts';
import type { Party } from './read/party/party.ts';
import { type Fault, rejectAt } from './read/reject.ts';
import { type Ex102Record, moneyCents } from './read/schema/ex102-record.ts';

const BALANCE = {
  loan: 'reportingPeriodActualEndBalanceAmount',
  lease: 'reportingPeriodEndingActualBalanceAmount',
} as const;

/** What of a record is still needed when it is settled: the rest of it need not wait in memory. */
export type SettledRecord = Pick<Ex102Record, 'assetNumber' | 'ordinal' | 'offset' | 'line'> & {
  /** What the record says is left, which the summary's control totals add up. */
  readonly endBalanceCents: bigint;
  /** The rows of the parties file that belong to it. */
  readonly parties: readonly Party[];
};

export function toSettle(record: Ex102Record, parties: readonly Party[]): SettledRecord {
  const { assetNumber, ordinal, offset, line } = record;
  const endBalanceCents = moneyCents(record, BALANCE[record.product]) ?? 0n;
  return { assetNumber, ordinal, offset, line, endBalanceCents, parties };
}

/** A record became a contract. */
export function settleBoarded(
  job: BoardFile,
  summary: BoardingSummary,
  record: SettledRecord,
  boarded: BoardedRecord,
): void {
  summary.boarded += 1;
  summary.boardedByProduct[boarded.toBoard.product] += 1;
  summary.principalCents += boarded.principalCents;
  summary.chargedOffCents += boarded.chargedOffCents;
  summary.memoCents += boarded.memoCents;
  summary.creditCents += boarded.creditCents;
  if (boarded.toBoard.product === 'lease') {
    summary.leaseBalanceCents += record.endBalanceCents - boarded.chargedOffCents;
  }
  summary.parties += boarded.toBoard.parties.length;
  summary.partiesAdded += boarded.toBoard.parties.length;
  for (const term of boarded.assumed) countUp(summary.assumed, term);
  tellOfRemarks(job, summary, record, boarded);
}

/** What was odd about a record that boarded, and the value it boarded without. */
function tellOfRemarks(
  job: BoardFile,
  summary: BoardingSummary,
  { ordinal, offset, line, assetNumber }: SettledRecord,
  { remarks, leftOut }: BoardedRecord,
): void {
  const place = { ordinal, offset, line, record: assetNumber };
  for (const remark of remarks) {
    countUp(summary.remarks, remark.rule);
    job.onRemark?.(rejectAt(place, remark));
  }
  if (leftOut === null) return;
  summary.valuesLeftOut += 1;
  job.onReject(rejectAt(place, leftOut));
}

/** A record whose contract exists: the same again, or another word about it. */
export function settleKnown(
  job: BoardFile,
  summary: BoardingSummary,
  record: SettledRecord,
  isSame: boolean,
): void {
  if (isSame) {
    summary.unchanged += 1;
    summary.unchangedCents += record.endBalanceCents;
    return;
  }
  rejectRecord(job, summary, record, {
    element: 'assetNumber',
    value: record.assetNumber,
    rule: 'already-boarded',
    sentence: 'This asset of the deal is boarded already, and this record says something else.',
    accepted: 'a record of an asset that is not boarded yet, or exactly the one that was',
  });
}

/** A record that cannot become a contract: counted, and said. */
export function rejectRecord(
  job: BoardFile,
  summary: BoardingSummary,
  record: SettledRecord,
  fault: Fault,
): void {
  countReject(summary, fault.rule, record.endBalanceCents);
  const { ordinal, offset, line, assetNumber } = record;
  job.onReject(rejectAt({ ordinal, offset, line, record: assetNumber }, fault));
  // What exists already keeps its people, and what the rows say of them is taken.
  if (fault.rule !== 'already-boarded') rejectParties(job, summary, record.parties, fault.rule);
}

/** Rows whose contract was rejected: they are not without a contract, and they say why. */
export function rejectParties(
  job: BoardFile,
  summary: BoardingSummary,
  parties: readonly Party[],
  rule: string,
): void {
  summary.partiesOfRejected += parties.length;
  for (const { line, assetNumber, contractNumber } of parties) {
    const place = { ordinal: null, record: assetNumber ?? contractNumber, offset: null, line };
    job.onReject(
      rejectAt(place, {
        element: assetNumber === null ? 'contract_number' : 'asset_number',
        value: assetNumber ?? contractNumber,
        rule: 'contract-rejected',
        sentence: `The record of this contract was rejected (${rule}), so the row was not used.`,
        accepted: 'the same row again, with the record corrected',
      }),
    );
  }
}

/** Counts one record that was not taken, under the first rule it broke. */
export function countReject(summary: BoardingSummary, rule: string, endBalanceCents: bigint): void {
  summary.rejected += 1;
  summary.rejectedCents += endBalanceCents;
  countUp(summary.rejectedByRule, rule);
}
