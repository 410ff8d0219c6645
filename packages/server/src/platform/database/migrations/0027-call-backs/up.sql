-- What customers asked to be called back about. Number and note are sealed.
create table call_back (
  contract_id uuid not null,
  call_back_id uuid not null,
  person_id uuid not null,
  about text not null,
  part_of_day text not null,
  key text not null,
  key_id text not null,
  sealed bytea not null,
  asked_at timestamptz not null,
  business_date date not null,
  answered_at timestamptz,
  answered_by text,
  primary key (contract_id, call_back_id)
);
create unique index call_back_key on call_back (contract_id, person_id, key);
-- A person waits for one call about a contract, never for two.
create unique index call_back_open on call_back (contract_id, person_id)
  where answered_at is null;
