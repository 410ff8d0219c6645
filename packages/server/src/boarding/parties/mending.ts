import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Store } from '../../platform/database/store.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import type { Party } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import type { DecidedParty } from './decide-parties.ts';

/** Whose row was the first of this run to say something of a person: a contract's id by person. */
export type Stated = Map<string, string>;

/** What mending contracts needs besides their rows. */
export type MendJob = {
  readonly store: Store;
  readonly clock: () => number;
  readonly ring: KeyRing;
  readonly openDay: BusinessDate;
  /** The name of the parties file, for the history. */
  readonly source: string;
  readonly stated: Stated;
  /** Contracts that did not get the number their rows state, because another has it. */
  readonly numbersRefused: Set<string>;
};

/** A run of a parties file, at its beginning. */
export function beginRun(job: Omit<MendJob, 'stated' | 'numbersRefused'>): MendJob {
  const { store, clock, ring, openDay, source } = job;
  return { store, clock, ring, openDay, source, stated: new Map(), numbersRefused: new Set() };
}

/** A contract that is boarded already, and its rows of the file. */
export type ContractToMend = { readonly contractId: string; readonly parties: readonly Party[] };

/** A value that moves from one state to another. */
export type Move = { readonly from: string | null; readonly to: string };

/** What the rows of one contract come to. */
export type Mending = {
  readonly contractId: string;
  readonly parties: readonly Party[];
  readonly people: readonly DecidedParty[];
  readonly number: Move | null;
  readonly vin: Move | null;
  /** What the rows say of the contract and could not be taken. */
  readonly faults: readonly { readonly line: number; readonly fault: Fault }[];
};

export function changesSomething({ people, number, vin }: Mending): boolean {
  const isChange = people.some(({ outcomes }) =>
    outcomes.some(({ kind }) => kind === 'added' || kind === 'changed'),
  );
  return isChange || number !== null || vin !== null;
}

/** The key of a person among those who were stated: part of the hash of who they are. */
export function statedKey(identity: string): string {
  return identity.slice(0, 24);
}
