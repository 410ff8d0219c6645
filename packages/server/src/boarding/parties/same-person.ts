import type { Person } from '../../people/person.ts';
import { doublyEncoded } from '../read/text/doubly-encoded.ts';

/** How sure it is that a row means a party the contract has. */
export type Likeness = 'same' | 'mended' | 'other';

type Compared = Pick<
  Person,
  'firstName' | 'lastName' | 'companyName' | 'dateOfBirth' | 'ssn' | 'ein'
>;

/**
 * Whether a row is the same person as a party of the contract. `same`: taxpayer number or whole
 * name agree. `mended`: what is there of the name or the birth date agrees, and nothing speaks
 * against it. A different taxpayer number or birth date under another name is another person.
 */
export function likeness(party: Compared, row: Compared): Likeness {
  const numbers = [agree(party.ssn, row.ssn), agree(party.ein, row.ein)];
  if (numbers.includes('yes')) return 'same';
  const birthday = agree(party.dateOfBirth, row.dateOfBirth);
  const speaksAgainst = numbers.includes('no') || birthday === 'no';
  if (fullName(party) === fullName(row)) return speaksAgainst ? 'mended' : 'same';
  if (speaksAgainst) return 'other';
  if (birthday === 'yes') return 'mended';
  return oneNameAgrees(party, row) ? 'mended' : 'other';
}

function agree(a: string | null, b: string | null): 'yes' | 'no' | 'silent' {
  if (a === null || b === null) return 'silent';
  return a === b ? 'yes' : 'no';
}

/** First names agree and the last name was mended, or one of the two had a part only. */
function oneNameAgrees(a: Compared, b: Compared): boolean {
  if (a.companyName !== null || b.companyName !== null) return false;
  const [first, last] = [folded(a.firstName), folded(a.lastName)];
  const [otherFirst, otherLast] = [folded(b.firstName), folded(b.lastName)];
  if (first !== '' && first === otherFirst) return true;
  const isPart = first === '' || last === '' || otherFirst === '' || otherLast === '';
  const parts = new Set([first, last].filter((each) => each !== ''));
  return isPart && [otherFirst, otherLast].some((each) => parts.has(each));
}

function fullName({ firstName, lastName, companyName }: Compared): string {
  return folded([firstName, lastName, companyName].filter((each) => each !== null).join(' '));
}

/** A name without accents, case, dots and blanks, and as it was meant where it was garbled. */
function folded(name: string | null): string {
  if (name === null) return '';
  return (doublyEncoded(name)?.meant ?? name)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
