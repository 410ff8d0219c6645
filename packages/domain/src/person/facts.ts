/** What a contract says of one of its people; null where the lender was never told. */
export type FactsOnFile = {
  readonly dateOfBirth: string | null;
  /** The number in full, as digits. */
  readonly ssn: string | null;
  readonly zip: string | null;
};

export type TypedFacts = {
  readonly dateOfBirth: string;
  readonly ssnLastFour: string;
  /** All nine digits, where the lender asks for them. */
  readonly ssn?: string | undefined;
  readonly zip: string;
};

/** With less on file than this nobody can be told apart from a stranger who knows an envelope. */
const LEAST_ON_FILE = 2;

/**
 * Whether somebody is the one on file: everything that is on file has to match, and at least two of
 * the three have to be there. The first five digits of a ZIP count. It compares all of them
 * whatever the first one says, so that no time tells which one differs.
 */
export function factsMatch(onFile: FactsOnFile, typed: TypedFacts): boolean {
  const pairs = [
    [onFile.dateOfBirth, typed.dateOfBirth],
    typed.ssn === undefined
      ? [onFile.ssn?.slice(-4) ?? null, typed.ssnLastFour]
      : [onFile.ssn, typed.ssn],
    [onFile.zip?.slice(0, 5) ?? null, typed.zip.slice(0, 5)],
  ] as const;
  const known = pairs.filter(([own]) => own !== null && own !== '');
  const same = known.filter(([own, other]) => own === other);
  return known.length >= LEAST_ON_FILE && same.length === known.length;
}
