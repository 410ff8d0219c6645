-- What a parties file changed of contracts that were boarded already. Personal values are sealed.
create table party_change (
  contract_id uuid not null,
  change_id uuid not null,
  changed_at timestamptz not null,
  business_date date not null,
  who text not null,
  source text not null,
  what text not null,
  person_id uuid,
  fields text not null,
  from_value text,
  to_value text,
  key_id text,
  sealed bytea,
  primary key (contract_id, change_id)
);
revoke update, delete, truncate on party_change from current_user;

-- A row that names only the asset is looked up without its deal.
create index asset_number on asset (asset_number);
