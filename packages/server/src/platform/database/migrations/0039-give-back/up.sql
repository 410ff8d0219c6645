-- What a customer wrote against a line of a final bill. That the line is disputed is an entry of
-- the contract; the words may name somebody, so they are sealed here.
create table bill_dispute (
  dispute_id uuid primary key,
  contract_id uuid not null,
  person_id uuid not null,
  line_id text not null,
  key_id text not null,
  sealed bytea not null,
  raised_at timestamptz not null,
  decide_by date not null,
  decided_at timestamptz,
  -- Above the lender's limit one person proposes and another one decides.
  proposed_by uuid,
  proposal text
);
create index bill_dispute_contract on bill_dispute (contract_id);
create index bill_dispute_open on bill_dispute (decide_by) where decided_at is null;
