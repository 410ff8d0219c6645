-- Sign-ins, refusals, sign-outs and the use of tokens. What repeats within an hour is counted in
-- one row. A subject is an id or a keyed hash, a network a keyed hash: nothing personal in clear.
create table audit_trail (
  what text not null,
  subject text not null,
  network_hash bytea not null,
  hour timestamptz not null,
  times integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  keep_until date not null,
  primary key (what, subject, network_hash, hour)
);
create index audit_trail_age on audit_trail (keep_until);
