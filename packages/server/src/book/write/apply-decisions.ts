import { encode } from '@roadbook/api/wire';
import type { Message } from '@roadbook/domain/contract/decision';
import type { Posting } from '@roadbook/domain/ledger/posting';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, statement } from '../../platform/database/store.ts';
import { wordsText } from '../../platform/database/value-parsers.ts';
import { laneOf } from '../../platform/post/outbox-lane.ts';
import { applyDecision } from './apply-decision.ts';
import type { PreparedDecision, PreparedEntry } from './prepare-entries.ts';
import { type Column, type RowSet, rowSet } from './row-set.ts';

type PostingRow = PreparedEntry & { readonly n: number; readonly posting: Posting };
type MessageRow = PreparedEntry & { readonly n: number; readonly message: Message };
type KeyRow = { readonly personId: string; readonly entry: PreparedEntry };

const ENTRIES = rowSet<PreparedEntry>({
  contract_id: { type: 'uuid', words: (e) => e.contractId },
  seq: { type: 'integer', words: (e) => e.seq },
  entry_id: { type: 'uuid', words: (e) => e.entryId },
  key: { type: 'text', texts: (e) => e.key },
  input_hash: { type: 'text', words: (e) => e.inputHash?.toString('hex') ?? null },
  kind: { type: 'text', words: (e) => e.draft.kind },
  product: { type: 'text', words: (e) => e.product },
  effective_date: { type: 'date', words: (e) => e.draft.effectiveDate },
  body: { joined: (e) => e.body },
  hash: { type: 'text', words: (e) => e.hash.toString('hex') },
  amount_cents: { type: 'bigint', words: (e) => e.amountCents },
  balance_cents: { type: 'bigint', words: (e) => e.balanceCents },
});

const POSTINGS = rowSet<PostingRow>({
  contract_id: { type: 'uuid', words: (r) => r.contractId },
  seq: { type: 'integer', words: (r) => r.seq },
  n: { type: 'smallint', words: (r) => r.n },
  debit: { type: 'text', words: (r) => r.posting.debit },
  credit: { type: 'text', words: (r) => r.posting.credit },
  cents: { type: 'bigint', words: (r) => r.posting.cents },
  tax: { type: 'text', texts: ({ posting: { tax } }) => (tax === undefined ? null : encode(tax)) },
});

const MESSAGES = rowSet<MessageRow>({
  contract_id: { type: 'uuid', words: (r) => r.contractId },
  seq: { type: 'integer', words: (r) => r.seq },
  n: { type: 'smallint', words: (r) => r.n },
  lane: { type: 'smallint', words: (r) => laneOf(r.contractId) },
  topic: { type: 'text', words: (r) => r.message.topic },
  template: { type: 'text', words: (r) => r.message.template },
  data: { joined: (r) => JSON.stringify(r.message.data) },
});

/** The keys that people used: a person's key on another contract makes the whole statement fail. */
const PERSON_KEYS = rowSet<KeyRow>({
  person_id: { type: 'uuid', words: (r) => r.personId },
  key: { type: 'text', texts: (r) => r.entry.key },
  contract_id: { type: 'uuid', words: (r) => r.entry.contractId },
});

const WRITTEN_STATE = {
  version: { type: 'integer', words: (d) => d.state.version },
  status: { type: 'text', words: (d) => d.state.status },
  next_business_date: { type: 'date', words: (d) => d.nextDate },
  facts: { joined: (d) => d.factsText },
  holds: { joined: (d) => d.holdsText },
  balances: { joined: (d) => `{${d.state.balances.join(',')}}` },
  head: { type: 'text', words: (d) => d.head.toString('hex') },
} satisfies Record<string, Column<PreparedDecision>>;

/** States that are there already: each with the version that the decision was made from. */
const STATES = rowSet<PreparedDecision>({
  contract_id: { type: 'uuid', words: (d) => d.contractId, isUncounted: true },
  expected: { type: 'integer', words: (d) => d.expectedVersion },
  ...WRITTEN_STATE,
});

const NEW_STATES = rowSet<PreparedDecision>({
  contract_id: { type: 'uuid', words: (d) => d.contractId },
  product: { type: 'text', words: (d) => d.state.product },
  ...WRITTEN_STATE,
});

/** `$1` is the open day and `$2` the time; the rows follow in this order, the states last. */
const FIRST_ENTRY = 3;
const FIRST_POSTING = FIRST_ENTRY + ENTRIES.width;
const FIRST_MESSAGE = FIRST_POSTING + POSTINGS.width;
const FIRST_PERSON_KEY = FIRST_MESSAGE + MESSAGES.width;
const FIRST_STATE = FIRST_PERSON_KEY + PERSON_KEYS.width;

const CHILDREN = `
  e as (insert into entry (contract_id, seq, entry_id, key, input_hash, kind, product,
      business_date, effective_date, recorded_at, body, hash, amount_cents, balance_cents)
    select r.contract_id, r.seq, r.entry_id, r.key, decode(r.input_hash, 'hex'), r.kind, r.product,
      $1::date, r.effective_date, $2::timestamptz, r.body, decode(r.hash, 'hex'),
      r.amount_cents, r.balance_cents
    from ${ENTRIES.sql('r', FIRST_ENTRY)} join g using (contract_id)),
  p as (insert into posting (contract_id, seq, n, business_date, debit, credit, cents, tax)
    select r.contract_id, r.seq, r.n, $1::date, r.debit, r.credit, r.cents, r.tax::json
    from ${POSTINGS.sql('r', FIRST_POSTING)} join g using (contract_id)),
  o as (insert into outbox (contract_id, seq, n, lane, topic, template, data, due_at)
    select r.contract_id, r.seq, r.n, r.lane, r.topic, r.template, r.data::json, $2::timestamptz
    from ${MESSAGES.sql('r', FIRST_MESSAGE)} join g using (contract_id)),
  k as (insert into person_key (person_id, key, contract_id)
    select r.person_id, r.key, r.contract_id
    from ${PERSON_KEYS.sql('r', FIRST_PERSON_KEY)} join g using (contract_id))
  select contract_id from g`;

const APPLY = statement(
  'apply-decisions',
  `with f as (select fence() as day),
  g as (update contract_state s set version = w.version, status = w.status,
      next_business_date = w.next_business_date, facts = w.facts::json, holds = w.holds::json,
      balances = w.balances::bigint[], head = decode(w.head, 'hex')
    from ${STATES.sql('w', FIRST_STATE)}, f
    where s.contract_id = w.contract_id and s.version = w.expected and f.day = $1::date
    returning s.contract_id),${CHILDREN}`,
);

const OPEN = statement(
  'open-contracts',
  `with f as (select fence() as day),
  g as (insert into contract_state (contract_id, product, version, terms_version, status,
      next_business_date, facts, holds, balances, head)
    select w.contract_id, w.product, w.version, 1, w.status, w.next_business_date,
      w.facts::json, w.holds::json, w.balances::bigint[], decode(w.head, 'hex')
    from ${NEW_STATES.sql('w', FIRST_STATE)}, f
    where f.day = $1::date
    on conflict do nothing
    returning contract_id),${CHILDREN}`,
);

const TOUCH = statement(
  'move-next-business-date',
  `with f as (select fence() as day)
   update contract_state s set next_business_date = w.next_business_date
   from unnest($2::uuid[], $3::integer[], $4::date[]) w(contract_id, expected, next_business_date),
     f
   where s.contract_id = w.contract_id and s.version = w.expected and f.day = $1::date
   returning s.contract_id`,
);

/**
 * Writes decisions in one guarded statement: a contract's state moves only if its version is still
 * what the decision was made from and the day is still open, and everything else hangs on that.
 * Answers the contracts that were written; the others lost the guard and must be decided again in a
 * new statement. Decisions must be of different contracts; they are written in order of id.
 */
export async function applyDecisions(
  store: Queryable,
  openDay: BusinessDate,
  nowMs: number,
  decisions: readonly PreparedDecision[],
): Promise<Set<string>> {
  const [first, ...others] = decisions;
  const [entry, ...more] = first?.entries ?? [];
  if (first !== undefined && entry !== undefined && others.length + more.length === 0) {
    const isWritten = await applyDecision(store, openDay, nowMs, first, entry);
    return new Set(isWritten ? [first.contractId] : []);
  }
  const sorted = decisions.toSorted((a, b) => (a.contractId < b.contractId ? -1 : 1));
  const written = sorted.filter(({ entries }) => entries.length > 0);
  const idle = sorted.filter(({ entries }) => entries.length === 0);
  const won = new Set<string>();
  if (written.length > 0) {
    const values = statementValues(openDay, nowMs, written, STATES);
    const rows = await store.query<{ contract_id: string }>(APPLY, values);
    for (const row of rows) won.add(row.contract_id);
  }
  if (idle.length > 0) {
    const rows = await store.query<{ contract_id: string }>(TOUCH, [
      openDay,
      wordsText(idle.map(({ contractId }) => contractId)),
      wordsText(idle.map(({ expectedVersion }) => expectedVersion)),
      wordsText(idle.map(({ nextDate }) => nextDate)),
    ]);
    for (const row of rows) won.add(row.contract_id);
  }
  return won;
}

/**
 * Writes the first entries of new contracts. Answers those that were new; the others exist already.
 * The terms, directories and parties are written by the caller in the same transaction.
 */
export async function openContracts(
  store: Queryable,
  openDay: BusinessDate,
  nowMs: number,
  decisions: readonly PreparedDecision[],
): Promise<Set<string>> {
  const sorted = decisions.toSorted((a, b) => (a.contractId < b.contractId ? -1 : 1));
  const values = statementValues(openDay, nowMs, sorted, NEW_STATES);
  const rows = await store.query<{ contract_id: string }>(OPEN, values);
  return new Set(rows.map((row) => row.contract_id));
}

function statementValues(
  openDay: BusinessDate,
  nowMs: number,
  decisions: readonly PreparedDecision[],
  states: RowSet<PreparedDecision>,
): string[] {
  const entries = decisions.flatMap((decision) => decision.entries);
  const postings = entries.flatMap((entry) =>
    entry.draft.postings.map((posting, index) => ({ ...entry, n: index + 1, posting })),
  );
  const messages = entries.flatMap((entry) =>
    entry.draft.messages.map((message, index) => ({ ...entry, n: index + 1, message })),
  );
  const keys = decisions.flatMap(({ personId, entries: [entry] }) =>
    personId === null || entry === undefined ? [] : [{ personId, entry }],
  );
  return [
    openDay,
    new Date(nowMs).toISOString(),
    ...ENTRIES.values(entries),
    ...POSTINGS.values(postings),
    ...MESSAGES.values(messages),
    ...PERSON_KEYS.values(keys),
    ...states.values(decisions),
  ];
}
