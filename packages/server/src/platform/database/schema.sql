create function fence() returns date language plpgsql volatile as $$
declare
  day date;
begin
  perform pg_advisory_xact_lock_shared(7201);
  select open_day into day from business_day;
  return day;
end
$$;

create table access_log (
  access_id uuid not null,
  who text not null,
  person_id uuid,
  contract_id uuid,
  what text not null,
  at timestamp with time zone not null,
  reason text,
  key_id text,
  sealed bytea,
  constraint access_log_pkey PRIMARY KEY (access_id)
);
CREATE INDEX access_log_at ON access_log USING btree (at, access_id);
CREATE INDEX access_log_person ON access_log USING btree (person_id, at);

create table api_token (
  token_hash bytea not null,
  audience text not null,
  name text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (token_hash)
);

create table appointment (
  contract_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  kind text not null,
  place_id text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  state text not null,
  sequence integer not null default 0,
  booked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  reminded integer not null default '-1'::integer,
  key_id text,
  sealed bytea,
  constraint appointment_kind_check CHECK (kind = ANY (ARRAY['return'::text, 'inspection'::text, 'home-inspection'::text])),
  constraint appointment_pkey PRIMARY KEY (contract_id, appointment_id),
  constraint appointment_state_check CHECK (state = ANY (ARRAY['booked'::text, 'displaced'::text, 'missed'::text, 'done'::text, 'refused'::text, 'cancelled'::text]))
);
CREATE UNIQUE INDEX appointment_ahead ON appointment USING btree (contract_id, (kind = 'return'::text)) WHERE state = ANY (ARRAY['booked'::text, 'displaced'::text]);
CREATE INDEX appointment_place ON appointment USING btree (place_id, starts_at);
CREATE INDEX appointment_reminder ON appointment USING btree (starts_at) WHERE state = 'booked'::text;

create table asset (
  deal text not null,
  asset_number text not null,
  contract_id uuid not null,
  constraint asset_pkey PRIMARY KEY (deal, asset_number)
);
CREATE INDEX asset_number ON asset USING btree (asset_number);

create table audit_trail (
  what text not null,
  subject text not null,
  network_hash bytea not null,
  hour timestamp with time zone not null,
  times integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  keep_until date not null,
  constraint audit_trail_pkey PRIMARY KEY (what, subject, network_hash, hour)
);
CREATE INDEX audit_trail_age ON audit_trail USING btree (keep_until);

create table authenticator (
  person_id uuid not null,
  key_id text not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint authenticator_pkey PRIMARY KEY (person_id)
);

create table bill_dispute (
  dispute_id uuid not null,
  contract_id uuid not null,
  person_id uuid not null,
  line_id text not null,
  key_id text not null,
  sealed bytea not null,
  raised_at timestamp with time zone not null,
  decide_by date not null,
  decided_at timestamp with time zone,
  proposed_by uuid,
  proposal text,
  constraint bill_dispute_pkey PRIMARY KEY (dispute_id)
);
CREATE INDEX bill_dispute_contract ON bill_dispute USING btree (contract_id);
CREATE INDEX bill_dispute_open ON bill_dispute USING btree (decide_by) WHERE decided_at IS NULL;

create table boarding_run (
  run_id uuid not null,
  deal text not null,
  as_of date,
  file_name text not null,
  counts jsonb not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  constraint boarding_run_pkey PRIMARY KEY (run_id)
);

create table business_day (
  singleton boolean not null default true,
  open_day date not null,
  opened_at timestamp with time zone not null,
  constraint business_day_pkey PRIMARY KEY (singleton),
  constraint business_day_singleton_check CHECK (singleton)
);

create table call_back (
  contract_id uuid not null,
  call_back_id uuid not null,
  person_id uuid not null,
  about text not null,
  part_of_day text not null,
  key text not null,
  key_id text not null,
  sealed bytea not null,
  asked_at timestamp with time zone not null,
  business_date date not null,
  answered_at timestamp with time zone,
  answered_by text,
  promised_on date,
  booked_by uuid,
  constraint call_back_pkey PRIMARY KEY (contract_id, call_back_id)
);
CREATE UNIQUE INDEX call_back_key ON call_back USING btree (contract_id, person_id, key);
CREATE UNIQUE INDEX call_back_open ON call_back USING btree (contract_id, person_id) WHERE answered_at IS NULL;

create table ceremony (
  token_hash bytea not null,
  purpose text not null,
  person_id uuid,
  proven text not null,
  key_id text,
  sealed bytea,
  network_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  wait_until timestamp with time zone,
  constraint ceremony_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX ceremony_expires ON ceremony USING btree (expires_at);
CREATE INDEX ceremony_person ON ceremony USING btree (person_id) WHERE person_id IS NOT NULL;

create table charge_table (
  table_id text not null,
  version integer not null,
  effective_from date not null,
  source text not null,
  rows json not null,
  imported_at timestamp with time zone not null,
  constraint charge_table_pkey PRIMARY KEY (table_id, version)
);

create table closed_day (
  business_date date not null,
  entry_count bigint not null,
  posting_count bigint not null,
  total_cents numeric not null,
  anchor bytea not null,
  closed_at timestamp with time zone not null,
  constraint closed_day_pkey PRIMARY KEY (business_date)
);

create table contract (
  contract_id uuid not null,
  product text not null,
  contract_number text not null,
  deal text not null,
  asset_number text not null,
  boarded_as_of date not null,
  record_hash bytea not null,
  source text not null,
  boarded_at timestamp with time zone not null,
  constraint contract_pkey PRIMARY KEY (contract_id),
  constraint contract_product_check CHECK (product = ANY (ARRAY['loan'::text, 'lease'::text]))
);

create table contract_number (
  contract_number text not null,
  contract_id uuid not null,
  constraint contract_number_pkey PRIMARY KEY (contract_number)
);

create table contract_party (
  contract_id uuid not null,
  person_id uuid not null,
  role text not null,
  constraint contract_party_pkey PRIMARY KEY (contract_id, person_id)
);
CREATE INDEX contract_party_person ON contract_party USING btree (person_id, contract_id);

create table contract_state (
  contract_id uuid not null,
  product text not null,
  version integer not null,
  terms_version integer not null,
  status text not null,
  next_business_date date,
  facts json not null,
  holds json not null,
  balances bigint[] not null,
  head bytea not null,
  constraint contract_state_pkey PRIMARY KEY (contract_id)
) with (fillfactor=75);
CREATE INDEX contract_state_due ON contract_state USING btree (next_business_date, contract_id);
CREATE INDEX contract_state_turned_in ON contract_state USING btree (contract_id) WHERE status = 'turned-in'::text;

create table contract_terms (
  contract_id uuid not null,
  terms_version integer not null,
  terms json not null,
  effective_date date not null,
  policy_id uuid not null,
  constraint contract_terms_pkey PRIMARY KEY (contract_id, terms_version)
);

create table credential (
  person_id uuid not null,
  user_name text,
  password_hash text,
  changed_at timestamp with time zone not null,
  password_rule text not null default 'alone'::text,
  waives_second boolean not null default false,
  key_id text,
  sealed bytea,
  user_handle bytea,
  restricted_until timestamp with time zone,
  constraint credential_password_rule_check CHECK (password_rule = ANY (ARRAY['none'::text, 'alone'::text, 'with-second'::text])),
  constraint credential_pkey PRIMARY KEY (person_id),
  constraint credential_user_handle_key UNIQUE (user_handle)
);

create table demo_letter (
  person_id uuid not null,
  message_id uuid not null,
  channel text not null,
  to_address text not null,
  subject text,
  body_text text not null,
  body_html text,
  arrived_at timestamp with time zone not null,
  constraint demo_letter_pkey PRIMARY KEY (person_id, message_id)
);

create table entry (
  contract_id uuid not null,
  seq integer not null,
  entry_id uuid not null,
  key text not null,
  input_hash bytea,
  kind text not null,
  product text not null,
  business_date date not null,
  effective_date date not null,
  recorded_at timestamp with time zone not null,
  amount_cents bigint not null,
  balance_cents bigint not null,
  body text not null,
  hash bytea not null,
  constraint entry_contract_id_key_key UNIQUE (contract_id, key),
  constraint entry_pkey PRIMARY KEY (contract_id, seq)
);
CREATE INDEX entry_day ON entry USING brin (business_date);
CREATE INDEX entry_give_back ON entry USING btree (kind, contract_id, seq) WHERE (kind = ANY (ARRAY['car-received'::text, 'refund-owed'::text, 'refund-paid'::text])) AND product = 'lease'::text;
revoke update, delete, truncate on entry from current_user;

create table garaging_move (
  contract_id uuid not null,
  move_id uuid not null,
  person_id uuid not null,
  moved_at timestamp with time zone not null,
  from_day date not null,
  key_id text not null,
  sealed bytea not null,
  constraint garaging_move_pkey PRIMARY KEY (contract_id, move_id)
);
CREATE INDEX garaging_move_at ON garaging_move USING btree (moved_at, move_id);
CREATE INDEX garaging_move_person ON garaging_move USING btree (person_id);

create table guest_payment (
  contract_id uuid not null,
  key text not null,
  method_id uuid not null,
  input_hash bytea not null,
  reference_hash bytea not null,
  account_type text not null,
  last_four text not null,
  key_id text not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  constraint guest_payment_pkey PRIMARY KEY (contract_id, key)
);
CREATE INDEX guest_payment_reference ON guest_payment USING btree (reference_hash);

create table invitation (
  code_hash bytea not null,
  person_id uuid not null,
  contract_id uuid not null,
  purpose text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  way text not null default 'letter'::text,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  wait_until timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (code_hash),
  constraint invitation_purpose_check CHECK (purpose = ANY (ARRAY['register'::text, 'recover'::text])),
  constraint invitation_way_check CHECK (way = ANY (ARRAY['letter'::text, 'call-back'::text]))
);
CREATE INDEX invitation_person ON invitation USING btree (person_id);

create table key_check (
  key_id text not null,
  sealed bytea not null,
  constraint key_check_pkey PRIMARY KEY (key_id)
);

create table key_holder (
  process_id uuid not null,
  newest_id text not null,
  seen_at timestamp with time zone not null,
  constraint key_holder_pkey PRIMARY KEY (process_id)
);

create table known_device (
  device_hash bytea not null,
  person_id uuid not null,
  last_seen timestamp with time zone not null,
  constraint known_device_pkey PRIMARY KEY (device_hash, person_id)
);

create table known_network (
  person_id uuid not null,
  network_hash bytea not null,
  last_seen timestamp with time zone not null,
  constraint known_network_pkey PRIMARY KEY (person_id, network_hash)
);

create table lease_document (
  sha256 bytea not null,
  contract_id uuid not null,
  hand_over_id uuid not null,
  kind text not null,
  made_at timestamp with time zone not null,
  key_id text not null,
  sealed bytea not null,
  constraint lease_document_hand_over_id_kind_key UNIQUE (hand_over_id, kind),
  constraint lease_document_kind_check CHECK (kind = 'return-form'::text),
  constraint lease_document_pkey PRIMARY KEY (sha256)
);
CREATE INDEX lease_document_contract ON lease_document USING btree (contract_id);

create table login (
  login_hash bytea not null,
  person_id uuid not null,
  kind text not null,
  constraint login_kind_check CHECK (kind = ANY (ARRAY['user-name'::text, 'email'::text])),
  constraint login_pkey PRIMARY KEY (login_hash)
);

create table migration (
  name text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table notice_preference (
  person_id uuid not null,
  topic text not null,
  channel text not null,
  wanted boolean not null,
  changed_at timestamp with time zone not null,
  constraint notice_preference_channel_check CHECK (channel = ANY (ARRAY['mail'::text, 'text'::text])),
  constraint notice_preference_pkey PRIMARY KEY (person_id, topic, channel)
);

create table one_time_code (
  scope bytea not null,
  proof text not null,
  code_hash bytea not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries smallint not null default 0,
  used_at timestamp with time zone,
  constraint one_time_code_pkey PRIMARY KEY (scope, proof)
);

create table outbox (
  contract_id uuid not null,
  seq integer not null,
  n smallint not null,
  lane smallint not null,
  topic text not null,
  template text not null,
  data json not null,
  due_at timestamp with time zone not null,
  attempts smallint not null default 0,
  sent_at timestamp with time zone,
  dead_at timestamp with time zone,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (contract_id, seq, n)
);
CREATE INDEX outbox_dead ON outbox USING btree (contract_id) WHERE dead_at IS NOT NULL;
CREATE INDEX outbox_postponed ON outbox USING btree (contract_id) WHERE attempts > 0 AND sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_waiting ON outbox USING btree (lane, due_at) WHERE sent_at IS NULL AND dead_at IS NULL;

create table outbox_lane (
  lane smallint not null,
  owner text,
  lease_until timestamp with time zone,
  constraint outbox_lane_pkey PRIMARY KEY (lane)
);

create table party_change (
  contract_id uuid not null,
  change_id uuid not null,
  changed_at timestamp with time zone not null,
  business_date date not null,
  who text not null,
  source text not null,
  what text not null,
  person_id uuid,
  fields text not null,
  from_value text,
  to_value text,
  key_id text,
  sealed bytea,
  constraint party_change_pkey PRIMARY KEY (contract_id, change_id)
);
revoke update, delete, truncate on party_change from current_user;

create table passkey (
  credential_id bytea not null,
  person_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text not null,
  aaguid uuid not null,
  name text not null,
  backed_up boolean not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (credential_id)
);
CREATE INDEX passkey_person ON passkey USING btree (person_id);

create table payment_method (
  person_id uuid not null,
  method_id uuid not null,
  kind text not null,
  account_type text not null,
  last_four text not null,
  key_id text not null,
  sealed bytea not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  last_used_at timestamp with time zone,
  refused_at timestamp with time zone,
  constraint payment_method_pkey PRIMARY KEY (person_id, method_id)
);

create table person (
  person_id uuid not null,
  identity_hash bytea,
  key_id text not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  search_of text,
  constraint person_identity_hash_key UNIQUE (identity_hash),
  constraint person_pkey PRIMARY KEY (person_id)
);
CREATE INDEX person_not_searchable ON person USING btree (person_id) WHERE search_of IS DISTINCT FROM md5(sealed);

create table person_change (
  person_id uuid not null,
  change_id uuid not null,
  changed_at timestamp with time zone not null,
  who text not null,
  fields text not null,
  key_id text not null,
  sealed bytea not null,
  constraint person_change_pkey PRIMARY KEY (person_id, change_id)
);

create table person_hold (
  person_id uuid not null,
  hold_id uuid not null,
  kind text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  evidence text not null,
  decided_by text not null,
  lifted_at timestamp with time zone,
  lifted_by text,
  constraint person_hold_kind_check CHECK (kind = ANY (ARRAY['closed'::text, 'frozen'::text, 'access'::text, 'recovering'::text])),
  constraint person_hold_pkey PRIMARY KEY (person_id, hold_id)
);

create table person_key (
  person_id uuid not null,
  key text not null,
  contract_id uuid not null,
  constraint person_key_pkey PRIMARY KEY (person_id, key)
);

create table person_message (
  person_id uuid not null,
  message_id uuid not null,
  lane smallint not null,
  template text not null,
  channel text not null,
  lang text not null,
  about_contract_id uuid,
  place integer not null,
  key_id text not null,
  to_sealed bytea not null,
  data_sealed bytea,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  attempts smallint not null default 0,
  sent_at timestamp with time zone,
  dead_at timestamp with time zone,
  last_code text,
  constraint person_message_channel_check CHECK (channel = ANY (ARRAY['mail'::text, 'text'::text])),
  constraint person_message_pkey PRIMARY KEY (person_id, message_id)
);
CREATE INDEX person_message_dead ON person_message USING btree (message_id) WHERE dead_at IS NOT NULL;
CREATE INDEX person_message_own ON person_message USING btree (lane, due_at) WHERE sent_at IS NULL AND dead_at IS NULL AND about_contract_id IS NULL;
CREATE INDEX person_message_postponed ON person_message USING btree (person_id, about_contract_id, channel) WHERE attempts > 0 AND sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX person_message_sent ON person_message USING btree (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX person_message_waiting ON person_message USING btree (lane, due_at) WHERE sent_at IS NULL AND dead_at IS NULL;

create table person_message_lane (
  lane smallint not null,
  owner text,
  lease_until timestamp with time zone,
  constraint person_message_lane_pkey PRIMARY KEY (lane)
);

create table place (
  place_id text not null,
  effective_from date not null,
  cells text not null,
  stored_at timestamp with time zone not null,
  stored_by text not null,
  constraint place_pkey PRIMARY KEY (place_id, effective_from)
);

create table place_day (
  place_id text not null,
  on_day date not null,
  hours text not null,
  stored_at timestamp with time zone not null,
  stored_by text not null,
  constraint place_day_pkey PRIMARY KEY (place_id, on_day)
);

create table posting (
  contract_id uuid not null,
  seq integer not null,
  n smallint not null,
  business_date date not null,
  debit text not null,
  credit text not null,
  cents bigint not null,
  tax json,
  constraint posting_cents_check CHECK (cents > 0),
  constraint posting_check CHECK (debit <> credit),
  constraint posting_pkey PRIMARY KEY (contract_id, seq, n)
);
CREATE INDEX posting_day ON posting USING brin (business_date);
revoke update, delete, truncate on posting from current_user;

create table recent_problem (
  reference text not null,
  code text not null,
  route text not null,
  at timestamp with time zone not null,
  person_id uuid,
  contract_id uuid,
  constraint recent_problem_pkey PRIMARY KEY (reference)
);
CREATE INDEX recent_problem_age ON recent_problem USING btree (at);
CREATE INDEX recent_problem_person ON recent_problem USING btree (person_id, at);

create table recovery_code (
  person_id uuid not null,
  code_hash bytea not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (person_id, code_hash)
);

create table recovery_letter (
  letter_id uuid not null,
  person_id uuid not null,
  contract_id uuid not null,
  code_hash bytea not null,
  key_id text not null,
  sealed bytea,
  made_at timestamp with time zone not null,
  made_by uuid,
  printed_at timestamp with time zone,
  printed_by uuid,
  constraint recovery_letter_pkey PRIMARY KEY (letter_id)
);
CREATE INDEX recovery_letter_waiting ON recovery_letter USING btree (made_at) WHERE printed_at IS NULL;

create table saved_lease_end (
  contract_id uuid not null,
  person_id uuid not null,
  kind text not null,
  saved_at timestamp with time zone not null,
  business_date date not null,
  policy_version text not null,
  guide_id text,
  guide_version integer,
  charges_id text,
  charges_version integer,
  saved json not null,
  constraint saved_lease_end_kind_check CHECK (kind = ANY (ARRAY['plan'::text, 'walk'::text])),
  constraint saved_lease_end_pkey PRIMARY KEY (contract_id, person_id, kind)
);

create table search_key (
  kind text not null,
  hash bytea not null,
  person_id uuid not null,
  constraint search_key_pkey PRIMARY KEY (kind, hash, person_id)
);
CREATE INDEX search_key_person ON search_key USING btree (person_id);

create table security_notice (
  token_hash bytea not null,
  person_id uuid not null,
  event text not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint security_notice_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX security_notice_person ON security_notice USING btree (person_id, at);

create table security_question (
  person_id uuid not null,
  question text not null,
  answer_hash text not null,
  made_at timestamp with time zone not null,
  constraint security_question_pkey PRIMARY KEY (person_id, question)
);

create table servicing_policy (
  policy_id uuid not null,
  policy json not null,
  constraint servicing_policy_pkey PRIMARY KEY (policy_id)
);

create table session (
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen timestamp with time zone not null,
  session_id uuid not null default gen_random_uuid(),
  device text not null default ''::text,
  device_hash bytea,
  network_hash bytea,
  proven text not null default '[]'::text,
  constraint session_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX session_person ON session USING btree (person_id);

create table set_aside (
  business_date date not null,
  contract_id uuid not null,
  reason text not null,
  set_aside_at timestamp with time zone not null,
  constraint set_aside_pkey PRIMARY KEY (business_date, contract_id)
);

create table slot_claim (
  place_id text not null,
  starts_at timestamp with time zone not null,
  bay smallint not null,
  ends_at timestamp with time zone not null,
  claim_id uuid not null,
  contract_id uuid not null,
  person_id uuid not null,
  kind text not null,
  held_until timestamp with time zone,
  appointment_id uuid,
  constraint slot_claim_claim_id_key UNIQUE (claim_id),
  constraint slot_claim_kind_check CHECK (kind = ANY (ARRAY['return'::text, 'inspection'::text, 'home-inspection'::text])),
  constraint slot_claim_pkey PRIMARY KEY (place_id, starts_at, bay)
);
CREATE INDEX slot_claim_contract ON slot_claim USING btree (contract_id);

create table staff (
  staff_id uuid not null,
  email_hash bytea,
  subject_hash bytea,
  key_id text not null,
  sealed bytea not null,
  role text not null,
  source text not null,
  password_hash text,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  is_demo boolean not null default false,
  place_id text,
  constraint staff_email_hash_key UNIQUE (email_hash),
  constraint staff_pkey PRIMARY KEY (staff_id),
  constraint staff_role_check CHECK (role = ANY (ARRAY['agent'::text, 'supervisor'::text, 'operations'::text, 'auditor'::text, 'dealer'::text, 'inspector'::text])),
  constraint staff_source_check CHECK (source = ANY (ARRAY['local'::text, 'oidc'::text])),
  constraint staff_subject_hash_key UNIQUE (subject_hash)
);

create table staff_ceremony (
  token_hash bytea not null,
  staff_id uuid,
  proven text not null,
  challenge text,
  key_id text,
  sealed bytea,
  tries smallint not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint staff_ceremony_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX staff_ceremony_expires ON staff_ceremony USING btree (expires_at);

create table staff_invitation (
  token_hash bytea not null,
  staff_id uuid not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  challenge text,
  key_id text not null,
  sealed bytea not null,
  constraint staff_invitation_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX staff_invitation_staff ON staff_invitation USING btree (staff_id);

create table staff_look (
  session_id uuid not null,
  person_id uuid not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  constraint staff_look_pkey PRIMARY KEY (session_id, person_id)
);
CREATE INDEX staff_look_age ON staff_look USING btree (opened_at);

create table staff_proof (
  proof_id uuid not null,
  staff_id uuid not null,
  kind text not null,
  name text not null,
  credential_id bytea,
  public_key bytea,
  counter bigint not null default 0,
  transports text,
  key_id text,
  sealed bytea,
  last_step bigint not null default 0,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint staff_proof_credential_id_key UNIQUE (credential_id),
  constraint staff_proof_kind_check CHECK (kind = ANY (ARRAY['passkey'::text, 'authenticator'::text])),
  constraint staff_proof_pkey PRIMARY KEY (proof_id)
);
CREATE INDEX staff_proof_staff ON staff_proof USING btree (staff_id);

create table staff_session (
  token_hash bytea not null,
  session_id uuid not null,
  staff_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen timestamp with time zone not null,
  device text not null,
  proven text not null,
  challenge text,
  provider_sid text,
  key_id text,
  sealed bytea,
  checked_at timestamp with time zone,
  constraint staff_session_pkey PRIMARY KEY (token_hash),
  constraint staff_session_session_id_key UNIQUE (session_id)
);
CREATE INDEX staff_session_staff ON staff_session USING btree (staff_id);

create table terms_accepted (
  person_id uuid not null,
  version text not null,
  accepted_at timestamp with time zone not null,
  constraint terms_accepted_pkey PRIMARY KEY (person_id, version)
);

create table throttle (
  bucket text not null,
  attempts integer not null,
  window_start timestamp with time zone not null,
  constraint throttle_pkey PRIMARY KEY (bucket)
);
CREATE INDEX throttle_age ON throttle USING btree (window_start);

create table vehicle (
  contract_id uuid not null,
  model_year integer,
  make text,
  model text,
  vin text,
  value_cents bigint,
  constraint vehicle_pkey PRIMARY KEY (contract_id)
);

create table vin (
  vin text not null,
  contract_id uuid not null,
  constraint vin_pkey PRIMARY KEY (vin)
);
CREATE INDEX vin_contract ON vin USING btree (contract_id);
CREATE INDEX vin_end ON vin USING btree ("right"(vin, 6));

create table wear_guide (
  guide_id text not null,
  version integer not null,
  effective_from date not null,
  source text not null,
  rows json not null,
  imported_at timestamp with time zone not null,
  constraint wear_guide_pkey PRIMARY KEY (guide_id, version)
);

create table work_item (
  kind text not null,
  item_key text not null,
  owner uuid,
  taken_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by uuid,
  key_id text,
  sealed bytea,
  constraint work_item_kind_check CHECK (kind = ANY (ARRAY['call-back'::text, 'dead-letter'::text, 'set-aside'::text, 'letter'::text, 'garaging'::text, 'bill-due'::text, 'bill-dispute'::text, 'refund-due'::text])),
  constraint work_item_pkey PRIMARY KEY (kind, item_key)
);

create table zip_centroid (
  zip text not null,
  latitude_e4 integer not null,
  longitude_e4 integer not null,
  constraint zip_centroid_pkey PRIMARY KEY (zip)
);
