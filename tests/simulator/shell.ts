/**
 * The shell in memory: it gives entries their place, keeps the history, and proves after each entry
 * that the balances are the postings added up and that no balance has a sign it may not have.
 */
import type { Contract } from '@roadbook/domain/contract/contract';
import type {
  Decision,
  EntryDraft,
  Outcome,
  RecordedEntry,
} from '@roadbook/domain/contract/decision';
import { stateAfter } from '@roadbook/domain/contract/decision';
import { ACCOUNTS, type Account } from '@roadbook/domain/ledger/account';
import { balanceOf, creditOf, wrongSigns } from '@roadbook/domain/ledger/balances';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';

export type Shell = {
  contract: Contract;
  readonly history: RecordedEntry[];
  readonly sums: Map<Account, bigint>;
  /** The memos of entries, in order. */
  readonly memos: Readonly<Record<string, string>>[];
  /** Principal paid, charged off or written off, by the lines of the entries. */
  readonly running: { principalPaid: bigint };
  readonly reversed: Set<number>;
};

export function openShell(boarding: Decision, businessDate: BusinessDate): Shell {
  const last = boarding.entries.at(-1);
  if (last === undefined) throw new RangeError('boarding made no entry');
  const shell: Shell = {
    contract: last.after,
    history: [],
    sums: new Map(),
    memos: [],
    running: { principalPaid: 0n },
    reversed: new Set(),
  };
  for (const account of ACCOUNTS) shell.sums.set(account, 0n);
  write(shell, boarding, businessDate);
  return shell;
}

/** Asks for a decision as the shell does: without the history, then with it if the core says so. */
export function ask(
  shell: Shell,
  decide: (history: readonly RecordedEntry[] | null) => Outcome,
): Exclude<Outcome, { outcome: 'needs-history' }> {
  const outcome = decide(null);
  if (outcome.outcome !== 'needs-history') {
    same('the decision with and without history', decide(shell.history), outcome);
    return outcome;
  }
  const again = decide(shell.history);
  if (again.outcome === 'needs-history') throw new RangeError('the core asked for history twice');
  return again;
}

/** Appends a decision's entries and moves the contract on. */
export function write(shell: Shell, decision: Decision, businessDate: BusinessDate): void {
  for (const entry of decision.entries) writeOne(shell, entry, businessDate);
  shell.contract = stateAfter(decision, shell.contract);
  const { contract, sums } = shell;
  for (const account of ACCOUNTS) {
    same(
      `the sum of postings to ${account}`,
      balanceOf(contract.balances, account),
      sums.get(account),
    );
  }
  same('balances of a wrong sign', wrongSigns(contract.balances), []);
  same('the version', contract.version, shell.history.length);
  const uncleared = contract.facts.clearing.reduce((sum, each) => sum + each.amountCents, 0n);
  same('money in transit', balanceOf(contract.balances, 'payments-in-transit'), uncleared);
  same('cash is not negative', creditOf(contract.balances, 'cash') <= 0n, true);
}

const MOVES_PRINCIPAL = [
  'payment',
  'payment-reapplied',
  'payment-reversed',
  'charged-off',
  'charged-off-reversed',
  'small-balance-written-off',
  'small-balance-written-off-reversed',
];

function writeOne(shell: Shell, draft: EntryDraft, businessDate: BusinessDate): void {
  const seq = shell.history.length + 1;
  same(`the sequence number of ${draft.kind}`, draft.after.version, seq);
  if (draft.kind === 'payment') same('the number of the payment', draft.payment?.paymentSeq, seq);
  for (const { debit, credit, cents } of draft.postings) {
    if (cents <= 0n) throw new RangeError(`${draft.kind} posts ${cents}`);
    shell.sums.set(debit, (shell.sums.get(debit) ?? 0n) + cents);
    shell.sums.set(credit, (shell.sums.get(credit) ?? 0n) - cents);
  }
  if (draft.reverses !== undefined) {
    same(`entry ${draft.reverses} is mirrored once`, shell.reversed.has(draft.reverses), false);
    shell.reversed.add(draft.reverses);
  }
  shell.memos.push(draft.memo ?? {});
  if (MOVES_PRINCIPAL.includes(draft.kind)) shell.running.principalPaid += principalIn(draft);
  const { status, facts, holds } = draft.after;
  shell.history.push({
    seq,
    kind: draft.kind,
    businessDate,
    effectiveDate: draft.effectiveDate,
    postings: draft.postings,
    lines: draft.lines,
    ...(draft.payment === undefined ? {} : { payment: draft.payment }),
    ...(draft.reverses === undefined ? {} : { reverses: draft.reverses }),
    after: { status, facts, holds },
  });
}

/** A balance by the postings alone, debits minus credits. */
export function sumOf(shell: Shell, account: Account): bigint {
  return shell.sums.get(account) ?? 0n;
}

/** Principal by the lines of an entry; a write-off says only its total, so ask its postings. */
function principalIn({ kind, lines, postings }: EntryDraft): bigint {
  const isPrincipal = (label: string): boolean =>
    label === 'principal' || label === 'due-principal';
  const byLines = lines
    .filter(({ label }) => isPrincipal(label))
    .reduce((sum, { cents }) => sum + cents, 0n);
  const takesBack = ['payment-reversed', 'small-balance-written-off-reversed'].includes(kind);
  const sign = takesBack ? -1n : 1n;
  const writtenOff = postings
    .filter(({ debit, credit }) => [debit, credit].includes('small-balance-write-off'))
    .filter(({ debit, credit }) => [debit, credit].includes('principal'))
    .reduce((sum, { cents }) => sum + cents, 0n);
  return byLines + sign * writtenOff;
}
