import { identityHash, unsealPerson } from '../../people/person.ts';
import type { Queryable } from '../../platform/database/store.ts';
import type { Party } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import {
  type DecidedParty,
  decideParties,
  type KnownParty,
  type KnownPerson,
} from './decide-parties.ts';
import { type ContractToMend, type Mending, type MendJob, statedKey } from './mending.ts';
import { peopleOf, personOf } from './party-person.ts';
import * as rows from './party-rows.sql.ts';

/** What the book says of contracts and people that rows are about. */
type Known = {
  readonly contracts: ReadonlyMap<string, rows.ContractPartiesRow>;
  readonly parties: ReadonlyMap<string, readonly KnownParty[]>;
  readonly byIdentity: Map<string, KnownPerson>;
  readonly owners: Map<string, string>;
};

/**
 * Reads what the book says of contracts and decides what their rows change, one contract after the
 * other. `isLocked` holds contracts and people until the transaction ends.
 */
export async function decideMendings(
  job: MendJob,
  store: Queryable,
  wanted: readonly ContractToMend[],
  isLocked: boolean,
): Promise<Mending[]> {
  const known = await readKnown(job, store, wanted, isLocked);
  const stated = new Map<string, string>();
  const people = new Map<string, KnownPerson>();
  const mendings: Mending[] = [];
  for (const { contractId, parties } of wanted) {
    const contract = known.contracts.get(contractId);
    if (contract === undefined) continue;
    const current = known.parties.get(contractId) ?? [];
    const decided = decideParties(
      {
        ring: job.ring,
        contractId,
        parties: current.map((each) => ({ ...each, ...people.get(each.personId) })),
        byIdentity: known.byIdentity,
        statedBy: (identity) => {
          const key = statedKey(identity);
          return stated.get(key) ?? job.stated.get(key) ?? null;
        },
      },
      peopleOf(parties, contract.product),
    );
    for (const each of decided) {
      seen(each, contractId, stated);
      makeKnown(job, each, people, known.byIdentity);
    }
    mendings.push({
      contractId,
      parties,
      people: decided,
      ...directories(contract, parties, known),
    });
  }
  return mendings;
}

function seen({ identity }: DecidedParty, contractId: string, stated: Map<string, string>): void {
  if (identity === null || stated.has(statedKey(identity))) return;
  stated.set(statedKey(identity), contractId);
}

/** What a row made of a person is what the rows after it find. */
function makeKnown(
  { ring }: MendJob,
  { outcomes }: DecidedParty,
  people: Map<string, KnownPerson>,
  byIdentity: Map<string, KnownPerson>,
): void {
  for (const outcome of outcomes) {
    if (outcome.kind !== 'added' && outcome.kind !== 'changed') continue;
    const { personId, person } = outcome;
    if (person === null) continue;
    const identity = identityHash(ring, person)?.toString('hex') ?? null;
    const known = { personId, person, identity };
    people.set(personId, known);
    if (identity !== null) byIdentity.set(identity, known);
  }
}

async function readKnown(
  { ring }: MendJob,
  store: Queryable,
  wanted: readonly ContractToMend[],
  isLocked: boolean,
): Promise<Known> {
  const ids = wanted.map(({ contractId }) => contractId).sort();
  const found = await rows.readContractsOfParties(store, ids, isLocked);
  const firstLook = await rows.readParties(store, ids);
  const hashes = wanted.flatMap(({ parties }) =>
    parties.flatMap((each) => identityHash(ring, personOf(each))?.toString('hex') ?? []),
  );
  const ofParties = isLocked ? firstLook.map(({ person_id: id }) => id) : [];
  const persons = await rows.readPersons(store, ofParties, hashes, isLocked);
  // People are read again once they are held: another run may have changed them meanwhile.
  const partyRows = isLocked ? await rows.readParties(store, ids) : firstLook;
  const open = (row: rows.PersonRow): KnownPerson => ({
    personId: row.person_id,
    person: unsealPerson(ring, row),
    identity: row.identity_hash?.toString('hex') ?? null,
  });
  const parties = new Map<string, KnownParty[]>();
  for (const row of partyRows) {
    const list = parties.get(row.contract_id) ?? [];
    parties.set(row.contract_id, [...list, { ...open(row), role: row.role }]);
  }
  const byIdentity = new Map<string, KnownPerson>();
  for (const row of persons) {
    if (row.identity_hash !== null) byIdentity.set(row.identity_hash.toString('hex'), open(row));
  }
  const numbers = wanted.flatMap((each) => numberOf(each.parties)?.value ?? []);
  return {
    contracts: new Map(found.map((row) => [row.contract_id, row])),
    parties,
    byIdentity,
    owners: await rows.readNumberOwners(store, numbers),
  };
}

function directories(
  contract: rows.ContractPartiesRow,
  parties: readonly Party[],
  { owners }: Known,
): Pick<Mending, 'number' | 'vin' | 'faults'> {
  const { contract_id: id, contract_number: from, vin: oldVin } = contract;
  const stated = numberOf(parties);
  const owner = stated === null ? undefined : owners.get(stated.value);
  const isTaken = owner !== undefined && owner !== id;
  const number = stated !== null && !isTaken && stated.value !== from;
  if (number) {
    owners.set(stated.value, id);
    if (owners.get(from) === id) owners.delete(from);
  }
  const vin = parties.find((each) => each.vin !== null)?.vin ?? null;
  return {
    number: number ? { from, to: stated.value } : null,
    vin: vin !== null && vin !== oldVin ? { from: oldVin, to: vin } : null,
    faults: isTaken && stated !== null ? [{ line: stated.line, fault: numberTaken(stated) }] : [],
  };
}

function numberOf(
  parties: readonly Party[],
): { readonly value: string; readonly line: number } | null {
  const row = parties.find(({ contractNumber }) => contractNumber !== null);
  return row?.contractNumber ? { value: row.contractNumber, line: row.line } : null;
}

function numberTaken({ value }: { readonly value: string }): Fault {
  return {
    element: 'contract_number',
    value,
    rule: 'contract-number-taken',
    sentence: 'Another contract has this contract number, so this one keeps its own.',
    accepted: 'a contract number of its own for every contract',
  };
}
