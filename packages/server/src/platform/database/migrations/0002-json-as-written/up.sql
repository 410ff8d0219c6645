alter table contract_terms alter column terms type json using terms::json;
alter table contract_state
  alter column facts type json using facts::json,
  alter column holds type json using holds::json;
alter table posting alter column tax type json using tax::json;
alter table event alter column body type json using body::json;
alter table outbox alter column data type json using data::json;
