import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';

/** A promise as the tables say it; a moment is still to be read as a day of the lender. */
export type PromiseRow = {
  readonly promise: 'final-bill' | 'dispute' | 'refund';
  readonly line_id: string | null;
  readonly promised_on: BusinessDate;
  readonly done_on: BusinessDate | null;
  readonly done_at: string | null;
};

/** $1 and $2 are the days of a bill and of a refund; `which` bounds the contracts or the days. */
const promises = (which: string) => `select * from (
  select 'final-bill' as promise, null as line_id, c.contract_id,
    (s.facts #>> '{giveBack,handOver,on}')::date + $1::int as promised_on,
    (select max((b ->> 'issuedOn')::date) from json_array_elements(s.facts #> '{giveBack,bills}') b
      where b ->> 'isLast' = 'true') as done_on, null::timestamptz as done_at
  from (select distinct contract_id from entry
      where kind = 'car-received' and product = 'lease') c
  join contract_state s on s.contract_id = c.contract_id
  where s.facts #>> '{giveBack,handOver,on}' is not null
  union all
  select 'dispute', d.line_id, d.contract_id, d.decide_by, null, d.decided_at
  from bill_dispute d join contract_state s on s.contract_id = d.contract_id
  where exists (select from json_array_elements(s.facts #> '{giveBack,disputes}') o
    where o ->> 'disputeId' = d.dispute_id::text)
  union all
  select 'refund', null, o.contract_id, o.effective_date + $2::int,
    (select p.effective_date from entry p where p.contract_id = o.contract_id
      and p.kind = 'refund-paid' and p.product = 'lease' and p.seq > o.seq
      order by p.seq limit 1), null
  from entry o where o.kind = 'refund-owed' and o.product = 'lease') made
  where ${which}`;

type Days = { readonly billDays: number; readonly refundDays: number };

/** Every promise that fell or falls due since a day. */
export function promisesSince(
  store: Queryable,
  { billDays, refundDays }: Days,
  since: BusinessDate,
): Promise<PromiseRow[]> {
  const text = promises('promised_on >= $3');
  return store.query<PromiseRow>(text, [billDays, refundDays, since]);
}

/** What was promised about one contract. */
export function promisesOf(
  store: Queryable,
  { billDays, refundDays }: Days,
  contractId: string,
): Promise<PromiseRow[]> {
  const text = `${promises('contract_id = $3')} order by promised_on, promise`;
  return store.query<PromiseRow>(text, [billDays, refundDays, contractId]);
}
