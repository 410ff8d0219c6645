-- What a customer saved of a lease's end gets a noun for a name.
alter table lease_end_save rename to saved_lease_end;
alter table saved_lease_end rename constraint lease_end_save_pkey to saved_lease_end_pkey;
alter table saved_lease_end
  rename constraint lease_end_save_kind_check to saved_lease_end_kind_check;

-- Codes of parts and damages are spelled as people here spell them.
update saved_lease_end set saved = replace(saved::text, 'tyre', 'tire')::json
  where saved::text like '%tyre%';
update wear_guide set rows = replace(rows::text, 'tyre', 'tire')::json
  where rows::text like '%tyre%';
update charge_table set rows = replace(rows::text, 'tyre', 'tire')::json
  where rows::text like '%tyre%';
