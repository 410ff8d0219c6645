-- What was shown and signed at the end of a lease, by the SHA-256 of its bytes. The entry that
-- rests on a document names that hash, so it cannot be exchanged later. It is sealed.
create table lease_document (
  sha256 bytea primary key,
  contract_id uuid not null,
  hand_over_id uuid not null,
  kind text not null check (kind in ('return-form')),
  made_at timestamptz not null,
  key_id text not null,
  sealed bytea not null,
  unique (hand_over_id, kind)
);
create index lease_document_contract on lease_document (contract_id);
