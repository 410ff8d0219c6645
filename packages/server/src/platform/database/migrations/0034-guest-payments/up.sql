-- A payment by somebody who did not sign in: the account it came from, sealed, under the key of the
-- request. The receipt is found by the hash of its reference.
create table guest_payment (
  contract_id uuid not null,
  key text not null,
  method_id uuid not null,
  input_hash bytea not null,
  reference_hash bytea not null,
  account_type text not null,
  last_four text not null,
  key_id text not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (contract_id, key)
);
create index guest_payment_reference on guest_payment (reference_hash);
