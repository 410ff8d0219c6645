import { accountIndex } from '@roadbook/domain/ledger/account';

/** Where a refund that is owed stands among the stored balances; arrays of SQL begin with one. */
export const REFUNDS = accountIndex('refunds-payable') + 1;

/** Whose contract it is, for the link to the customer: the lessee before a co-lessee. */
const PERSON = `(select p.person_id from contract_party p where p.contract_id = s.contract_id
    order by p.role desc, p.person_id limit 1)`;

/** The receipt of a car: it can be taken back and given again, and then the newest one counts. */
const RECEIPT = `select e.seq, e.recorded_at from entry e
    where e.contract_id = s.contract_id and e.kind = 'car-received' and e.product = 'lease'
    order by e.seq desc limit 1`;

/** The oldest refund that was owed since the last one was paid, or else the newest. */
const OWED = `select coalesce(min(e.seq) filter (where e.seq > paid.seq), max(e.seq)) as seq
    from entry e, (select coalesce(max(r.seq), -1) as seq from entry r
      where r.contract_id = s.contract_id and r.kind = 'refund-paid' and r.product = 'lease') paid
    where e.contract_id = s.contract_id and e.kind = 'refund-owed' and e.product = 'lease'`;

/**
 * What a car that is back makes due: $1 is the days of the final bill, $2 those of a refund. Each
 * ends by the act itself, because a bill, a decision and a payment leave no such case behind.
 */
export const GIVE_BACK_WAITING = `select 'bill-due' as kind,
    s.contract_id::text || ':' || r.seq as item_key, s.contract_id, ${PERSON} as person_id,
    'final-bill' as about, null as part_of_day, r.recorded_at as since,
    (s.facts #>> '{giveBack,handOver,on}')::date + $1::int as promised_on, null as business_date
  from contract_state s cross join lateral (${RECEIPT}) r
  where s.status = 'turned-in' and s.facts #>> '{giveBack,handOver,on}' is not null
    and not exists (select from json_array_elements(s.facts #> '{giveBack,bills}') b
      where b ->> 'isLast' = 'true')
  union all
  select 'bill-dispute', d.dispute_id::text, d.contract_id, d.person_id,
    case when d.proposed_by is null then 'dispute-open' else 'dispute-proposed' end, null,
    d.raised_at, d.decide_by, null
  from bill_dispute d join contract_state s on s.contract_id = d.contract_id
  where d.decided_at is null
    and exists (select from json_array_elements(s.facts #> '{giveBack,disputes}') o
      where o ->> 'disputeId' = d.dispute_id::text and o ->> 'outcome' is null)
  union all
  select 'refund-due', s.contract_id::text || ':' || e.seq, s.contract_id, ${PERSON},
    'refund-owed', null, e.recorded_at, e.effective_date + $2::int, null
  from (select distinct contract_id from entry
      where kind = 'refund-owed' and product = 'lease') c
  join contract_state s on s.contract_id = c.contract_id and s.balances[${REFUNDS}] < 0
  cross join lateral (${OWED}) o
  join entry e on e.contract_id = s.contract_id and e.seq = o.seq`;
