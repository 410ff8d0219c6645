import type { Person } from '../../people/person.ts';

export type PersonField = keyof Person;

/** What a row changes of a person: the fields, each with what it was and what it becomes. */
export type PersonChanges = Partial<
  Record<PersonField, { readonly from: string | null; readonly to: string | null }>
>;

const ADDRESS = ['street', 'unit', 'city', 'state', 'zip', 'country'] as const;
const NAMES = ['firstName', 'lastName', 'companyName'] as const;
const OTHERS = ['dateOfBirth', 'ssn', 'ein', 'email', 'phone'] as const;

/**
 * A person as a row states them, and as they were where the row is silent: an empty cell erases
 * nothing. An address is one thing: another street replaces all of it, and the country goes with
 * the state and the postal code that were read by its rules.
 */
export function mergePerson(person: Person, row: Person): Person {
  const merged = { ...person };
  const isMoved = row.street !== null && row.street !== person.street;
  for (const field of ADDRESS) merged[field] = isMoved ? row[field] : (row[field] ?? person[field]);
  const isOther = (row.country ?? 'US') !== (person.country ?? 'US');
  if (row.state !== null || row.zip !== null) {
    merged.country = isOther ? row.country : person.country;
  }
  for (const field of OTHERS) merged[field] = row[field] ?? person[field];
  return { ...merged, ...mergeNames(person, row) };
}

/** A company's name replaces a single name, which it was before the row said better. */
function mergeNames(person: Person, row: Person): Pick<Person, (typeof NAMES)[number]> {
  const { firstName, lastName, companyName } = person;
  if (row.companyName !== null && companyName === null && (!firstName || !lastName)) {
    const { companyName: company } = row;
    return { firstName: row.firstName, lastName: row.lastName, companyName: company };
  }
  return {
    firstName: row.firstName ?? firstName,
    lastName: row.lastName ?? lastName,
    companyName: row.companyName ?? companyName,
  };
}

/** The fields in which two states of a person differ. */
export function changesOf(before: Person, after: Person): PersonChanges {
  const changes: PersonChanges = {};
  for (const field of [...NAMES, ...OTHERS, ...ADDRESS]) {
    const [from, to] = [before[field], after[field]];
    if (from !== to) changes[field] = { from, to };
  }
  return changes;
}
