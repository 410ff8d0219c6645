-- What is to be sent to persons. Address and values are sealed; the values go once it is sent.
create table person_message (
  person_id uuid not null,
  message_id uuid not null,
  lane smallint not null,
  template text not null,
  channel text not null check (channel in ('mail', 'text')),
  lang text not null,
  about_contract_id uuid,
  place integer not null,
  key_id text not null,
  to_sealed bytea not null,
  data_sealed bytea,
  created_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz,
  attempts smallint not null default 0,
  sent_at timestamptz,
  dead_at timestamptz,
  last_code text,
  primary key (person_id, message_id)
);
create index person_message_waiting on person_message (lane, due_at)
  where sent_at is null and dead_at is null;
-- A person's own letters go before notices of contracts, and are found without reading those.
create index person_message_own on person_message (lane, due_at)
  where sent_at is null and dead_at is null and about_contract_id is null;
create index person_message_postponed on person_message (person_id, about_contract_id, channel)
  where attempts > 0 and sent_at is null and dead_at is null;
create index person_message_dead on person_message (message_id) where dead_at is not null;
create index person_message_sent on person_message (sent_at) where sent_at is not null;
create index outbox_dead on outbox (contract_id) where dead_at is not null;

create table person_message_lane (
  lane smallint not null primary key,
  owner text,
  lease_until timestamptz
);
insert into person_message_lane (lane) select generate_series(0, 63);

-- What a person wants to be told of, and how. No row: by mail yes, by text no.
create table notice_preference (
  person_id uuid not null,
  topic text not null,
  channel text not null check (channel in ('mail', 'text')),
  wanted boolean not null,
  changed_at timestamptz not null,
  primary key (person_id, topic, channel)
);

-- What the simulated post office has delivered to the fictional people of a demonstration.
create table demo_letter (
  person_id uuid not null,
  message_id uuid not null,
  channel text not null,
  to_address text not null,
  subject text,
  body_text text not null,
  body_html text,
  arrived_at timestamptz not null,
  primary key (person_id, message_id)
);
