import { type Queryable, statement } from '../../platform/database/store.ts';
import { arrayText, wordsText } from '../../platform/database/value-parsers.ts';

/** A contract as far as a parties file can change it. */
export type ContractPartiesRow = {
  readonly contract_id: string;
  readonly product: 'loan' | 'lease';
  readonly contract_number: string;
  readonly deal: string;
  readonly asset_number: string;
  readonly vin: string | null;
};

export type PersonRow = {
  readonly person_id: string;
  readonly identity_hash: Buffer | null;
  readonly key_id: string;
  readonly sealed: Buffer;
};

export type PartyRow = PersonRow & { readonly contract_id: string; readonly role: string };

const CONTRACTS = `select c.contract_id, c.product, c.contract_number, c.deal, c.asset_number, v.vin
   from contract c left join vehicle v using (contract_id)
   where c.contract_id = any($1::uuid[]) order by c.contract_id`;

const READ_CONTRACTS = statement('contracts-of-parties', CONTRACTS);
const LOCK_CONTRACTS = statement('contracts-of-parties-locked', `${CONTRACTS} for update of c`);

/** Contracts by id; `isLocked` holds them until the transaction ends. */
export function readContractsOfParties(
  store: Queryable,
  ids: readonly string[],
  isLocked: boolean,
): Promise<ContractPartiesRow[]> {
  return store.query(isLocked ? LOCK_CONTRACTS : READ_CONTRACTS, [wordsText(ids)]);
}

export function readParties(store: Queryable, ids: readonly string[]): Promise<PartyRow[]> {
  return store.query(
    statement(
      'parties-of-contracts',
      `select p.contract_id, p.role, x.person_id, x.identity_hash, x.key_id, x.sealed
       from contract_party p join person x using (person_id)
       where p.contract_id = any($1::uuid[]) order by p.contract_id, p.role, x.person_id`,
    ),
    [wordsText(ids)],
  );
}

/** People by who they are; `isLocked` holds them, in one order, until the transaction ends. */
export function readPersons(
  store: Queryable,
  ids: readonly string[],
  hashes: readonly string[],
  isLocked: boolean,
): Promise<PersonRow[]> {
  return store.query(
    `select person_id, identity_hash, key_id, sealed from person
     where person_id = any($1::uuid[])
       or identity_hash in (select decode(h, 'hex') from unnest($2::text[]) h)
     order by person_id ${isLocked ? 'for update' : ''}`,
    [wordsText(ids), wordsText(hashes)],
  );
}

/** Whose the contract numbers are that a file wants to give. */
export async function readNumberOwners(
  store: Queryable,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await store.query<{ contract_number: string; contract_id: string }>(
    `select contract_number, contract_id from contract_number
     where contract_number = any($1::text[])`,
    [arrayText(numbers)],
  );
  return new Map(rows.map((row) => [row.contract_number, row.contract_id]));
}

export type PersonToChange = {
  readonly personId: string;
  readonly identity: string | null;
  readonly keyId: string;
  readonly sealed: Buffer;
};

/** A person's new state. Who they are stays as it was where somebody else is that already. */
export async function updatePersons(
  tx: Queryable,
  persons: readonly PersonToChange[],
): Promise<void> {
  if (persons.length === 0) return;
  await tx.query(
    `update person p set key_id = w.key_id, sealed = decode(w.sealed, 'hex'),
       identity_hash = case when w.identity is null or exists (select from person o
           where o.identity_hash = decode(w.identity, 'hex') and o.person_id <> p.person_id)
         then p.identity_hash else decode(w.identity, 'hex') end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
       w(person_id, identity, key_id, sealed)
     where p.person_id = w.person_id`,
    [
      wordsText(persons.map(({ personId }) => personId)),
      wordsText(persons.map(({ identity }) => identity)),
      arrayText(persons.map(({ keyId }) => keyId)),
      wordsText(persons.map(({ sealed }) => sealed.toString('hex'))),
    ],
  );
}

export async function setContractNumbers(
  tx: Queryable,
  changes: readonly { readonly contractId: string; readonly to: string }[],
): Promise<void> {
  if (changes.length === 0) return;
  const values = [
    wordsText(changes.map(({ contractId }) => contractId)),
    arrayText(changes.map(({ to }) => to)),
  ];
  await tx.query(
    `with w as (select * from unnest($1::uuid[], $2::text[]) w(contract_id, number)),
       n as (update contract_number d set contract_number = w.number from w
         where d.contract_id = w.contract_id)
     update contract c set contract_number = w.number from w where c.contract_id = w.contract_id`,
    values,
  );
}

/** A VIN leads to the first contract that had it, as at boarding. */
export async function setVins(
  tx: Queryable,
  changes: readonly { readonly contractId: string; readonly to: string }[],
): Promise<void> {
  if (changes.length === 0) return;
  const ids = wordsText(changes.map(({ contractId }) => contractId));
  const vins = wordsText(changes.map(({ to }) => to));
  await tx.query('delete from vin where contract_id = any($1::uuid[])', [ids]);
  await tx.query(
    `with w as (select * from unnest($1::uuid[], $2::text[]) w(contract_id, vin)),
       d as (insert into vin select vin, contract_id from w on conflict do nothing)
     update vehicle v set vin = w.vin from w where v.contract_id = w.contract_id`,
    [ids, vins],
  );
}

/** What a file changed of a contract's people and directories; a row is never changed itself. */
export type PartyChange = {
  readonly contractId: string;
  readonly changeId: string;
  readonly what: PartyChangeKind;
  readonly personId: string | null;
  /** The names of what changed; personal values are sealed. */
  readonly fields: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly keyId: string | null;
  readonly sealed: Buffer | null;
};

export const PARTY_CHANGE_KINDS = [
  'party-added',
  'person-changed',
  'contract-number-changed',
  'vin-changed',
] as const;
export type PartyChangeKind = (typeof PARTY_CHANGE_KINDS)[number];

export async function insertPartyChanges(
  tx: Queryable,
  at: { readonly openDay: string; readonly nowMs: number; readonly source: string },
  changes: readonly PartyChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into party_change (contract_id, change_id, changed_at, business_date, who, source, what,
       person_id, fields, from_value, to_value, key_id, sealed)
     select contract_id, change_id, $1::timestamptz, $2::date, 'boarding', $3, what, person_id,
       fields, from_value, to_value, key_id, decode(sealed, 'hex')
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[])
       w(contract_id, change_id, what, person_id, fields, from_value, to_value, key_id, sealed)`,
    [
      new Date(at.nowMs).toISOString(),
      at.openDay,
      at.source,
      wordsText(changes.map(({ contractId }) => contractId)),
      wordsText(changes.map(({ changeId }) => changeId)),
      wordsText(changes.map(({ what }) => what)),
      wordsText(changes.map(({ personId }) => personId)),
      arrayText(changes.map(({ fields }) => fields.join(' '))),
      arrayText(changes.map(({ from }) => from)),
      arrayText(changes.map(({ to }) => to)),
      arrayText(changes.map(({ keyId }) => keyId)),
      wordsText(changes.map(({ sealed }) => sealed?.toString('hex') ?? null)),
    ],
  );
}

/** Contracts that rows name by number, or by asset; an asset without a deal may be of several. */
export async function findContracts(
  store: Queryable,
  numbers: readonly string[],
  assets: readonly string[],
): Promise<FoundContract[]> {
  return store.query(
    `select contract_id, contract_number, deal, asset_number from contract
     where contract_id in (select contract_id from contract_number
         where contract_number = any($1::text[]))
       or contract_id in (select contract_id from asset where asset_number = any($2::text[]))`,
    [arrayText(numbers), arrayText(assets)],
  );
}

export type FoundContract = {
  readonly contract_id: string;
  readonly contract_number: string;
  readonly deal: string;
  readonly asset_number: string;
};

/** How far a contract's terms and its entries have come. */
export type TermsRow = {
  readonly contract_id: string;
  readonly terms_version: number;
  /** Whether anything was decided since it was boarded, apart from its terms. */
  readonly is_touched: boolean;
};

export function readTermsRows(store: Queryable, ids: readonly string[]): Promise<TermsRow[]> {
  return store.query(
    `select s.contract_id, s.terms_version, exists (select from entry e
       where e.contract_id = s.contract_id
         and e.kind not in ('boarded', 'terms-changed')) as is_touched
     from contract_state s where s.contract_id = any($1::uuid[])`,
    [wordsText(ids)],
  );
}
