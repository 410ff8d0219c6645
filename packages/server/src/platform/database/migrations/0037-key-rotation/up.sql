-- Every process that has the database open, and the key it seals with. One that was not seen for a
-- minute is gone.
create table key_holder (
  process_id uuid primary key,
  newest_id text not null,
  seen_at timestamptz not null
);
