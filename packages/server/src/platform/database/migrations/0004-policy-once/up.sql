-- A lender's policy that contracts share; its id is made of its text.
create table servicing_policy (
  policy_id uuid primary key,
  policy json not null
);

alter table contract_terms add column policy_id uuid;

create temporary table policy_found as
  select encode(
      set_byte(set_byte(digest, 6, get_byte(digest, 6) & 15 | 128),
        8, get_byte(digest, 8) & 63 | 128), 'hex')::uuid as policy_id,
    text
  from (select text, substring(sha256(convert_to(text, 'UTF8')) for 16) as digest
    from (select distinct (terms -> 'policy')::text as text from contract_terms) texts) digests;

insert into servicing_policy select policy_id, text::json from policy_found;
update contract_terms t set policy_id = f.policy_id, terms = (t.terms::jsonb - 'policy')::json
  from policy_found f where f.text = (t.terms -> 'policy')::text;
drop table policy_found;

alter table contract_terms alter column policy_id set not null;
