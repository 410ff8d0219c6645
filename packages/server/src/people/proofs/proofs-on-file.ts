import type { ProofsOnFile } from '@roadbook/domain/person/proof';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { type Person, unsealPerson } from '../person.ts';
import { type ProofsRow, proofsRow } from './proofs-on-file.sql.ts';

/** Somebody, or nobody, with what they can prove with. */
export type PersonFile = {
  readonly personId: string | null;
  readonly onFile: ProofsOnFile;
  /** Null for nobody. */
  readonly person: Person | null;
  /** One of the demonstration's customers, whom a password lets in. */
  readonly waivesSecond: boolean;
  /** How many browsers they have signed in by. */
  readonly devices: number;
};

/** Of nobody, and of somebody who lost everything. */
export const NOTHING_ON_FILE: ProofsOnFile = {
  password: 'none',
  passkeys: 0,
  app: false,
  mail: false,
  text: false,
  recoveryCodes: 0,
};

/** What a person has on file; nobody has nothing. */
export async function fileOf(
  shell: Pick<Shell, 'ring' | 'post'> & { readonly store: Queryable },
  personId: string | null,
): Promise<PersonFile> {
  const row = await proofsRow(shell.store, personId);
  if (row === undefined) {
    return {
      personId: null,
      onFile: NOTHING_ON_FILE,
      person: null,
      waivesSecond: false,
      devices: 0,
    };
  }
  const person = unsealPerson(shell.ring, row);
  return {
    personId: row.person_id,
    onFile: onFileOf(row, person, shell.post),
    person,
    waivesSecond: row.waives_second === true,
    devices: Number(row.devices),
  };
}

/** A code by mail or text counts only where somebody carries it. */
function onFileOf(row: ProofsRow, person: Person, post: Shell['post']): ProofsOnFile {
  return {
    password: row.password_rule ?? 'none',
    passkeys: Number(row.passkeys),
    app: row.app,
    mail: person.email !== null && post?.mail !== false,
    text: person.phone !== null && post?.text !== false,
    recoveryCodes: Number(row.recovery_codes),
  };
}
