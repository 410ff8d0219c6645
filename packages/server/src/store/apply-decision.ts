import { encode } from '@roadbook/api/wire';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { laneOf } from './outbox-lane.ts';
import type { PreparedDecision, PreparedEntry } from './prepare-entries.ts';
import { type Queryable, statement } from './store.ts';
import { arrayText } from './value-parsers.ts';

/** The statement of `apply-decisions` for one decision of one entry, which is most of them. */
const APPLY_ONE = statement(
  'apply-decision',
  `with f as (select fence() as day),
  g as (update contract_state s set version = $5, status = $6, next_business_date = $7,
      facts = $8, holds = $9, balances = $10, head = $11
    from f where s.contract_id = $3 and s.version = $4 and f.day = $1::date
    returning s.contract_id),
  e as (insert into entry (contract_id, seq, entry_id, key, input_hash, kind, product,
      business_date, effective_date, recorded_at, body, hash, amount_cents, balance_cents)
    select contract_id, $5, $12::uuid, $13, $14::bytea, $15, $16, $1, $17::date, $2::timestamptz,
      $18, $11, $19::bigint, $20::bigint from g),
  p as (insert into posting (contract_id, seq, n, business_date, debit, credit, cents, tax)
    select g.contract_id, $5, r.n, $1, r.debit, r.credit, r.cents, r.tax::jsonb
    from g, unnest($21::text[], $22::text[], $23::bigint[], $24::text[])
      with ordinality r(debit, credit, cents, tax, n)),
  v as (insert into event (contract_id, seq, n, kind, body)
    select g.contract_id, $5, r.n, r.kind, r.body::jsonb
    from g, unnest($25::text[], $26::text[]) with ordinality r(kind, body, n)),
  o as (insert into outbox (contract_id, seq, n, lane, topic, template, data, due_at)
    select g.contract_id, $5, r.n, $27::smallint, r.topic, r.template, r.data::jsonb, $2
    from g, unnest($28::text[], $29::text[], $30::text[])
      with ordinality r(topic, template, data, n))
  select contract_id from g`,
);

/** Writes one decision of one entry; whether it was written. See `applyDecisions`. */
export async function applyDecision(
  store: Queryable,
  openDay: BusinessDate,
  nowMs: number,
  decision: PreparedDecision,
  entry: PreparedEntry,
): Promise<boolean> {
  const { contractId, expectedVersion, state, nextDate, head } = decision;
  const { postings, events, messages } = entry.draft;
  const rows = await store.query(APPLY_ONE, [
    openDay,
    new Date(nowMs).toISOString(),
    contractId,
    expectedVersion,
    state.version,
    state.status,
    nextDate,
    encode(state.facts),
    encode(state.holds),
    `{${state.balances.join(',')}}`,
    head,
    entry.entryId,
    entry.key,
    entry.inputHash,
    entry.draft.kind,
    entry.product,
    entry.draft.effectiveDate,
    entry.body,
    entry.amountCents,
    entry.balanceCents,
    arrayText(postings.map(({ debit }) => debit)),
    arrayText(postings.map(({ credit }) => credit)),
    arrayText(postings.map(({ cents }) => cents)),
    arrayText(postings.map(({ tax }) => (tax === undefined ? null : encode(tax)))),
    arrayText(events.map(({ kind }) => kind)),
    arrayText(events.map(({ data }) => encode(data))),
    laneOf(contractId),
    arrayText(messages.map(({ topic }) => topic)),
    arrayText(messages.map(({ template }) => template)),
    arrayText(messages.map(({ data }) => encode(data))),
  ]);
  return rows.length > 0;
}
