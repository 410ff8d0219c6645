import { encode } from '@roadbook/api/wire';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, statement } from '../../platform/database/store.ts';
import {
  arrayText,
  joinedArray,
  joinedText,
  wordsText,
} from '../../platform/database/value-parsers.ts';
import { laneOf } from '../../platform/post/outbox-lane.ts';
import { applyDecision } from './apply-decision.ts';
import type { PreparedDecision, PreparedEntry } from './prepare-entries.ts';

const CHILDREN = `
  e as (insert into entry (contract_id, seq, entry_id, key, input_hash, kind, product,
      business_date, effective_date, recorded_at, body, hash, amount_cents, balance_cents)
    select r.contract_id, r.seq, r.entry_id, r.key, decode(r.input_hash, 'hex'), r.kind, r.product,
      $1::date, r.effective_date, $2::timestamptz, r.body, decode(r.hash, 'hex'),
      r.amount_cents, r.balance_cents
    from unnest($3::uuid[], $4::integer[], $5::uuid[], $6::text[], $7::text[], $8::text[],
      $9::text[], $10::date[], ${joinedArray('$11')}, $12::text[], $13::bigint[], $14::bigint[])
      r(contract_id, seq, entry_id, key, input_hash, kind, product, effective_date, body, hash,
        amount_cents, balance_cents)
    join g using (contract_id)),
  p as (insert into posting (contract_id, seq, n, business_date, debit, credit, cents, tax)
    select r.contract_id, r.seq, r.n, $1::date, r.debit, r.credit, r.cents, r.tax::json
    from unnest($15::uuid[], $16::integer[], $17::smallint[], $18::text[], $19::text[],
      $20::bigint[], $21::text[]) r(contract_id, seq, n, debit, credit, cents, tax)
    join g using (contract_id)),
  o as (insert into outbox (contract_id, seq, n, lane, topic, template, data, due_at)
    select r.contract_id, r.seq, r.n, r.lane, r.topic, r.template, r.data::json, $2::timestamptz
    from unnest($22::uuid[], $23::integer[], $24::smallint[], $25::smallint[], $26::text[],
      $27::text[], ${joinedArray('$28')}) r(contract_id, seq, n, lane, topic, template, data)
    join g using (contract_id)),
  k as (insert into person_key (person_id, key, contract_id)
    select r.person_id, r.key, r.contract_id
    from unnest($38::uuid[], $39::text[], $40::uuid[]) r(person_id, key, contract_id)
    join g using (contract_id))
  select contract_id from g`;

/**
 * The ids stand in a sub-select so that the planner cannot count them: it would find a plan of its
 * own for every small batch, which takes longer than running the one that fits all.
 */
const APPLY = statement(
  'apply-decisions',
  `with f as (select fence() as day),
  g as (update contract_state s set version = w.version, status = w.status,
      next_business_date = w.next_business_date, facts = w.facts::json, holds = w.holds::json,
      balances = w.balances::bigint[], head = decode(w.head, 'hex')
    from unnest((select $29::uuid[]), $30::integer[], $31::integer[], $32::text[], $33::date[],
      ${joinedArray('$34')}, ${joinedArray('$35')}, ${joinedArray('$36')}, $37::text[])
      w(contract_id, expected, version, status, next_business_date, facts, holds, balances, head), f
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
    from unnest($29::uuid[], $30::text[], $31::integer[], $32::text[], $33::date[],
      ${joinedArray('$34')}, ${joinedArray('$35')}, ${joinedArray('$36')}, $37::text[])
      w(contract_id, product, version, status, next_business_date, facts, holds, balances, head), f
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
    const values = statementValues(openDay, nowMs, written, stateValues(written));
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
  const state = stateValues(sorted);
  state[1] = wordsText(sorted.map((each) => each.state.product));
  const values = statementValues(openDay, nowMs, sorted, state);
  const rows = await store.query<{ contract_id: string }>(OPEN, values);
  return new Set(rows.map((row) => row.contract_id));
}

function stateValues(decisions: readonly PreparedDecision[]): string[] {
  const words = (value: (d: PreparedDecision) => string | number | null): string =>
    wordsText(decisions.map(value));
  const joined = (value: (d: PreparedDecision) => string): string =>
    joinedText(decisions.map(value));
  return [
    words((d) => d.contractId),
    words((d) => d.expectedVersion),
    words((d) => d.state.version),
    words((d) => d.state.status),
    words((d) => d.nextDate),
    joined((d) => d.factsText),
    joined((d) => d.holdsText),
    joined((d) => `{${d.state.balances.join(',')}}`),
    words((d) => d.head.toString('hex')),
  ];
}

function statementValues(
  openDay: BusinessDate,
  nowMs: number,
  decisions: readonly PreparedDecision[],
  state: readonly string[],
): string[] {
  const entries = decisions.flatMap((decision) => decision.entries);
  return [
    openDay,
    new Date(nowMs).toISOString(),
    ...entryValues(entries),
    ...postingValues(entries),
    ...messageValues(entries),
    ...state,
    ...personKeyValues(decisions),
  ];
}

/** The keys that people used: a person's key on another contract makes the whole statement fail. */
function personKeyValues(decisions: readonly PreparedDecision[]): string[] {
  const rows = decisions.flatMap(({ personId, entries: [first] }) =>
    personId === null || first === undefined ? [] : [{ personId, first }],
  );
  return [
    wordsText(rows.map(({ personId }) => personId)),
    arrayText(rows.map(({ first }) => first.key)),
    wordsText(rows.map(({ first }) => first.contractId)),
  ];
}

function entryValues(entries: readonly PreparedEntry[]): string[] {
  const words = (value: (e: PreparedEntry) => string | number | bigint | null): string =>
    wordsText(entries.map(value));
  return [
    words((e) => e.contractId),
    words((e) => e.seq),
    words((e) => e.entryId),
    arrayText(entries.map((e) => e.key)),
    words((e) => e.inputHash?.toString('hex') ?? null),
    words((e) => e.draft.kind),
    words((e) => e.product),
    words((e) => e.draft.effectiveDate),
    joinedText(entries.map((e) => e.body)),
    words((e) => e.hash.toString('hex')),
    words((e) => e.amountCents),
    words((e) => e.balanceCents),
  ];
}

function postingValues(entries: readonly PreparedEntry[]): string[] {
  const rows = entries.flatMap(({ contractId, seq, draft }) =>
    draft.postings.map((posting, index) => ({ contractId, seq, n: index + 1, posting })),
  );
  return [
    wordsText(rows.map(({ contractId }) => contractId)),
    wordsText(rows.map(({ seq }) => seq)),
    wordsText(rows.map(({ n }) => n)),
    wordsText(rows.map(({ posting }) => posting.debit)),
    wordsText(rows.map(({ posting }) => posting.credit)),
    wordsText(rows.map(({ posting }) => posting.cents)),
    arrayText(rows.map(({ posting: { tax } }) => (tax === undefined ? null : encode(tax)))),
  ];
}

function messageValues(entries: readonly PreparedEntry[]): string[] {
  const rows = entries.flatMap(({ contractId, seq, draft }) =>
    draft.messages.map((message, index) => ({ contractId, seq, n: index + 1, message })),
  );
  return [
    wordsText(rows.map(({ contractId }) => contractId)),
    wordsText(rows.map(({ seq }) => seq)),
    wordsText(rows.map(({ n }) => n)),
    wordsText(rows.map(({ contractId }) => laneOf(contractId))),
    wordsText(rows.map(({ message }) => message.topic)),
    wordsText(rows.map(({ message }) => message.template)),
    joinedText(rows.map(({ message }) => JSON.stringify(message.data))),
  ];
}
