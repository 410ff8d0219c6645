-- A person may have no password at all; the user name is sealed when the server starts.
alter table credential alter column password_hash drop not null;
alter table credential alter column user_name drop not null;
alter table credential add column password_rule text not null default 'alone'
  check (password_rule in ('none', 'alone', 'with-second'));
alter table credential add column waives_second boolean not null default false;
alter table credential add column key_id text;
alter table credential add column sealed bytea;
alter table credential add column user_handle bytea unique;
alter table credential add column restricted_until timestamptz;

alter table session add column session_id uuid not null default gen_random_uuid();
alter table session add column device text not null default '';
alter table session add column device_hash bytea;
alter table session add column network_hash bytea;
alter table session add column proven text not null default '[]';

-- Somebody without a session who is proving who they are; person_id is null for nobody we know.
create table ceremony (
  token_hash bytea primary key,
  purpose text not null,
  person_id uuid,
  proven text not null,
  key_id text,
  sealed bytea,
  network_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  wait_until timestamptz
);
create index ceremony_expires on ceremony (expires_at);

-- A code by mail or text: one use, five tries, ten minutes. scope is a ceremony or a session.
create table one_time_code (
  scope bytea not null,
  proof text not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz,
  primary key (scope, proof)
);

create table passkey (
  credential_id bytea primary key,
  person_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text not null,
  aaguid uuid not null,
  name text not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

create table authenticator (
  person_id uuid primary key,
  key_id text not null,
  sealed bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table recovery_code (
  person_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table security_question (
  person_id uuid not null,
  question text not null,
  answer_hash text not null,
  made_at timestamptz not null,
  primary key (person_id, question)
);

-- What a person was told of, with the token of its "this was not me".
create table security_notice (
  token_hash bytea primary key,
  person_id uuid not null,
  event text not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index security_notice_person on security_notice (person_id, at);

-- Why a person is kept from something, from when until when, and who decided it.
create table person_hold (
  person_id uuid not null,
  hold_id uuid not null,
  kind text not null check (kind in ('closed', 'frozen', 'access', 'recovering')),
  from_at timestamptz not null,
  until_at timestamptz,
  evidence text not null,
  decided_by text not null,
  lifted_at timestamptz,
  lifted_by text,
  primary key (person_id, hold_id)
);

-- One code of a letter, for one party of one contract, for 21 days.
create table invitation (
  code_hash bytea primary key,
  person_id uuid not null,
  contract_id uuid not null,
  purpose text not null check (purpose in ('register', 'recover')),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_person on invitation (person_id);

create table terms_accepted (
  person_id uuid not null,
  version text not null,
  accepted_at timestamptz not null,
  primary key (person_id, version)
);

-- Each change of a person's own data, with who and when; values are sealed. Append-only.
create table person_change (
  person_id uuid not null,
  change_id uuid not null,
  changed_at timestamptz not null,
  who text not null,
  fields text not null,
  key_id text not null,
  sealed bytea not null,
  primary key (person_id, change_id)
);
