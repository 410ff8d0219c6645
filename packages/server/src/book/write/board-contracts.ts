import { encode } from '@roadbook/api/wire';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, type Store, statement } from '../../platform/database/store.ts';
import {
  arrayText,
  joinedArray,
  joinedText,
  wordsText,
} from '../../platform/database/value-parsers.ts';
import { storedPolicy } from '../read/servicing-policy.ts';
import { openContracts } from './apply-decisions.ts';
import type { PreparedDecision } from './prepare-entries.ts';

/** Everything boarding writes about one contract. Personal data comes sealed. */
export type ContractToBoard = {
  readonly contractId: string;
  readonly product: 'loan' | 'lease';
  readonly contractNumber: string;
  readonly deal: string;
  readonly assetNumber: string;
  readonly asOf: BusinessDate;
  readonly recordHash: Buffer;
  readonly source: string;
  readonly terms: LoanTerms | LeaseTerms;
  readonly opening: PreparedDecision;
  readonly vehicle: {
    readonly modelYear: number | null;
    readonly make: string | null;
    readonly model: string | null;
    readonly vin: string | null;
    readonly valueCents: bigint | null;
  };
  readonly parties: readonly PartyToBoard[];
};

export type PartyToBoard = {
  readonly personId: string;
  readonly role: string;
  readonly identityHash: Buffer | null;
  readonly keyId: string;
  readonly sealed: Buffer;
};

/** What is known of contracts that a batch would board: their record's hash, or a taken number. */
export type KnownContracts = {
  readonly recordHashes: ReadonlyMap<string, Buffer>;
  readonly takenNumbers: ReadonlyMap<string, string>;
};

/**
 * Each is looked up by itself, through the index. As one condition over all ids it is planned for
 * the tables as they are when the boarding begins, which is often empty: it then reads them whole
 * for every batch, however many rows they have by then.
 */
const KNOWN = statement(
  'known-contracts',
  `select k.contract_id, k.record_hash, null as contract_number from unnest($1::uuid[]) w(id)
   cross join lateral (select contract_id, record_hash from contract
     where contract_id = w.id limit 1) k
   union all
   select k.contract_id, null, k.contract_number from unnest($2::text[]) w(number)
   cross join lateral (select contract_id, contract_number from contract_number
     where contract_number = w.number limit 1) k`,
);

type KnownRow =
  | { readonly contract_id: string; readonly record_hash: Buffer; readonly contract_number: null }
  | { readonly contract_id: string; readonly record_hash: null; readonly contract_number: string };

/** Looks up which contracts exist, and whose contract numbers are taken. */
export async function knownContracts(
  store: Queryable,
  wanted: readonly { readonly contractId: string; readonly contractNumber?: string }[],
): Promise<KnownContracts> {
  const recordHashes = new Map<string, Buffer>();
  const takenNumbers = new Map<string, string>();
  if (wanted.length === 0) return { recordHashes, takenNumbers };
  const numbers = wanted.flatMap(({ contractNumber }) => contractNumber ?? []);
  const ids = wordsText(wanted.map(({ contractId }) => contractId));
  for (const row of await store.query<KnownRow>(KNOWN, [ids, arrayText(numbers)])) {
    if (row.contract_number === null) recordHashes.set(row.contract_id, row.record_hash);
    else takenNumbers.set(row.contract_number, row.contract_id);
  }
  return { recordHashes, takenNumbers };
}

/**
 * Person ids by identity hash, for parties that a batch may share with contracts boarded before.
 */
export async function knownPersons(
  store: Queryable,
  hashes: readonly Buffer[],
): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await store.query<{ identity_hash: Buffer; person_id: string }>(
    `select identity_hash, person_id from person
     where identity_hash in (select decode(h, 'hex') from unnest($1::text[]) h)`,
    [arrayText(hashes.map((hash) => hash.toString('hex')))],
  );
  return new Map(rows.map((row) => [row.identity_hash.toString('hex'), row.person_id]));
}

/**
 * Boards new contracts in one transaction: entry and state through the writer's own statement, and
 * what belongs to them. Answers the ids that were new.
 */
export async function boardContracts(
  store: Store,
  openDay: BusinessDate,
  nowMs: number,
  contracts: readonly ContractToBoard[],
): Promise<Set<string>> {
  return store.transaction(async (tx) => {
    const decisions = contracts.map(({ opening }) => opening);
    const opened = await openContracts(tx, openDay, nowMs, decisions);
    const fresh = contracts.filter(({ contractId }) => opened.has(contractId));
    if (fresh.length > 0) await insertFacts(tx, nowMs, fresh);
    return opened;
  });
}

/** What belongs to new contracts, each row once: nothing here asks what was there before. */
const INSERT_FACTS = statement(
  'insert-contract-facts',
  `with c as (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[],
      $6::date[], $7::text[], $8::text[], ${joinedArray('$9')}, $11::uuid[], $14::integer[],
      $15::text[], $16::text[], $17::text[], $18::bigint[])
      c(contract_id, product, contract_number, deal, asset_number, as_of, hash, source, terms,
        policy_id, model_year, make, model, vin, value_cents)),
    p as (insert into servicing_policy select policy_id, policy::json
      from unnest($12::uuid[], ${joinedArray('$13')}) p(policy_id, policy)
      on conflict do nothing),
    a as (insert into contract select contract_id, product, contract_number, deal, asset_number,
      as_of, decode(hash, 'hex'), source, $10::timestamptz from c),
    t as (insert into contract_terms select contract_id, 1, terms::json, as_of,
      policy_id from c),
    n as (insert into contract_number select contract_number, contract_id from c),
    s as (insert into asset select deal, asset_number, contract_id from c),
    d as (insert into vin select vin, contract_id from c where vin is not null
      on conflict do nothing)
  insert into vehicle select contract_id, model_year, make, model, vin, value_cents from c`,
);

async function insertFacts(
  tx: Queryable,
  nowMs: number,
  fresh: readonly ContractToBoard[],
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  const policies = fresh.map(({ terms }) => storedPolicy(terms.policy));
  const texts = new Map(policies.map(({ policyId, text }) => [policyId, text]));
  const words = (value: (c: ContractToBoard) => string | number | bigint | null): string =>
    wordsText(fresh.map(value));
  const quoted = (value: (c: ContractToBoard) => string | null): string =>
    arrayText(fresh.map(value));
  await tx.query(INSERT_FACTS, [
    words((c) => c.contractId),
    words((c) => c.product),
    quoted((c) => c.contractNumber),
    quoted((c) => c.deal),
    quoted((c) => c.assetNumber),
    words((c) => c.asOf),
    words((c) => c.recordHash.toString('hex')),
    quoted((c) => c.source),
    joinedText(fresh.map(({ terms: { policy: _, ...terms } }) => encode(terms))),
    at,
    wordsText(policies.map(({ policyId }) => policyId)),
    wordsText([...texts.keys()]),
    joinedText([...texts.values()]),
    words((c) => c.vehicle.modelYear),
    quoted((c) => c.vehicle.make),
    quoted((c) => c.vehicle.model),
    quoted((c) => c.vehicle.vin),
    words((c) => c.vehicle.valueCents),
  ]);
  const parties = fresh.flatMap(({ contractId, parties: of }) =>
    of.map((party) => ({ contractId, ...party })),
  );
  await insertParties(tx, at, parties);
}

/**
 * Makes people parties of contracts. Who is in the book already stays as they are there; of two
 * rows of one person the first is taken.
 */
export async function insertParties(
  tx: Queryable,
  at: string,
  rows: readonly (PartyToBoard & { readonly contractId: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const persons = [...new Map(rows.toReversed().map((row) => [row.personId, row])).values()];
  await tx.query(
    `insert into person (person_id, identity_hash, key_id, sealed, created_at)
     select person_id, decode(identity_hash, 'hex'), key_id, decode(sealed, 'hex'), $5::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
       p(person_id, identity_hash, key_id, sealed)
     on conflict do nothing`,
    [
      arrayText(persons.map(({ personId }) => personId)),
      arrayText(persons.map(({ identityHash }) => identityHash?.toString('hex') ?? null)),
      arrayText(persons.map(({ keyId }) => keyId)),
      arrayText(persons.map(({ sealed }) => sealed.toString('hex'))),
      at,
    ],
  );
  await tx.query(
    `insert into contract_party select * from unnest($1::uuid[], $2::uuid[], $3::text[])
     on conflict do nothing`,
    [
      arrayText(rows.map(({ contractId }) => contractId)),
      arrayText(rows.map(({ personId }) => personId)),
      arrayText(rows.map(({ role }) => role)),
    ],
  );
}
