import { encode } from '@roadbook/api/wire';
import { insertParties, type PartyToBoard } from '../../book/write/board-contracts.ts';
import { identityHash, sealPerson } from '../../people/person.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { type KeyRing, seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import type { DecidedParty } from './decide-parties.ts';
import type { Mending, MendJob, Move } from './mending.ts';
import { personOf } from './party-person.ts';
import * as rows from './party-rows.sql.ts';

/** Writes what was decided, and the history of it, in the transaction that holds the contracts. */
export async function writeMendings(
  job: MendJob,
  tx: Queryable,
  mendings: readonly Mending[],
): Promise<void> {
  const nowMs = job.clock();
  const added: (PartyToBoard & { readonly contractId: string })[] = [];
  const changed = new Map<string, rows.PersonToChange>();
  const changes: rows.PartyChange[] = [];
  for (const mending of mendings) {
    const { contractId, people } = mending;
    for (const { party, outcomes } of people) {
      for (const outcome of outcomes) {
        if (outcome.kind === 'added') {
          const { personId, person } = outcome;
          const whole = person ?? personOf(party);
          const identity = identityHash(job.ring, whole);
          const sealed = sealPerson(job.ring, personId, whole);
          added.push({ contractId, personId, role: party.role, identityHash: identity, ...sealed });
          changes.push(partyAdded(job, nowMs, contractId, personId, party.role));
        } else if (outcome.kind === 'changed') {
          const { personId, person } = outcome;
          const identity = identityHash(job.ring, person)?.toString('hex') ?? null;
          changed.set(personId, { personId, identity, ...sealPerson(job.ring, personId, person) });
          changes.push(personChanged(job, nowMs, contractId, outcome));
        }
      }
    }
    changes.push(...directoryChanges(nowMs, mending));
  }
  await insertParties(tx, new Date(nowMs).toISOString(), added);
  await rows.updatePersons(tx, [...changed.values()]);
  await rows.setContractNumbers(tx, moves(mendings, 'number'));
  await rows.setVins(tx, moves(mendings, 'vin'));
  await rows.insertPartyChanges(tx, { ...job, nowMs }, changes);
}

function moves(mendings: readonly Mending[], what: 'number' | 'vin') {
  return mendings.flatMap((each) => {
    const move = each[what];
    return move === null ? [] : [{ contractId: each.contractId, to: move.to }];
  });
}

function partyAdded(
  { ring }: MendJob,
  nowMs: number,
  contractId: string,
  personId: string,
  role: string,
): rows.PartyChange {
  return {
    ...sealedChange(ring, nowMs, contractId, { role: { from: null, to: role } }),
    contractId,
    what: 'party-added',
    personId,
    fields: ['role'],
    from: null,
    to: null,
  };
}

function personChanged(
  { ring }: MendJob,
  nowMs: number,
  contractId: string,
  outcome: Extract<DecidedParty['outcomes'][number], { readonly kind: 'changed' }>,
): rows.PartyChange {
  return {
    ...sealedChange(ring, nowMs, contractId, outcome.changes),
    contractId,
    what: 'person-changed',
    personId: outcome.personId,
    fields: Object.keys(outcome.changes),
    from: null,
    to: null,
  };
}

/** What was and what is, sealed under the id of the change. */
function sealedChange(
  ring: KeyRing,
  nowMs: number,
  contractId: string,
  changes: object,
): Pick<rows.PartyChange, 'changeId' | 'keyId' | 'sealed'> {
  const changeId = uuidV7(nowMs);
  const { keyId, sealed } = seal(
    ring,
    identityOf.partyChange(contractId, changeId),
    encode(changes),
  );
  return { changeId, keyId, sealed };
}

function directoryChanges(nowMs: number, { contractId, number, vin }: Mending): rows.PartyChange[] {
  const row = (what: rows.PartyChangeKind, field: string, move: Move | null) =>
    move === null
      ? []
      : [
          {
            contractId,
            changeId: uuidV7(nowMs),
            what,
            personId: null,
            fields: [field],
            from: move.from,
            to: move.to,
            keyId: null,
            sealed: null,
          },
        ];
  return [
    ...row('contract-number-changed', 'contract_number', number),
    ...row('vin-changed', 'vin', vin),
  ];
}
