-- Browsers and networks from which a person has signed in: a wrong password tried elsewhere does
-- not slow them down. Only hashes are kept.
create table known_device (
  device_hash bytea not null,
  person_id uuid not null,
  last_seen timestamptz not null,
  primary key (device_hash, person_id)
);
create table known_network (
  person_id uuid not null,
  network_hash bytea not null,
  last_seen timestamptz not null,
  primary key (person_id, network_hash)
);
create index throttle_age on throttle (window_start);
