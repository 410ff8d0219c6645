import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, statement } from '../platform/database/store.ts';

export type SaveKind = 'plan' | 'walk';

/** What a person keeps with a lease, its text not read yet. */
export type SaveRow = {
  readonly person_id: string;
  readonly kind: SaveKind;
  readonly saved: string;
};

type Version = { readonly id: string; readonly version: number };

export type NewSave = {
  readonly contractId: string;
  readonly personId: string;
  readonly kind: SaveKind;
  readonly savedAt: string;
  readonly businessDate: BusinessDate;
  readonly policyVersion: string;
  readonly guide: Version | null;
  readonly charges: Version | null;
  /** The answers and the figures, as the person was answered. */
  readonly saved: string;
};

const OF_CONTRACT = statement(
  'lease-end-saves',
  `select person_id, kind, saved
   from saved_lease_end where contract_id = $1 order by person_id, kind`,
);

/** Everything that the people of a contract keep with it. */
export function readSaves(store: Queryable, contractId: string): Promise<SaveRow[]> {
  return store.query<SaveRow>(OF_CONTRACT, [contractId]);
}

/** Keeps a plan or a walk in place of the one before. */
export async function putSave(store: Queryable, save: NewSave): Promise<void> {
  await store.query(
    `insert into saved_lease_end (contract_id, person_id, kind, saved_at, business_date,
       policy_version, guide_id, guide_version, charges_id, charges_version, saved)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (contract_id, person_id, kind) do update set
       saved_at = excluded.saved_at, business_date = excluded.business_date,
       policy_version = excluded.policy_version, guide_id = excluded.guide_id,
       guide_version = excluded.guide_version, charges_id = excluded.charges_id,
       charges_version = excluded.charges_version, saved = excluded.saved`,
    [
      save.contractId,
      save.personId,
      save.kind,
      save.savedAt,
      save.businessDate,
      save.policyVersion,
      save.guide?.id ?? null,
      save.guide?.version ?? null,
      save.charges?.id ?? null,
      save.charges?.version ?? null,
      save.saved,
    ],
  );
}

export async function deleteSave(
  store: Queryable,
  contractId: string,
  personId: string,
  kind: SaveKind,
): Promise<void> {
  await store.query(
    'delete from saved_lease_end where contract_id = $1 and person_id = $2 and kind = $3',
    [contractId, personId, kind],
  );
}
