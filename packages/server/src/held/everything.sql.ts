import type { Queryable } from '../platform/database/store.ts';

/** A row of a part as it is stored; a sealed one has its key beside it. */
export type HeldRow = Readonly<Record<string, unknown>> & {
  readonly key_id?: string | null;
  readonly sealed?: Buffer | null;
};

/** The rows that a statement finds for a person, who is its one parameter. */
export function heldRows(store: Queryable, sql: string, personId: string): Promise<HeldRow[]> {
  return store.query<HeldRow>(sql, [personId]);
}

const OWN = 'contract_id in (select contract_id from contract_party where person_id = $1)';

/** Each part of what is held, with its statement. Hashes and keys are in none of them. */
export const HELD_SQL = {
  person: 'select person_id, key_id, sealed, created_at from person where person_id = $1',
  contracts: `select c.contract_number, p.role, p.contract_id from contract_party p
    join contract c using (contract_id) where p.person_id = $1 order by c.contract_number`,
  entries: `select contract_id, seq, kind, business_date, effective_date, recorded_at, amount_cents,
    balance_cents from entry where ${OWN} order by contract_id, seq`,
  'party-changes': `select contract_id, changed_at, who, source, what, fields from party_change
    where person_id = $1 order by changed_at`,
  changes: `select person_id, change_id, changed_at, who, fields, key_id, sealed
    from person_change where person_id = $1 order by changed_at`,
  garaging: `select contract_id, move_id, moved_at, from_day, key_id, sealed from garaging_move
    where person_id = $1 order by move_id`,
  'sign-in': `select person_id, user_name, key_id, sealed, password_rule, changed_at
    from credential where person_id = $1`,
  passkeys: 'select name, backed_up, created_at, last_used_at from passkey where person_id = $1',
  authenticator: 'select made_at, confirmed_at from authenticator where person_id = $1',
  'recovery-codes': 'select made_at, used_at from recovery_code where person_id = $1',
  'security-questions': 'select question, made_at from security_question where person_id = $1',
  sessions: 'select device, created_at, last_seen from session where person_id = $1',
  ceremonies: 'select purpose, proven, created_at, expires_at from ceremony where person_id = $1',
  devices: 'select last_seen from known_device where person_id = $1',
  networks: 'select last_seen from known_network where person_id = $1',
  'sign-in-history': `select what, times, first_at, last_at, keep_until from audit_trail
    where subject = 'person:' || $1::text or subject in
      (select 'login:' || encode(login_hash, 'hex') from login where person_id = $1::uuid)
    order by last_at`,
  holds: `select kind, from_at, until_at, evidence, lifted_at from person_hold
    where person_id = $1 order by from_at`,
  'terms-accepted': 'select version, accepted_at from terms_accepted where person_id = $1',
  'notice-choices': `select topic, channel, wanted, changed_at from notice_preference
    where person_id = $1 order by topic, channel`,
  letters: `select template, channel, message_id, person_id, key_id, to_sealed as sealed,
    created_at, sent_at from person_message where person_id = $1 order by created_at`,
  'security-notices': `select event, at, expires_at, used_at from security_notice
    where person_id = $1 order by at`,
  invitations: `select purpose, way, made_at, expires_at, used_at, confirmed_at from invitation
    where person_id = $1 order by made_at`,
  'recovery-letters': `select made_at, printed_at from recovery_letter where person_id = $1`,
  'bank-accounts': `select method_id, kind, account_type, last_four, key_id, sealed, added_at,
    removed_at, last_used_at, refused_at from payment_method where person_id = $1
    order by added_at`,
  'call-backs': `select contract_id, call_back_id, about, part_of_day, key_id, sealed, asked_at,
    answered_at from call_back where person_id = $1 order by asked_at`,
  'lease-end': `select contract_id, kind, saved_at, business_date, saved from saved_lease_end
    where person_id = $1 order by saved_at`,
  objections: `select contract_id, dispute_id, line_id, raised_at, decide_by, decided_at, key_id,
    sealed from bill_dispute where person_id = $1 order by raised_at`,
  appointments: `select contract_id, appointment_id, kind, place_id, starts_at, ends_at, state,
    booked_at, changed_at, key_id, sealed from appointment where person_id = $1 order by starts_at`,
  'who-looked': `select at, what, reason from access_log where person_id = $1 order by at`,
  problems: 'select reference, code, route, at from recent_problem where person_id = $1',
} as const;
export type HeldPart = keyof typeof HELD_SQL;

/** Tables that name a person and are in no part, each with why. */
export const NOT_GIVEN = {
  login: 'hashes',
  search_key: 'hashes',
  person_key: 'request-keys',
  staff_look: 'staff-session',
  slot_claim: 'slots',
  demo_letter: 'demonstration',
} as const;
