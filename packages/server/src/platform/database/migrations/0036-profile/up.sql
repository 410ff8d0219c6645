-- A way back in: by which way its code counts, when somebody of the lender heard it on the
-- telephone, and until when the waiting time lasts that all addresses were told of.
alter table invitation add column way text not null default 'letter'
  check (way in ('letter', 'call-back'));
alter table invitation add column confirmed_at timestamptz;
alter table invitation add column confirmed_by uuid;
alter table invitation add column wait_until timestamptz;
-- A letter that the person asked for, without anybody at the desk.
alter table recovery_letter alter column made_by drop not null;
create index ceremony_person on ceremony (person_id) where person_id is not null;

-- Where a contract's car is kept from a day on, as its people told it. Append-only; sealed.
create table garaging_move (
  contract_id uuid not null,
  move_id uuid not null,
  person_id uuid not null,
  moved_at timestamptz not null,
  from_day date not null,
  key_id text not null,
  sealed bytea not null,
  primary key (contract_id, move_id)
);
create index garaging_move_at on garaging_move (moved_at, move_id);
create index garaging_move_person on garaging_move (person_id);
alter table work_item drop constraint work_item_kind_check;
alter table work_item add constraint work_item_kind_check
  check (kind in ('call-back', 'dead-letter', 'set-aside', 'letter', 'garaging'));
