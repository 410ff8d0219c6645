-- Somebody who works at the desk. Name and email are sealed; the email is found by a keyed hash.
create table staff (
  staff_id uuid primary key,
  email_hash bytea unique,
  subject_hash bytea unique,
  key_id text not null,
  sealed bytea not null,
  role text not null check (role in
    ('agent', 'supervisor', 'operations', 'auditor', 'dealer', 'inspector')),
  source text not null check (source in ('local', 'oidc')),
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  is_demo boolean not null default false
);

create table staff_session (
  token_hash bytea primary key,
  session_id uuid not null unique,
  staff_id uuid not null,
  created_at timestamptz not null,
  last_seen timestamptz not null,
  device text not null,
  proven text not null,
  challenge text,
  -- Of a sign-on by the provider: its session, its sealed tokens, and when it was last asked.
  provider_sid text,
  key_id text,
  sealed bytea,
  checked_at timestamptz
);
create index staff_session_staff on staff_session (staff_id);

-- A passkey, or an authenticator whose sealed secret makes codes.
create table staff_proof (
  proof_id uuid primary key,
  staff_id uuid not null,
  kind text not null check (kind in ('passkey', 'authenticator')),
  name text not null,
  credential_id bytea unique,
  public_key bytea,
  counter bigint not null default 0,
  transports text,
  key_id text,
  sealed bytea,
  last_step bigint not null default 0,
  made_at timestamptz not null,
  last_used_at timestamptz
);
create index staff_proof_staff on staff_proof (staff_id);

create table staff_invitation (
  token_hash bytea primary key,
  staff_id uuid not null,
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  challenge text,
  key_id text not null,
  sealed bytea not null
);
create index staff_invitation_staff on staff_invitation (staff_id);

-- Somebody who is proving who they are; staff_id is null before that is known.
create table staff_ceremony (
  token_hash bytea primary key,
  staff_id uuid,
  proven text not null,
  challenge text,
  key_id text,
  sealed bytea,
  tries smallint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_ceremony_expires on staff_ceremony (expires_at);

-- The reason that was given before somebody looked at a person, for one session.
create table staff_look (
  session_id uuid not null,
  person_id uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  primary key (session_id, person_id)
);
create index staff_look_age on staff_look (opened_at);

alter table access_log add column reason text;
alter table access_log add column key_id text;
alter table access_log add column sealed bytea;
create index access_log_at on access_log (at, access_id);
create index access_log_person on access_log (person_id, at);

-- Keyed hashes of what people are found by. Equal texts are equal; nothing else can be learned.
create table search_key (
  kind text not null,
  hash bytea not null,
  person_id uuid not null,
  primary key (kind, hash, person_id)
);
create index search_key_person on search_key (person_id);
-- What the keys were made of. A person whose sealed data has changed is in the index by itself, so
-- no writer has to remember it.
alter table person add column search_of text;
create index person_not_searchable on person (person_id)
  where search_of is distinct from md5(sealed);
create index vin_end on vin (right(vin, 6));

create table recent_problem (
  reference text primary key,
  code text not null,
  route text not null,
  at timestamptz not null,
  person_id uuid,
  contract_id uuid
);
create index recent_problem_age on recent_problem (at);
create index recent_problem_person on recent_problem (person_id, at);

-- What is known of a piece of work beside the thing itself, which lives in its own table.
create table work_item (
  kind text not null check (kind in ('call-back', 'dead-letter', 'set-aside', 'letter')),
  item_key text not null,
  owner uuid,
  taken_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  key_id text,
  sealed bytea,
  primary key (kind, item_key)
);

alter table call_back add column promised_on date;
alter table call_back add column booked_by uuid;

-- A code that only a letter may carry; sealed until it is printed, then gone.
create table recovery_letter (
  letter_id uuid primary key,
  person_id uuid not null,
  contract_id uuid not null,
  code_hash bytea not null,
  key_id text not null,
  sealed bytea,
  made_at timestamptz not null,
  made_by uuid not null,
  printed_at timestamptz,
  printed_by uuid
);
create index recovery_letter_waiting on recovery_letter (made_at) where printed_at is null;
