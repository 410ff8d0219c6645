import type { Person } from '../../people/person.ts';

/** What somebody is found by; each is stored as a keyed hash and never in clear. */
export type SearchWord = {
  readonly kind: 'name' | 'phone' | 'last-four';
  readonly text: string;
};

/** Fewer letters fit too many people. */
const PREFIX_SHORTEST = 3;
const PREFIX_LONGEST = 20;
/** A number is found whole, without its area code, and by its last four digits. */
const PHONE_ENDS = [10, 7, 4];

/** The words of a name: small letters, without accents and signs, "O’Neil-Díaz" as two. */
export function nameWords(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/[\p{M}'’]/gu, '');
  return [...new Set(plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** A name's words with everything they begin with, from three letters on. */
function nameTexts(name: string): string[] {
  return nameWords(name).flatMap((word) => {
    const letters = [...word].slice(0, PREFIX_LONGEST);
    const prefixes = letters
      .map((_, at) => letters.slice(0, at + 1).join(''))
      .filter((prefix) => [...prefix].length >= PREFIX_SHORTEST);
    return [word, ...prefixes];
  });
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function phoneTexts(phone: string): string[] {
  const digits = digitsOf(phone);
  return PHONE_ENDS.filter((length) => digits.length >= length).map((length) =>
    digits.slice(-length),
  );
}

/** Everything that a person is found by, each once. */
export function searchWords(person: Person): SearchWord[] {
  const names = [person.firstName, person.lastName, person.companyName].filter(
    (name) => name !== null,
  );
  const number = digitsOf(person.ssn ?? person.ein ?? '');
  const texts: SearchWord[] = [
    ...names.flatMap(nameTexts).map((text) => ({ kind: 'name', text }) as const),
    ...phoneTexts(person.phone ?? '').map((text) => ({ kind: 'phone', text }) as const),
    ...(number.length >= 4 ? [{ kind: 'last-four', text: number.slice(-4) } as const] : []),
  ];
  return [...new Map(texts.map((each) => [`${each.kind} ${each.text}`, each])).values()];
}

/** What a typed text may mean. Several of them at once, because "1234" is an end of much. */
export type SearchQuestion = {
  readonly names: readonly string[];
  readonly phone: string | null;
  readonly lastFour: string | null;
  readonly contractNumber: string | null;
  readonly vin: string | null;
  readonly vinEnd: string | null;
  readonly login: string | null;
  readonly reference: string | null;
};

const REFERENCE = /^RB-?([2-9A-Z]{4})-?([2-9A-Z]{4})$/;
const VIN = /^[A-HJ-NPR-Z\d]{17}$/;
const VIN_END = /^[A-HJ-NPR-Z\d]*\d[A-HJ-NPR-Z\d]*$/;
const VIN_END_LENGTH = 6;

/** Reads what somebody typed. */
export function searchQuestion(typed: string): SearchQuestion {
  const text = typed.trim();
  const upper = text.toUpperCase();
  const bare = upper.replace(/[\s-]/g, '');
  const digits = digitsOf(text);
  const isNumber = /^[+\d ().-]+$/.test(text);
  const isOneWord = !/\s/.test(text);
  const [, first, second] = REFERENCE.exec(upper) ?? [];
  const [country, tenDigits] = [digits.slice(0, -10), digits.slice(-10)];
  const isPhone = isNumber && [4, 7, 10].includes(digits.length);
  const isLong = isNumber && digits.length === 11 && country === '1';
  return {
    names: isNumber || /[@\d]/.test(text) ? [] : nameWords(text),
    phone: isPhone ? digits : isLong ? tenDigits : null,
    lastFour: isNumber && digits.length === 4 ? digits : null,
    contractNumber: /\d/.test(text) ? text : null,
    vin: VIN.test(bare) ? bare : null,
    vinEnd: bare.length === VIN_END_LENGTH && VIN_END.test(bare) ? bare : null,
    login: isOneWord ? text : null,
    reference: first === undefined ? null : `RB-${first}-${second}`,
  };
}
