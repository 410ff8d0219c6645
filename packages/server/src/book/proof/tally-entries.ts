import { type Account, accountIndex, isAccount } from '@roadbook/domain/ledger/account';
import { NO_BALANCES } from '@roadbook/domain/ledger/balances';
import type { Cents } from '@roadbook/domain/money/cents';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { EntryBody } from '../read/entry-body.ts';
import { entryHash, GENESIS } from '../write/hash-chain.ts';
import type { LedgerRule, Note } from './ledger-fault.ts';
import type { LedgerEntry, LedgerPosting } from './read-ledger.ts';

/** What the entries of one contract add up to, one after the other. */
export type ContractTally = {
  readonly contractId: string;
  readonly product: string;
  readonly balances: Cents[];
  /** Rules already found broken: one finding for each, or one flipped cent would fill the page. */
  readonly broken: Set<LedgerRule>;
  seq: number;
  head: Buffer;
  businessDate: BusinessDate;
  after: EntryBody['after'] | null;
};

/** Begins the tally of the contract whose first entry comes next. */
export function beginTally(first: LedgerEntry): ContractTally {
  return {
    contractId: first.contract_id,
    product: first.product,
    balances: [...NO_BALANCES],
    broken: new Set(),
    seq: 0,
    head: GENESIS,
    businessDate: first.business_date,
    after: null,
  };
}

/**
 * Adds an entry to its contract's tally and notes what is wrong with it. The hash is recomputed on
 * top of the stored hash before it, so each break of the chain is named where it is.
 */
export function tallyEntry(
  tally: ContractTally,
  entry: LedgerEntry,
  postings: readonly LedgerPosting[],
  note: Note,
): void {
  const { contractId } = tally;
  const find = (rule: LedgerRule, sentence: string): void => {
    if (tally.broken.has(rule)) return;
    tally.broken.add(rule);
    note(contractId, rule, sentence);
  };
  const { seq } = entry;
  if (seq !== tally.seq + 1) {
    find('entry-missing', `Entry ${tally.seq + 1} is missing: entry ${seq} comes instead.`);
  }
  if (!hashOf(tally.head, entry, postings).equals(entry.hash)) {
    find('hash-differs', `The hash of entry ${seq} is not that of its content and the one before.`);
  }
  if (entry.product !== tally.product) {
    find(
      'product-differs',
      `Entry ${seq} is of a ${entry.product}, the first of ${tally.product}.`,
    );
  }
  if (entry.business_date < tally.businessDate) {
    find('date-goes-back', `Entry ${seq} is of ${entry.business_date}, before the entry above it.`);
  }
  postings.forEach((posting, index) => {
    tallyPosting(tally, entry, posting, index, find);
  });
  const owed = owedBy(tally);
  if (entry.balance_cents !== owed) {
    const stored = entry.balance_cents;
    find('balance-after-differs', `Entry ${seq} says ${stored} cents were left, not ${owed}.`);
  }
  checkBody(tally, entry, find);
  tally.seq = seq;
  tally.head = entry.hash;
  tally.businessDate = entry.business_date;
}

function hashOf(previous: Buffer, entry: LedgerEntry, postings: readonly LedgerPosting[]): Buffer {
  return entryHash(previous, {
    contractId: entry.contract_id,
    seq: entry.seq,
    entryId: entry.entry_id,
    key: entry.key,
    inputHash: entry.input_hash,
    kind: entry.kind,
    businessDate: entry.business_date,
    effectiveDate: entry.effective_date,
    postings: postings as readonly (LedgerPosting & { debit: Account; credit: Account })[],
    body: entry.body,
  });
}

type Find = (rule: LedgerRule, sentence: string) => void;

function tallyPosting(
  { balances }: ContractTally,
  entry: LedgerEntry,
  { n, debit, credit, cents, business_date: businessDate }: LedgerPosting,
  index: number,
  find: Find,
): void {
  const place = `Posting ${n} of entry ${entry.seq}`;
  if (n !== index + 1) find('posting-numbers-differ', `${place} should be number ${index + 1}.`);
  if (businessDate !== entry.business_date) {
    find('posting-date-differs', `${place} is of ${businessDate}, not ${entry.business_date}.`);
  }
  if (!isAccount(debit) || !isAccount(credit)) {
    find('unknown-account', `${place} names no account of ours: ${debit} or ${credit}.`);
    return;
  }
  const to = accountIndex(debit);
  const from = accountIndex(credit);
  balances[to] = (balances[to] ?? 0n) + cents;
  balances[from] = (balances[from] ?? 0n) - cents;
}

const PRINCIPAL = accountIndex('principal');
const LEASE_PAYMENTS = accountIndex('lease-payments-receivable');
const TAX = accountIndex('tax-receivable');

function owedBy({ product, balances }: ContractTally): Cents {
  if (product === 'loan') return balances[PRINCIPAL] ?? 0n;
  return (balances[LEASE_PAYMENTS] ?? 0n) + (balances[TAX] ?? 0n);
}

/** The amount beside an entry is that of its payment, or the sum of its lines. */
function checkBody(tally: ContractTally, entry: LedgerEntry, find: Find): void {
  tally.after = null;
  let amountCents: bigint;
  try {
    const body = JSON.parse(entry.body) as EntryBody;
    amountCents = amountIn(body);
    tally.after = body.after;
  } catch {
    find('body-unreadable', `The body of entry ${entry.seq} cannot be read.`);
    return;
  }
  if (amountCents !== entry.amount_cents) {
    const said = entry.amount_cents;
    find(
      'amount-differs',
      `Entry ${entry.seq} is said to be of ${said} cents, not ${amountCents}.`,
    );
  }
}

function amountIn({ payment, lines, reverses }: EntryBody): Cents {
  if (payment === undefined) return lines.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
  const cents = BigInt(payment.amountCents as string);
  return reverses === undefined ? cents : -cents;
}
