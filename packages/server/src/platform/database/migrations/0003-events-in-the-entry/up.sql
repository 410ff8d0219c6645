drop table event;

drop index entry_day;
create index entry_day on entry using brin (business_date);
