import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';

export type SealedPerson = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
};

/** A person's row, kept from others until the transaction ends. */
export async function personForUpdate(
  tx: Queryable,
  personId: string,
): Promise<SealedPerson | undefined> {
  const [row] = await tx.query<SealedPerson>(
    'select person_id, key_id, sealed from person where person_id = $1 for update',
    [personId],
  );
  return row;
}

export async function putPerson(
  tx: Queryable,
  personId: string,
  sealed: { readonly keyId: string; readonly sealed: Buffer },
): Promise<void> {
  await tx.query('update person set key_id = $2, sealed = $3 where person_id = $1', [
    personId,
    sealed.keyId,
    sealed.sealed,
  ]);
}

/** Who signs in by email does so by the one that counts first; an earlier one opens nothing. */
export async function replaceEmailLogin(
  tx: Queryable,
  personId: string,
  loginHash: Buffer | null,
): Promise<void> {
  await tx.query("delete from login where person_id = $1 and kind = 'email'", [personId]);
  if (loginHash === null) return;
  await tx.query("insert into login values ($1, $2, 'email') on conflict do nothing", [
    loginHash,
    personId,
  ]);
}

/** A contract of a person with the last place its car was moved to. */
export type GaragedContract = {
  readonly contract_id: string;
  readonly contract_number: string;
  readonly move_id: string | null;
  readonly from_day: BusinessDate | null;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
};

export function garagedContracts(store: Queryable, personId: string): Promise<GaragedContract[]> {
  return store.query<GaragedContract>(
    `select cp.contract_id, c.contract_number, g.move_id, g.from_day, g.key_id, g.sealed
     from contract_party cp join contract c using (contract_id)
     left join lateral (select * from garaging_move m where m.contract_id = cp.contract_id
       order by m.move_id desc limit 1) g on true
     where cp.person_id = $1 order by c.contract_number`,
    [personId],
  );
}

export async function insertMove(
  tx: Queryable,
  move: {
    readonly contractId: string;
    readonly moveId: string;
    readonly personId: string;
    readonly movedAt: string;
    readonly fromDay: BusinessDate;
    readonly keyId: string;
    readonly sealed: Buffer;
  },
): Promise<void> {
  await tx.query(
    `insert into garaging_move (contract_id, move_id, person_id, moved_at, from_day, key_id, sealed)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      move.contractId,
      move.moveId,
      move.personId,
      move.movedAt,
      move.fromDay,
      move.keyId,
      move.sealed,
    ],
  );
}

export type MoveRow = {
  readonly contract_id: string;
  readonly contract_number: string;
  readonly move_id: string;
  readonly moved_at: string;
  readonly from_day: BusinessDate;
  readonly key_id: string;
  readonly sealed: Buffer;
};

/** Moves after one of them, oldest first: their ids are in order of time. */
export function movesAfter(
  store: Queryable,
  after: string | null,
  limit: number,
): Promise<MoveRow[]> {
  return store.query<MoveRow>(
    `select g.*, c.contract_number from garaging_move g join contract c using (contract_id)
     where $1::uuid is null or g.move_id > $1 order by g.move_id limit $2`,
    [after, limit],
  );
}

export type ChosenNotice = {
  readonly topic: string;
  readonly channel: string;
  readonly wanted: boolean;
};

export function chosenNotices(store: Queryable, personId: string): Promise<ChosenNotice[]> {
  return store.query<ChosenNotice>(
    'select topic, channel, wanted from notice_preference where person_id = $1',
    [personId],
  );
}
