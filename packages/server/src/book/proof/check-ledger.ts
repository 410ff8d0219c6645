import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable, Store } from '../../platform/database/store.ts';
import { arrayText } from '../../platform/database/value-parsers.ts';
import { openDayOf } from '../day/business-day.ts';
import { totalAccounts } from './account-totals.ts';
import { checkContract, type Judged } from './check-contract.ts';
import { tallyDays } from './check-days.ts';
import { checkPolicies } from './check-policies.ts';
import { checkStrays } from './check-strays.ts';
import { type Finding, type Findings, type Note, noteIn } from './ledger-fault.ts';
import type { LedgerReport } from './ledger-report.ts';
import {
  AFTER_ALL,
  BEFORE_ALL,
  type ContractRows,
  countContracts,
  type LedgerPosting,
  type Place,
  readContractRows,
  readEntries,
  readPostings,
} from './read-ledger.ts';
import { beginTally, type ContractTally, tallyEntry } from './tally-entries.ts';

export type ProofProgress = {
  readonly contracts: number;
  readonly entries: number;
  /** How many contracts there are to prove. */
  readonly allContracts: number;
};

const PAGE = 2_000;
const NEVER = '9999-12-31' as BusinessDate;

/**
 * Proves the whole ledger from its rows: chains, balances, states, directories and closed days.
 * Reads one unchanging picture of the database, so payments may go on meanwhile; on the embedded
 * engine, which has a single connection, they wait. Needs memory for a page of entries, not for the
 * book.
 */
export function checkLedger(
  store: Store,
  onProgress: (progress: ProofProgress) => void = () => undefined,
): Promise<LedgerReport> {
  return store.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    // It holds nothing that others wait for, and a page may take long to prove.
    await tx.query('set local idle_in_transaction_session_timeout = 0');
    return proveLedger(tx, onProgress);
  });
}

/** The same proof inside a transaction that the caller has begun. */
export async function proveLedger(
  store: Queryable,
  onProgress: (progress: ProofProgress) => void,
  pageSize = PAGE,
): Promise<LedgerReport> {
  const began = performance.now();
  const findings: Findings = { kept: [], count: 0 };
  const note = noteIn(findings);
  const openDay = await openDayOf(store);
  const allContracts = await countContracts(store);
  // A database that nothing has been boarded into has no day yet, and nothing to restore.
  if (openDay === null && allContracts > 0) {
    note(null, 'no-open-day', 'No business day has ever been opened.');
  }
  const policies = await checkPolicies(store, note);
  const proof = beginProof(store, { openDay: openDay ?? NEVER, policies, note }, pageSize);
  for (;;) {
    const isLast = await proof.readPage();
    onProgress({ ...proof.counts(), allContracts });
    if (isLast) break;
  }
  const closedDays = await proof.days.check(store, openDay ?? NEVER, note);
  await checkStrays(store, note);
  return {
    ...proof.counts(),
    closedDays,
    findings: await withNumbers(store, findings),
    findingCount: findings.count,
    totals: proof.totals.list(),
    durationMs: performance.now() - began,
  };
}

/** Reads the ledger page by page; a contract may go on from one page to the next. */
function beginProof(store: Queryable, judged: Judged, pageSize: number) {
  const { note } = judged;
  const days = tallyDays();
  const totals = totalAccounts();
  let after: Place = BEFORE_ALL;
  let settledId = BEFORE_ALL.contractId;
  let current: ContractTally | null = null;
  let contracts = 0;
  let entryCount = 0;
  let postingCount = 0;

  const readPage = async (): Promise<boolean> => {
    const entries = await readEntries(store, after, pageSize);
    const last = entries.at(-1);
    const isLast = last === undefined || entries.length < pageSize;
    const upTo = isLast ? AFTER_ALL : { contractId: last.contract_id, seq: last.seq };
    const postings = await readPostings(store, after, upTo);
    const takePostings = inStep(postings, note);
    const finished: ContractTally[] = [];
    for (const entry of entries) {
      if (current?.contractId !== entry.contract_id) {
        if (current !== null) finished.push(current);
        current = beginTally(entry);
      }
      const own = takePostings({ contractId: entry.contract_id, seq: entry.seq });
      tallyEntry(current, entry, own, note);
      days.addEntry(entry);
      for (const posting of own) totals.add(entry.product, posting);
    }
    takePostings(AFTER_ALL);
    postings.forEach(days.addPosting);
    entryCount += entries.length;
    postingCount += postings.length;
    after = upTo;
    if (isLast && current !== null) finished.push(current);
    const settleTo = isLast ? AFTER_ALL.contractId : finished.at(-1)?.contractId;
    if (settleTo === undefined) return isLast;
    const rows = await readContractRows(store, settledId, settleTo);
    contracts += settle(finished, rows, judged);
    settledId = settleTo;
    return isLast;
  };

  return {
    days,
    totals,
    readPage,
    counts: () => ({ contracts, entries: entryCount, postings: postingCount }),
  };
}

/** Hands out postings entry by entry; one that no entry asks for belongs to none. */
function inStep(
  postings: readonly LedgerPosting[],
  note: Note,
): (place: Place) => readonly LedgerPosting[] {
  let at = 0;
  return ({ contractId, seq }) => {
    for (; at < postings.length; at += 1) {
      const posting = postings[at];
      if (posting === undefined || !isBefore(posting, contractId, seq)) break;
      const sentence = `Posting ${posting.n} names entry ${posting.seq}, which is not there.`;
      note(posting.contract_id, 'posting-without-entry', sentence);
    }
    const from = at;
    while (postings[at]?.contract_id === contractId && postings[at]?.seq === seq) at += 1;
    return postings.slice(from, at);
  };
}

function isBefore(posting: LedgerPosting, contractId: string, seq: number): boolean {
  if (posting.contract_id !== contractId) return posting.contract_id < contractId;
  return posting.seq < seq;
}

/** Compares finished tallies with the rows of the same range; answers how many contracts it had. */
function settle(
  finished: readonly ContractTally[],
  rows: readonly ContractRows[],
  judged: Judged,
): number {
  const byId = new Map(rows.map((row) => [row.contract_id, row]));
  for (const tally of finished) {
    checkContract(tally, byId.get(tally.contractId) ?? null, judged);
    byId.delete(tally.contractId);
  }
  for (const row of byId.values()) checkContract(null, row, judged);
  return finished.length + byId.size;
}

/** Gives findings their contract's number, from wherever it still stands. */
async function withNumbers(store: Queryable, { kept }: Findings): Promise<Finding[]> {
  const ids = [...new Set(kept.flatMap(({ contractId }) => contractId ?? []))];
  const rows = await store.query<{ contract_id: string; contract_number: string }>(
    `select contract_id, contract_number from contract_number where contract_id = any($1::uuid[])
     union all
     select contract_id, contract_number from contract where contract_id = any($1::uuid[])`,
    [arrayText(ids)],
  );
  const numbers = new Map(rows.map((row) => [row.contract_id, row.contract_number]));
  return kept.map((finding) => {
    const number = finding.contractId === null ? undefined : numbers.get(finding.contractId);
    return { ...finding, contractNumber: number ?? null };
  });
}
