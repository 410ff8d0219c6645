import type { PartyToBoard } from '../../book/write/board-contracts.ts';
import { identityHash, type Person, sealPerson } from '../../people/person.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import { isMain, isNamed, type Party } from '../read/party/party.ts';
import type { PartyRole } from '../read/party/party-columns.ts';

/** A row that names somebody, with what they are to the contract. */
export type RoledParty = Party & { readonly role: PartyRole };

const ROLES = {
  loan: ['borrower', 'co-borrower'],
  lease: ['lessee', 'co-lessee'],
} as const;

/**
 * The rows of a contract that name somebody. Who states no role that is known is the borrower or
 * lessee where no other row is, so that a contract never loses its borrower to that one cell.
 */
export function peopleOf(parties: readonly Party[], product: 'loan' | 'lease'): RoledParty[] {
  const named = parties.filter(isNamed);
  let hasMain = named.some(isMain);
  return named.map((party) => {
    if (party.role !== null) return { ...party, role: party.role };
    const [main, other] = ROLES[product];
    const role = hasMain ? other : main;
    hasMain = true;
    return { ...party, role };
  });
}

/** What is personal in a row. */
export function personOf(party: Party): Person {
  return {
    firstName: party.firstName,
    lastName: party.lastName,
    companyName: party.companyName,
    dateOfBirth: party.dateOfBirth,
    ssn: party.ssn,
    ein: party.ein,
    street: party.street,
    unit: party.unit,
    city: party.city,
    state: party.state,
    zip: party.zip,
    country: party.country,
    email: party.email,
    phone: party.phone,
  };
}

/** The people of a contract that is boarded for the first time, sealed. */
export function partiesToBoard(
  ring: KeyRing,
  contractId: string,
  people: readonly RoledParty[],
): PartyToBoard[] {
  return people.map((party) => {
    const person = personOf(party);
    const identity = identityHash(ring, person);
    const personId = identity
      ? namedUuid('person', identity.toString('hex'))
      : namedUuid('person-of', contractId, party.role, String(party.line));
    const sealed = sealPerson(ring, personId, person);
    return { personId, role: party.role, identityHash: identity, ...sealed };
  });
}
