import { factsMatch, type TypedFacts } from '@roadbook/domain/person/facts';
import type { Shell } from '../../operation/shell.ts';
import { type Person, unsealPerson } from '../person.ts';
import { partiesOfNumber } from './facts.sql.ts';

export type ContractFacts = TypedFacts & { readonly contractNumber: string };

/** Somebody whom nobody is: compared where a contract has nobody, so that it takes as long. */
const NOBODY = { dateOfBirth: '1900-01-01', ssn: '000000000', zip: '00000' };

/**
 * The people of a contract whom the facts describe: the date of birth, the taxpayer number and the
 * ZIP on file. Nobody where the contract does not exist or one of the facts differs.
 */
export async function peopleOfFacts(
  { store, ring }: Pick<Shell, 'store' | 'ring'>,
  typed: ContractFacts,
): Promise<
  readonly {
    readonly contractId: string;
    readonly personId: string;
    readonly person: Person;
  }[]
> {
  const rows = await partiesOfNumber(store, typed.contractNumber.trim());
  if (rows.length === 0) factsMatch(NOBODY, typed);
  return rows
    .map((row) => ({
      contractId: row.contract_id,
      personId: row.person_id,
      person: unsealPerson(ring, row),
    }))
    .filter(({ person }) => factsMatch(factsOf(person), typed));
}

function factsOf({ dateOfBirth, ssn, ein, zip }: Person) {
  return { dateOfBirth, ssn: ssn ?? ein, zip };
}
