-- When a bank account last paid, and when it was last refused: the screens preselect by it.
alter table payment_method add column last_used_at timestamptz;
alter table payment_method add column refused_at timestamptz;
