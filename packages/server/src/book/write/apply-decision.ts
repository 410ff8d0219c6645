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
import type { PreparedDecision, PreparedEntry } from './prepare-entries.ts';

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
    select g.contract_id, $5, r.n, $1, r.debit, r.credit, r.cents, r.tax::json
    from g, unnest($21::text[], $22::text[], $23::bigint[], $24::text[])
      with ordinality r(debit, credit, cents, tax, n)),
  o as (insert into outbox (contract_id, seq, n, lane, topic, template, data, due_at)
    select g.contract_id, $5, r.n, $25::smallint, r.topic, r.template, r.data::json, $2
    from g, unnest($26::text[], $27::text[], ${joinedArray('$28')})
      with ordinality r(topic, template, data, n)),
  k as (insert into person_key (person_id, key, contract_id)
    select $29::uuid, $13, contract_id from g where $29::uuid is not null)
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
  const { postings, messages } = entry.draft;
  const rows = await store.query(APPLY_ONE, [
    openDay,
    new Date(nowMs).toISOString(),
    contractId,
    expectedVersion,
    state.version,
    state.status,
    nextDate,
    decision.factsText,
    decision.holdsText,
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
    wordsText(postings.map(({ debit }) => debit)),
    wordsText(postings.map(({ credit }) => credit)),
    wordsText(postings.map(({ cents }) => cents)),
    arrayText(postings.map(({ tax }) => (tax === undefined ? null : encode(tax)))),
    laneOf(contractId),
    wordsText(messages.map(({ topic }) => topic)),
    wordsText(messages.map(({ template }) => template)),
    joinedText(messages.map(({ data }) => JSON.stringify(data))),
    decision.personId,
  ]);
  return rows.length > 0;
}
