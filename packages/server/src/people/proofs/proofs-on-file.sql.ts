import type { PersonHoldKind } from '@roadbook/domain/person/person-hold';
import type { ProofsOnFile } from '@roadbook/domain/person/proof';
import type { Queryable } from '../../platform/database/store.ts';

/** What a person has to prove with, as it is stored. */
export type ProofsRow = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly password_rule: ProofsOnFile['password'] | null;
  readonly waives_second: boolean | null;
  readonly passkeys: bigint;
  readonly app: boolean;
  readonly recovery_codes: bigint;
  readonly devices: bigint;
};

/** Undefined for nobody. The same statement runs whether or not there is a person. */
export async function proofsRow(
  store: Queryable,
  personId: string | null,
): Promise<ProofsRow | undefined> {
  const rows = await store.query<ProofsRow>(
    `select p.person_id, p.key_id, p.sealed, c.password_rule, c.waives_second,
       (select count(*) from passkey k where k.person_id = p.person_id) as passkeys,
       exists (select from authenticator a where a.person_id = p.person_id
         and a.confirmed_at is not null) as app,
       (select count(*) from recovery_code r where r.person_id = p.person_id
         and r.used_at is null) as recovery_codes,
       (select count(*) from known_device d where d.person_id = p.person_id) as devices
     from person p left join credential c using (person_id) where p.person_id = $1`,
    [personId],
  );
  return rows[0];
}

/** Whether a person has signed in by a browser before. */
export async function isKnownDevice(
  store: Queryable,
  personId: string | null,
  deviceHash: Buffer | null,
): Promise<boolean> {
  const rows = await store.query(
    'select 1 as one from known_device where person_id = $1 and device_hash = $2',
    [personId, deviceHash],
  );
  return rows.length > 0;
}

/** What keeps a person from something just now. */
export type HoldRow = { readonly kind: PersonHoldKind; readonly until_at: string | null };

export function personHolds(
  store: Queryable,
  personId: string | null,
  nowMs: number,
): Promise<HoldRow[]> {
  return store.query<HoldRow>(
    `select kind, until_at from person_hold
     where person_id = $1 and lifted_at is null and from_at <= $2
       and (until_at is null or until_at > $2)`,
    [personId, new Date(nowMs).toISOString()],
  );
}
