import type * as operations from '@roadbook/api/operations/profile';
import { decode } from '@roadbook/api/wire';
import { dayAt } from '../lender/local-time.ts';
import { type RetentionKind, retentionOn } from '../lender/retention.ts';
import { say } from '../letters/copy.ts';
import type { Handler } from '../operation/handler.ts';
import type { Shell } from '../operation/shell.ts';
import { admitAttempt } from '../people/admit-attempt.ts';
import { unsealPerson } from '../people/person.ts';
import type { PersonChangeRow } from '../people/profile/person-change.sql.ts';
import { openChange } from '../people/profile/person-change.ts';
import { openMove } from '../people/profile/present-profile.ts';
import type { CustomerSession } from '../people/session.ts';
import { demandStepUp } from '../people/sessions/step-up.ts';
import { openUserName } from '../people/user-name.ts';
import { type KeyRing, unseal } from '../platform/keys/key-ring.ts';
import { identityOf } from '../platform/keys/sealed-columns.ts';
import { HELD_SQL, type HeldPart, type HeldRow, heldRows, NOT_GIVEN } from './everything.sql.ts';
import { exportPage } from './export-page.ts';

/** Nobody reads everything more often; each export opens every sealed row of the person. */
const EXPORTS = { attempts: 12, windowSeconds: 3_600 };

/** For how long a part is kept: days of the lender's policy, or with what it belongs to. */
const KEPT: Readonly<Partial<Record<HeldPart, RetentionKind>>> = {
  devices: 'device',
  networks: 'network',
  letters: 'letter',
  'security-notices': 'security-notice',
  invitations: 'invitation',
  'recovery-letters': 'invitation',
  'call-backs': 'call-back',
  problems: 'problem',
};
const KEPT_SHORTLY: ReadonlySet<HeldPart> = new Set(['sessions', 'ceremonies']);
const KEPT_WITH_HISTORY: ReadonlySet<HeldPart> = new Set(['sign-in-history']);

type Row = Readonly<Record<string, unknown>>;
type Open = (ring: KeyRing, row: HeldRow) => Row;

/** How the sealed rows of a part are opened. */
const OPEN: Readonly<Partial<Record<HeldPart, Open>>> = {
  person: (ring, row) => ({ ...unsealPerson(ring, row as Parameters<typeof unsealPerson>[1]) }),
  changes: (ring, row) => ({ ...openChange(ring, row as unknown as PersonChangeRow) }),
  objections: (ring, row) => ({
    words: unseal(ring, identityOf.billDispute(String(row.dispute_id)), sealedOf(row)),
  }),
  appointments: (ring, row) =>
    row.sealed === null
      ? {}
      : decode<Row>(
          unseal(ring, identityOf.appointment(String(row.appointment_id)), sealedOf(row)),
        ),
  garaging: (ring, row) => ({
    address: openMove(ring, {
      contractId: String(row.contract_id),
      moveId: String(row.move_id),
      ...sealedOf(row),
    }),
  }),
  'sign-in': (ring, row) => ({
    userName: openUserName(ring, {
      person_id: String(row.person_id),
      name_key_id: row.key_id ?? null,
      name_sealed: row.sealed ?? null,
      user_name: (row.user_name as string | null) ?? null,
    }),
  }),
  letters: (ring, row) => ({
    to: unseal(
      ring,
      identityOf.messageTo(String(row.person_id), String(row.message_id)),
      sealedOf(row),
    ),
  }),
  'bank-accounts': (ring, row) =>
    decode<Row>(unseal(ring, identityOf.paymentMethod(String(row.method_id)), sealedOf(row))),
  'call-backs': (ring, row) =>
    decode<Row>(unseal(ring, identityOf.callBack(String(row.call_back_id)), sealedOf(row))),
};

function sealedOf({ key_id: keyId, sealed }: HeldRow) {
  return { keyId: keyId ?? '', sealed: sealed ?? Buffer.alloc(0) };
}

/** Everything that is held of a person, each row opened and without the keys of its storage. */
export async function everythingOf(shell: Shell, personId: string) {
  const { store, ring, lender, clock } = shell;
  const madeAt = new Date(clock()).toISOString();
  const kept = retentionOn(lender, dayAt(lender, madeAt));
  const parts = [];
  for (const part of Object.keys(HELD_SQL) as HeldPart[]) {
    const rows = await heldRows(store, HELD_SQL[part], personId);
    parts.push({
      part,
      keptFor: keptWords(part, kept),
      rows: rows.map((row) => given(ring, part, row)),
    });
  }
  const notGiven = Object.entries({ ...NOT_GIVEN, ...LEFT_OUT }).map(([what, why]) => ({
    what,
    why: say('en', `held.not-given.${why}`),
  }));
  return { madeAt, lender: lender.brand.name, parts, notGiven };
}

function keptWords(part: HeldPart, kept: Readonly<Record<RetentionKind, number>>): string {
  const kind = KEPT[part];
  if (kind !== undefined) return say('en', 'held.kept.days', { days: kept[kind] });
  if (KEPT_SHORTLY.has(part)) return say('en', 'held.kept.shortly');
  if (KEPT_WITH_HISTORY.has(part)) return say('en', 'held.kept.row');
  return say('en', 'held.kept.contract');
}

/**
 * Numbers that are never given whole, not even to whose they are.
 *
 * Source: 11 CCR 7024(d), which forbids it in an answer to a request to know.
 */
const NEVER_WHOLE = new Set(['ssn', 'ein', 'accountNumber']);

/** What is left out of the rows that are given. */
const LEFT_OUT = {
  'ssn, ein, accountNumber': 'in-part',
  'passwords, codes, keys': 'secrets',
} as const;

const STORAGE = new Set(['key_id', 'sealed', 'user_name', 'person_id']);

function given(ring: KeyRing, part: HeldPart, row: HeldRow): Record<string, unknown> {
  const plain = Object.entries(row).filter(([name]) => !STORAGE.has(name));
  const opened = row.sealed == null ? {} : (OPEN[part]?.(ring, row) ?? {});
  const all = { ...Object.fromEntries(plain), ...opened };
  const texts = JSON.stringify(all, (name, value: unknown) => {
    if (NEVER_WHOLE.has(name) && typeof value === 'string') return `•••${value.slice(-4)}`;
    return typeof value === 'bigint' ? value.toString() : value;
  });
  return JSON.parse(texts) as Record<string, unknown>;
}

type Own<O extends (typeof operations)[keyof typeof operations]> = Handler<O, CustomerSession>;

async function admitExport(shell: Shell, caller: CustomerSession): Promise<void> {
  await demandStepUp(shell, caller, 'export');
  await admitAttempt(shell, `export:${caller.personId}`, EXPORTS);
}

export const exportProfile: Own<typeof operations.exportProfile> = async ({ shell, caller }) => {
  await admitExport(shell, caller);
  return everythingOf(shell, caller.personId);
};

export const exportProfilePage: Own<typeof operations.exportProfilePage> = async ({
  shell,
  caller,
}) => {
  await admitExport(shell, caller);
  return exportPage(await everythingOf(shell, caller.personId), shell.lender);
};
