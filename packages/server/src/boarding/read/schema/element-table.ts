/** What boards: one of the two products of Schedule AL that Roadbook services. */
export type Ex102Product = 'loan' | 'lease';

/**
 * How the text of an element reads: a day `MM-DD-YYYY`, a month `MM/YYYY`, money and rates as
 * decimals of at most 12 digits before and 8 after the point, a flag `true` or `false`.
 */
export type ElementKind = 'text' | 'day' | 'month' | 'money' | 'rate' | 'integer' | 'flag' | 'code';

/** One element of a record, as the schema declares it. */
export type Element = {
  readonly name: string;
  readonly kind: ElementKind;
  /** Longest text, or most digits of an integer; 0 where the kind itself sets the limit. */
  readonly size: number;
  readonly codes: readonly string[];
  readonly repeats: boolean;
  /** Says something about a person, so rejects show its shape and not its value. */
  readonly personal: boolean;
  /** Not of the schema: a fact of a contract that the schema has no element for. */
  readonly ours: boolean;
};

export type ElementTable = {
  readonly product: Ex102Product;
  readonly namespace: string;
  readonly elements: ReadonlyMap<string, Element>;
  /** Names in small letters, and the other product's names for the same fact, to the name here. */
  readonly otherSpellings: ReadonlyMap<string, string>;
};

/** The reporting period is named differently by the two schemas: loan first, lease second. */
const NAMES_OF_THE_PERIOD = [
  ['reportingPeriodBeginningDate', 'reportingPeriodBeginDate'],
  ['reportingPeriodEndingDate', 'reportingPeriodEndDate'],
] as const;

export function elementTable(
  product: Ex102Product,
  namespace: string,
  ofSchema: readonly Element[],
  ours: readonly Element[],
): ElementTable {
  const list = [...ofSchema, ...ours.map((element) => ({ ...element, ours: true }))];
  const elements = new Map(list.map((element) => [element.name, element]));
  const otherSpellings = new Map(list.map(({ name }) => [name.toLowerCase(), name]));
  for (const [ofLoan, ofLease] of NAMES_OF_THE_PERIOD) {
    const [own, other] = product === 'loan' ? [ofLoan, ofLease] : [ofLease, ofLoan];
    otherSpellings.set(other.toLowerCase(), own);
  }
  return { product, namespace, elements, otherSpellings };
}

export const text = (name: string, size: number): Element => element(name, 'text', { size });
export const day = (name: string): Element => element(name, 'day');
export const month = (name: string): Element => element(name, 'month');
export const money = (name: string): Element => element(name, 'money');
export const rate = (name: string): Element => element(name, 'rate');
export const flag = (name: string): Element => element(name, 'flag');
export const integer = (name: string, size: number): Element => element(name, 'integer', { size });
export const code = (name: string, codes: string): Element =>
  element(name, 'code', { codes: codes.split(' ') });
/** A code that may stand several times in one record. */
export const codes = (name: string, list: string): Element =>
  element(name, 'code', { codes: list.split(' '), repeats: true });
export const personal = (of: Element): Element => ({ ...of, personal: true });

function element(name: string, kind: ElementKind, more: Partial<Element> = {}): Element {
  return { name, kind, size: 0, codes: [], repeats: false, personal: false, ours: false, ...more };
}
