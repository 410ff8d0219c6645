import { identityHash, type Person } from '../../people/person.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import { type KeyRing, lookupHash } from '../../platform/keys/key-ring.ts';
import { isMain } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import { changesOf, mergePerson, type PersonChanges } from './merge-person.ts';
import { personOf, type RoledParty } from './party-person.ts';
import { likeness } from './same-person.ts';

/** A person as the book has them. */
export type KnownPerson = {
  readonly personId: string;
  readonly person: Person;
  readonly identity: string | null;
};

/** A party that a contract has. */
export type KnownParty = KnownPerson & { readonly role: string };

/** What a row comes to. */
export type PartyOutcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'rejected'; readonly fault: Fault }
  /** `person`: null where the person is in the book already, through another contract. */
  | { readonly kind: 'added'; readonly personId: string; readonly person: Person | null }
  | {
      readonly kind: 'changed';
      readonly personId: string;
      readonly person: Person;
      readonly changes: PersonChanges;
    };

export type DecidedParty = {
  readonly party: RoledParty;
  /** The hash of who the person is; null where too little is known to say so. */
  readonly identity: string | null;
  readonly outcomes: readonly PartyOutcome[];
  /** Values that were left out, or a difference that was not taken. */
  readonly faults: readonly Fault[];
};

/** What deciding needs besides the rows of the contract. */
export type PartyContext = {
  readonly ring: KeyRing;
  readonly contractId: string;
  readonly parties: readonly KnownParty[];
  /** People of the book by the hash of who they are, as hex. */
  readonly byIdentity: ReadonlyMap<string, KnownPerson>;
  /** The contract whose row was the first of this run to say something of somebody, else null. */
  readonly statedBy: (identity: string) => string | null;
};

/** Decides what each row that names somebody changes of a contract that is boarded already. */
export function decideParties(
  context: PartyContext,
  people: readonly RoledParty[],
): DecidedParty[] {
  const free = new Set(context.parties);
  return people.map((party) => {
    const row = personOf(party);
    const identity = identityHash(context.ring, row)?.toString('hex') ?? null;
    const match = matchOf(context, free, party, row, identity);
    if (match !== null) {
      free.delete(match);
      return changed(context, party, match, row, identity);
    }
    const main = isMain(party) ? [...context.parties].find(isMainParty) : undefined;
    if (main !== undefined) return rejected(party);
    return added(context, party, row, identity);
  });
}

function isMainParty({ role }: KnownParty): boolean {
  return role === 'borrower' || role === 'lessee';
}

/** The party of the contract that a row means; null when it means somebody else. */
function matchOf(
  { parties }: PartyContext,
  free: ReadonlySet<KnownParty>,
  party: RoledParty,
  row: Person,
  identity: string | null,
): KnownParty | null {
  const known = [...free];
  // Several rows may be of one person; by who they are they find the same party.
  const same = parties.find((each) => identity !== null && each.identity === identity);
  if (same !== undefined) return same;
  const ofRole = known.filter((each) => isMainParty(each) === isMain(party));
  const named = ofRole.find((each) => likeness(each.person, row) === 'same');
  if (named !== undefined) return named;
  // Two co-borrowers may share a name's part; a contract has one borrower, who may be mended.
  const mended = ofRole.filter((each) => likeness(each.person, row) === 'mended');
  return mended.length === 1 ? (mended[0] ?? null) : null;
}

function changed(
  context: PartyContext,
  party: RoledParty,
  known: KnownPerson,
  row: Person,
  identity: string | null,
): DecidedParty {
  const owner = identity === null ? undefined : context.byIdentity.get(identity);
  const isTaken = owner !== undefined && owner.personId !== known.personId;
  const faults = isTaken ? [numberOfAnother(row)] : [];
  const taken = isTaken ? { ...row, ssn: null, ein: null } : row;
  const person = mergePerson(known.person, taken);
  const changes = changesOf(known.person, person);
  const fields = Object.keys(changes);
  const who = known.identity ?? (isTaken ? null : identity);
  const decided = { party, identity: who, faults };
  if (fields.length === 0) return { ...decided, outcomes: [{ kind: 'unchanged' }] };
  const earlier = who === null ? null : context.statedBy(who);
  if (earlier !== null && earlier !== context.contractId) {
    const all = [...faults, disagrees(fields)];
    return { ...decided, outcomes: [{ kind: 'unchanged' }], faults: all };
  }
  const { personId } = known;
  return { ...decided, outcomes: [{ kind: 'changed', personId, person, changes }] };
}

function added(
  context: PartyContext,
  party: RoledParty,
  row: Person,
  identity: string | null,
): DecidedParty {
  const known = identity === null ? undefined : context.byIdentity.get(identity);
  if (known === undefined) {
    const personId = identity === null ? ownId(context, party) : namedUuid('person', identity);
    return { party, identity, outcomes: [{ kind: 'added', personId, person: row }], faults: [] };
  }
  const { personId } = known;
  const { outcomes, faults } = changed(context, party, known, row, identity);
  const more = outcomes.filter(({ kind }) => kind === 'changed');
  const linked = { kind: 'added', personId, person: null } as const;
  return { party, identity, outcomes: [linked, ...more], faults };
}

/** Rows move within a file, so the name is in the id: a line alone could be somebody else's. */
function ownId({ ring, contractId }: PartyContext, party: RoledParty): string {
  const { role, firstName, lastName, companyName } = party;
  const name = [firstName, lastName, companyName].join('\u0000');
  const hashed = lookupHash(ring, 'person-of', `${contractId}\u0000${name}`).toString('hex');
  return namedUuid('person-of', contractId, role, String(party.line), hashed);
}

function rejected(party: RoledParty): DecidedParty {
  const fault: Fault = {
    element: 'role',
    value: party.role,
    rule: 'another-main-party',
    sentence:
      'The contract has another borrower or lessee, and this row is not the same person mended.' +
      ' A file does not put one person in the place of another.',
    accepted: 'the same person with mended values, or co-borrower or co-lessee',
  };
  return { party, identity: null, outcomes: [{ kind: 'rejected', fault }], faults: [] };
}

function numberOfAnother({ ssn }: Person): Fault {
  return {
    element: ssn === null ? 'ein' : 'ssn',
    value: null,
    rule: 'number-of-another-person',
    sentence: 'Another person of the book has this taxpayer number. The rest of the row was taken.',
    accepted: 'the number of this person; look which of the two is right',
  };
}

function disagrees(fields: readonly string[]): Fault {
  return {
    element: fields.join(', '),
    value: null,
    rule: 'rows-disagree',
    sentence:
      'A row of another contract says otherwise of the same person, and it came first. These' +
      ' values were not used.',
    accepted: 'the same values in every row of a person',
  };
}
