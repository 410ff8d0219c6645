-- A place as it is from a day on: the cells of its row in the lender's file, by column.
create table place (
  place_id text not null,
  effective_from date not null,
  cells text not null,
  stored_at timestamptz not null,
  -- A file's name, or who at the desk changed the hours.
  stored_by text not null,
  primary key (place_id, effective_from)
);

-- A day on which a place does not keep its hours, as operations said; it counts before the file.
create table place_day (
  place_id text not null,
  on_day date not null,
  hours text not null,
  stored_at timestamptz not null,
  stored_by text not null,
  primary key (place_id, on_day)
);

-- The middle of a ZIP code's area in ten-thousandths of a degree, from the lender's file.
create table zip_centroid (
  zip text primary key,
  latitude_e4 integer not null,
  longitude_e4 integer not null
);

-- Who has a bay of a place from a moment on. The key is what only one can win.
create table slot_claim (
  place_id text not null,
  starts_at timestamptz not null,
  bay smallint not null,
  ends_at timestamptz not null,
  claim_id uuid not null unique,
  contract_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('return', 'inspection', 'home-inspection')),
  -- Until when it is kept for somebody who decides; null once it is booked.
  held_until timestamptz,
  appointment_id uuid,
  primary key (place_id, starts_at, bay)
);
create index slot_claim_contract on slot_claim (contract_id);

create table appointment (
  contract_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('return', 'inspection', 'home-inspection')),
  place_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in
    ('booked', 'displaced', 'missed', 'done', 'refused', 'cancelled')),
  -- As in the calendar file: it grows with each change.
  sequence integer not null default 0,
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  -- The sequence that was reminded of.
  reminded integer not null default -1,
  -- Where the car stands, of an inspection at home.
  key_id text,
  sealed bytea,
  primary key (contract_id, appointment_id)
);
-- One return and one inspection ahead for each car.
create unique index appointment_ahead on appointment (contract_id, (kind = 'return'))
  where state in ('booked', 'displaced');
create index appointment_place on appointment (place_id, starts_at);
create index appointment_reminder on appointment (starts_at) where state = 'booked';

alter table staff add column place_id text;
create index vin_contract on vin (contract_id);
