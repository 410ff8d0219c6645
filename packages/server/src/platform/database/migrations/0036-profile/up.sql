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
