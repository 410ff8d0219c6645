-- A lender's guides to wear and tables of charges, version by version; none is ever changed.
create table wear_guide (
  guide_id text not null,
  version integer not null,
  effective_from date not null,
  source text not null,
  rows json not null,
  imported_at timestamptz not null,
  primary key (guide_id, version)
);

create table charge_table (
  table_id text not null,
  version integer not null,
  effective_from date not null,
  source text not null,
  rows json not null,
  imported_at timestamptz not null,
  primary key (table_id, version)
);

-- What a person keeps with a lease: answers as they were sent, and what they came to by which
-- versions of policy, guide and charges.
create table lease_end_save (
  contract_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('plan', 'walk')),
  saved_at timestamptz not null,
  business_date date not null,
  policy_version text not null,
  guide_id text,
  guide_version integer,
  charges_id text,
  charges_version integer,
  saved json not null,
  primary key (contract_id, person_id, kind)
);
