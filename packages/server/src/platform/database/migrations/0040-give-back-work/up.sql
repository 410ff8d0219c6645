-- The desk's queue has three more kinds of work: a bill, a dispute and a refund that are due.
alter table work_item drop constraint work_item_kind_check;
alter table work_item add constraint work_item_kind_check
  check (kind in ('call-back', 'dead-letter', 'set-aside', 'letter', 'garaging', 'bill-due',
    'bill-dispute', 'refund-due'));

-- Cars that are back and whose lease has not ended: few of many contracts. A status seldom changes,
-- so that writing a contract's state stays as cheap as it was.
create index contract_state_turned_in on contract_state (contract_id)
  where status = 'turned-in';

-- When cars came back, and when refunds were owed and paid: few of many entries.
create index entry_give_back on entry (kind, contract_id, seq)
  where kind in ('car-received', 'refund-owed', 'refund-paid') and product = 'lease';
