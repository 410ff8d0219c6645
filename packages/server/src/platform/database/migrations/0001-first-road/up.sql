-- The servicing day. Only the turn of the day moves it.
create table business_day (
  singleton boolean primary key default true check (singleton),
  open_day date not null,
  opened_at timestamptz not null
);

-- A day that is over: how much was written and what the heads of the chains were.
create table closed_day (
  business_date date primary key,
  entry_count bigint not null,
  posting_count bigint not null,
  total_cents numeric not null,
  anchor bytea not null,
  closed_at timestamptz not null
);

-- Waits for a turn of the day in progress, then says which day is open. Held until commit.
create function fence() returns date language plpgsql volatile as $$
declare
  day date;
begin
  perform pg_advisory_xact_lock_shared(7201);
  select open_day into day from business_day;
  return day;
end
$$;

create table contract (
  contract_id uuid primary key,
  product text not null check (product in ('loan', 'lease')),
  contract_number text not null,
  deal text not null,
  asset_number text not null,
  boarded_as_of date not null,
  record_hash bytea not null,
  source text not null,
  boarded_at timestamptz not null
);

create table contract_terms (
  contract_id uuid not null,
  terms_version integer not null,
  terms jsonb not null,
  effective_date date not null,
  primary key (contract_id, terms_version)
);

-- All mutable state a decision needs, in one narrow row.
create table contract_state (
  contract_id uuid primary key,
  product text not null,
  version integer not null,
  terms_version integer not null,
  status text not null,
  next_business_date date,
  facts jsonb not null,
  holds jsonb not null,
  balances bigint[] not null,
  head bytea not null
) with (fillfactor = 75);
create index contract_state_due on contract_state (next_business_date, contract_id);

create table entry (
  contract_id uuid not null,
  seq integer not null,
  entry_id uuid not null,
  key text not null,
  input_hash bytea,
  kind text not null,
  product text not null,
  business_date date not null,
  effective_date date not null,
  recorded_at timestamptz not null,
  -- What the entry was about, and what it left owed: principal, or open lease payments and tax.
  amount_cents bigint not null,
  balance_cents bigint not null,
  body text not null,
  hash bytea not null,
  primary key (contract_id, seq),
  unique (contract_id, key)
);
create index entry_day on entry (business_date, contract_id);

create table posting (
  contract_id uuid not null,
  seq integer not null,
  n smallint not null,
  business_date date not null,
  debit text not null,
  credit text not null,
  cents bigint not null check (cents > 0),
  tax jsonb,
  primary key (contract_id, seq, n),
  check (debit <> credit)
);
-- Postings come in the order of days, so a few ranges find those of one day when it is turned.
create index posting_day on posting using brin (business_date);

create table event (
  contract_id uuid not null,
  seq integer not null,
  n smallint not null,
  kind text not null,
  body jsonb not null,
  primary key (contract_id, seq, n)
);

create table outbox (
  contract_id uuid not null,
  seq integer not null,
  n smallint not null,
  lane smallint not null,
  topic text not null,
  template text not null,
  data jsonb not null,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  sent_at timestamptz,
  dead_at timestamptz,
  last_error text,
  primary key (contract_id, seq, n)
);
create index outbox_waiting on outbox (lane, due_at) where sent_at is null and dead_at is null;
create index outbox_postponed on outbox (contract_id)
  where attempts > 0 and sent_at is null and dead_at is null;

create table outbox_lane (
  lane smallint primary key,
  owner text,
  lease_until timestamptz
);
insert into outbox_lane (lane) select generate_series(0, 63);

-- A contract whose close failed; the others went on.
create table set_aside (
  business_date date not null,
  contract_id uuid not null,
  reason text not null,
  set_aside_at timestamptz not null,
  primary key (business_date, contract_id)
);

-- Directories: unique look-ups that do not begin with a contract.
create table contract_number (
  contract_number text primary key,
  contract_id uuid not null
);
create table asset (
  deal text not null,
  asset_number text not null,
  contract_id uuid not null,
  primary key (deal, asset_number)
);
create table vin (
  vin text primary key,
  contract_id uuid not null
);

create table vehicle (
  contract_id uuid primary key,
  model_year integer,
  make text,
  model text,
  vin text,
  value_cents bigint
);

-- People. Everything personal is sealed with the row's identity; look-ups go by keyed hash.
create table person (
  person_id uuid primary key,
  identity_hash bytea unique,
  key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create table contract_party (
  contract_id uuid not null,
  person_id uuid not null,
  role text not null,
  primary key (contract_id, person_id)
);
create index contract_party_person on contract_party (person_id, contract_id);

create table login (
  login_hash bytea primary key,
  person_id uuid not null,
  kind text not null check (kind in ('user-name', 'email'))
);
create table credential (
  person_id uuid primary key,
  user_name text not null,
  password_hash text not null,
  changed_at timestamptz not null
);
create table session (
  token_hash bytea primary key,
  person_id uuid not null,
  created_at timestamptz not null,
  last_seen timestamptz not null
);
create index session_person on session (person_id);

create table throttle (
  bucket text primary key,
  attempts integer not null,
  window_start timestamptz not null
);

create table payment_method (
  person_id uuid not null,
  method_id uuid not null,
  kind text not null,
  account_type text not null,
  last_four text not null,
  key_id text not null,
  sealed bytea not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (person_id, method_id)
);

create table api_token (
  token_hash bytea primary key,
  audience text not null,
  name text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table key_check (
  key_id text primary key,
  sealed bytea not null
);

create table access_log (
  access_id uuid primary key,
  who text not null,
  person_id uuid,
  contract_id uuid,
  what text not null,
  at timestamptz not null
);

create table boarding_run (
  run_id uuid primary key,
  deal text not null,
  as_of date,
  file_name text not null,
  counts jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz not null
);
