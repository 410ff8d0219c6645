-- Which contract a person used a key for: one key, one contract, also at once.
create table person_key (
  person_id uuid not null,
  key text not null,
  contract_id uuid not null,
  primary key (person_id, key)
);
