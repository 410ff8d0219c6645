/** What somebody is called on file; a person has one name or two, a company its own. */
export type NamesOnFile = {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
};

/**
 * Whether a typed name is the one on file, whatever its case, accents and marks. A middle name or a
 * suffix more does not matter: every word on file has to be there, in its order.
 */
export function nameMatches(onFile: NamesOnFile, typed: string): boolean {
  const words = wordsOf(typed);
  const own = wordsOf([onFile.firstName, onFile.lastName].filter(isThere).join(' '));
  const company = wordsOf(onFile.companyName ?? '');
  return [own, company].some((each) => each.length > 0 && isWithin(each, words));
}

/** Who somebody is, as far as two files of the same human can be compared. */
export type Identified = NamesOnFile & {
  readonly dateOfBirth: string | null;
  readonly ssn: string | null;
  readonly ein: string | null;
};

/**
 * Whether two rows are the same human or company: the taxpayer numbers agree, or name and birth
 * date do and no number speaks against it. Otherwise they stay two, however alike they look.
 */
export function isSamePerson(one: Identified, other: Identified): boolean {
  const numbers = [
    [one.ssn, other.ssn],
    [one.ein, other.ein],
  ] as const;
  const known = numbers.filter(([a, b]) => isThere(a) && isThere(b));
  if (known.length > 0) return known.every(([a, b]) => a === b);
  const isSameDay = isThere(one.dateOfBirth) && one.dateOfBirth === other.dateOfBirth;
  return isSameDay && nameMatches(one, plainName(other));
}

function plainName({ firstName, lastName, companyName }: NamesOnFile): string {
  const own = [firstName, lastName].filter(isThere).join(' ');
  return own === '' ? (companyName ?? '') : own;
}

function isThere(text: string | null): text is string {
  return text !== null && text !== '';
}

/** Whether all words are among others, in their order. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === words[at]) at += 1;
  return at === words.length;
}

/** The words of a name without accents, case and marks; "O'Neil-Ray" is "oneil ray". */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’.]/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
