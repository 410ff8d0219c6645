import { encode } from '@roadbook/api/wire';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { applyDecision } from './apply-decision.ts';
import { laneOf } from './outbox-lane.ts';
import type { PreparedDecision } from './prepare-entries.ts';
import { type Queryable, statement } from './store.ts';
import { arrayText } from './value-parsers.ts';

const CHILDREN = `
  e as (insert into entry (contract_id, seq, entry_id, key, input_hash, kind, product,
      business_date, effective_date, recorded_at, body, hash, amount_cents, balance_cents)
    select r.contract_id, r.seq, r.entry_id, r.key, decode(r.input_hash, 'hex'), r.kind, r.product,
      $1::date, r.effective_date, $2::timestamptz, r.body, decode(r.hash, 'hex'),
      r.amount_cents, r.balance_cents
    from unnest($3::uuid[], $4::integer[], $5::uuid[], $6::text[], $7::text[], $8::text[],
      $9::text[], $10::date[], $11::text[], $12::text[], $41::bigint[], $42::bigint[])
      r(contract_id, seq, entry_id, key, input_hash, kind, product, effective_date, body, hash,
        amount_cents, balance_cents)
    join g using (contract_id)),
  p as (insert into posting (contract_id, seq, n, business_date, debit, credit, cents, tax)
    select r.contract_id, r.seq, r.n, $1::date, r.debit, r.credit, r.cents, r.tax::jsonb
    from unnest($13::uuid[], $14::integer[], $15::smallint[], $16::text[], $17::text[],
      $18::bigint[], $19::text[]) r(contract_id, seq, n, debit, credit, cents, tax)
    join g using (contract_id)),
  v as (insert into event (contract_id, seq, n, kind, body)
    select r.contract_id, r.seq, r.n, r.kind, r.body::jsonb
    from unnest($20::uuid[], $21::integer[], $22::smallint[], $23::text[], $24::text[])
      r(contract_id, seq, n, kind, body)
    join g using (contract_id)),
  o as (insert into outbox (contract_id, seq, n, lane, topic, template, data, due_at)
    select r.contract_id, r.seq, r.n, r.lane, r.topic, r.template, r.data::jsonb, $2::timestamptz
    from unnest($25::uuid[], $26::integer[], $27::smallint[], $28::smallint[], $29::text[],
      $30::text[], $31::text[]) r(contract_id, seq, n, lane, topic, template, data)
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
      next_business_date = w.next_business_date, facts = w.facts::jsonb, holds = w.holds::jsonb,
      balances = w.balances::bigint[], head = decode(w.head, 'hex')
    from unnest((select $32::uuid[]), $33::integer[], $34::integer[], $35::text[], $36::date[],
      $37::text[], $38::text[], $39::text[], $40::text[])
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
      w.facts::jsonb, w.holds::jsonb, w.balances::bigint[], decode(w.head, 'hex')
    from unnest($32::uuid[], $33::text[], $34::integer[], $35::text[], $36::date[], $37::text[],
      $38::text[], $39::text[], $40::text[])
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
      arrayText(idle.map(({ contractId }) => contractId)),
      arrayText(idle.map(({ expectedVersion }) => expectedVersion)),
      arrayText(idle.map(({ nextDate }) => nextDate)),
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
  state[1] = arrayText(sorted.map((each) => each.state.product));
  const values = statementValues(openDay, nowMs, sorted, state);
  const rows = await store.query<{ contract_id: string }>(OPEN, values);
  return new Set(rows.map((row) => row.contract_id));
}

function stateValues(decisions: readonly PreparedDecision[]): string[] {
  const each = (value: (d: PreparedDecision) => string | number | null): string =>
    arrayText(decisions.map(value));
  return [
    each((d) => d.contractId),
    each((d) => d.expectedVersion),
    each((d) => d.state.version),
    each((d) => d.state.status),
    each((d) => d.nextDate),
    each((d) => encode(d.state.facts)),
    each((d) => encode(d.state.holds)),
    each((d) => `{${d.state.balances.join(',')}}`),
    each((d) => d.head.toString('hex')),
  ];
}

type Cell = string | number | bigint | null;

function statementValues(
  openDay: BusinessDate,
  nowMs: number,
  decisions: readonly PreparedDecision[],
  state: readonly string[],
): string[] {
  const entries: Cell[][] = Array.from({ length: 12 }, () => []);
  const postings: Cell[][] = Array.from({ length: 7 }, () => []);
  const events: Cell[][] = Array.from({ length: 5 }, () => []);
  const messages: Cell[][] = Array.from({ length: 7 }, () => []);
  for (const { entries: drafts, contractId } of decisions) {
    const lane = laneOf(contractId);
    for (const entry of drafts) {
      const { seq, draft } = entry;
      pushRow(entries, [
        contractId,
        seq,
        entry.entryId,
        entry.key,
        entry.inputHash?.toString('hex') ?? null,
        draft.kind,
        entry.product,
        draft.effectiveDate,
        entry.body,
        entry.hash.toString('hex'),
        entry.amountCents,
        entry.balanceCents,
      ]);
      draft.postings.forEach(({ debit, credit, cents, tax }, n) => {
        const taxText = tax === undefined ? null : encode(tax);
        pushRow(postings, [contractId, seq, n + 1, debit, credit, cents, taxText]);
      });
      draft.events.forEach(({ kind, data }, n) => {
        pushRow(events, [contractId, seq, n + 1, kind, encode(data)]);
      });
      draft.messages.forEach(({ topic, template, data }, n) => {
        pushRow(messages, [contractId, seq, n + 1, lane, topic, template, encode(data)]);
      });
    }
  }
  const children = [...entries.slice(0, 10), ...postings, ...events, ...messages].map(arrayText);
  const amounts = entries.slice(10).map(arrayText);
  return [openDay, new Date(nowMs).toISOString(), ...children, ...state, ...amounts];
}

function pushRow(columns: Cell[][], row: readonly Cell[]): void {
  columns.forEach((column, index) => {
    column.push(row[index] ?? null);
  });
}
