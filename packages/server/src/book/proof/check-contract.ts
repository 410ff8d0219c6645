import { nextBusinessDate } from '@roadbook/domain/close/next-business-date';
import type { ServicingPolicy } from '@roadbook/domain/contract/servicing-policy';
import { ACCOUNTS } from '@roadbook/domain/ledger/account';
import { wrongSigns } from '@roadbook/domain/ledger/balances';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { contractOf, type StateColumns } from '../read/contract-row.ts';
import type { Note } from './ledger-fault.ts';
import type { ContractRows } from './read-ledger.ts';
import type { ContractTally } from './tally-entries.ts';

/** What contracts are judged by, and where findings go. */
export type Judged = {
  readonly openDay: BusinessDate;
  readonly policies: ReadonlyMap<string, ServicingPolicy>;
  readonly note: Note;
};

/**
 * Compares what the entries of a contract add up to with what the store says of it. Either may be
 * missing; that is a finding of its own.
 */
export function checkContract(
  tally: ContractTally | null,
  rows: ContractRows | null,
  { openDay, policies, note }: Judged,
): void {
  if (rows !== null) checkRows(rows, note);
  const hasState = rows !== null && rows.product !== null;
  if (tally !== null && !hasState) {
    const sentence = `${tally.seq} entries have no state to lead to.`;
    note(tally.contractId, 'entries-without-state', sentence);
  }
  if (tally === null && hasState) {
    note(rows.contract_id, 'state-without-entries', 'The state has no entries that led to it.');
  }
  if (tally === null || !hasState) return;
  checkChain(tally, rows, note);
  checkBalances(tally, rows, note);
  checkAfter(tally, rows, note);
  if (tally.businessDate > openDay) {
    const sentence = `Its last entry is of ${tally.businessDate}; the open day is ${openDay}.`;
    note(tally.contractId, 'date-after-open-day', sentence);
  }
  if (!hasTerms(rows)) return;
  const policy = policies.get(rows.policy_id ?? '');
  if (policy === undefined) {
    note(tally.contractId, 'policy-missing', 'The policy that its terms name is missing.');
    return;
  }
  checkNextDate(rows, policy, { openDay, note });
}

function hasTerms(rows: ContractRows): rows is ContractRows & StateColumns {
  return rows.product !== null && rows.terms !== null;
}

/** The rows that boarding made belong together, and both directories lead to the contract. */
function checkRows(rows: ContractRows, note: Note): void {
  const { contract_id: id } = rows;
  if (rows.contract_product === null) {
    note(id, 'state-without-contract', 'The contract itself is missing; only its state is there.');
  } else {
    if (rows.number_owner !== id) {
      note(id, 'number-not-listed', 'Its contract number does not lead to it.');
    }
    if (rows.asset_owner !== id) {
      note(id, 'asset-not-listed', 'Its deal and asset number do not lead to it.');
    }
  }
  if (rows.product === null) {
    note(id, 'contract-without-state', 'The contract has no state.');
    return;
  }
  if (rows.terms === null) note(id, 'terms-missing', 'The terms its state names are missing.');
  if (rows.contract_product !== null && rows.contract_product !== rows.product) {
    const sentence = `Contract: ${rows.contract_product}; state: ${rows.product}.`;
    note(id, 'product-differs', sentence);
  }
}

function checkChain(tally: ContractTally, rows: ContractRows, note: Note): void {
  const { contractId, seq, head } = tally;
  if (rows.version !== seq) {
    const sentence = `The state is at version ${rows.version}, the last entry is ${seq}.`;
    note(contractId, 'version-differs', sentence);
  }
  if (!rows.head.equals(head)) {
    note(contractId, 'head-differs', 'The head of the chain is not the hash of the last entry.');
  }
}

function checkBalances(tally: ContractTally, rows: ContractRows, note: Note): void {
  const different = ACCOUNTS.filter(
    (_, index) => (rows.balances[index] ?? 0n) !== (tally.balances[index] ?? 0n),
  );
  const [first] = different;
  if (first !== undefined) {
    const at = ACCOUNTS.indexOf(first);
    const stored = rows.balances[at] ?? 0n;
    const summed = `the postings of ${first} add up to ${tally.balances[at]}`;
    const sentence = `${different.join(', ')}: the state says ${stored} cents, ${summed}.`;
    note(tally.contractId, 'balances-differ', sentence);
  }
  const wrong = wrongSigns(tally.balances);
  if (wrong.length > 0) {
    const sentence = `The balance of ${wrong.join(', ')} has a sign it may never have.`;
    note(tally.contractId, 'wrong-sign', sentence);
  }
}

/** Status, facts and holds are those that the last entry left. */
function checkAfter(tally: ContractTally, rows: ContractRows, note: Note): void {
  const { contractId, after, seq } = tally;
  if (after === null) return;
  if (after.status !== rows.status) {
    const sentence = `The state is ${rows.status}; entry ${seq} left it ${after.status}.`;
    note(contractId, 'status-differs', sentence);
  }
  if (!isSameJson(after.facts, JSON.parse(rows.facts))) {
    note(contractId, 'facts-differ', `The facts are not those that entry ${seq} left.`);
  }
  if (!isSameJson(after.holds ?? [], JSON.parse(rows.holds))) {
    note(contractId, 'holds-differ', `The holds are not those that entry ${seq} left.`);
  }
}

/** Equal whatever the order of keys: it means nothing. */
function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = b as Record<string, unknown>;
  return (
    left.length === Object.keys(right).length &&
    left.every(([key, value]) => key in right && isSameJson(value, right[key]))
  );
}

/**
 * The day on which the close will next look at the contract is computed again from the state. One
 * that is too late would lose a fee or a due payment in silence. One that is too early is no fault:
 * the close looks, finds nothing to do and moves it on, as it does after an upgrade.
 */
function checkNextDate(
  rows: ContractRows & StateColumns,
  policy: ServicingPolicy,
  { openDay, note }: Pick<Judged, 'openDay' | 'note'>,
): void {
  const { contract_id: id, next_business_date: stored } = rows;
  if (stored !== null && stored < openDay && !rows.is_set_aside) {
    note(id, 'next-date-passed', `The close should have looked at it on ${stored}.`);
  }
  let expected: BusinessDate | null;
  try {
    expected = nextBusinessDate(contractOf(rows, policy), openDay);
  } catch {
    note(id, 'state-unreadable', 'Its terms and facts do not make a contract.');
    return;
  }
  if (expected !== null && (stored === null || stored > expected)) {
    const sentence = `The close would look at it on ${stored}; by its facts on ${expected}.`;
    note(id, 'next-date-differs', sentence);
  }
}
