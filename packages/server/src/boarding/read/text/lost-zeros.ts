/** Whether a spreadsheet took zeros from some of a file's numbers. */
export type NumberLengths = {
  readonly note: (number: string) => void;
  /** How many digits the numbers have that kept their zeros; null where none seems to be lost. */
  readonly expected: () => number | null;
};

/**
 * Collects how long a file's numbers are. Zeros are lost where numbers that begin with 0 all have
 * one length, none is longer, and one is shorter.
 */
export function collectLengths(): NumberLengths {
  const withZero = new Set<number>();
  let longest = 0;
  let shortest = Number.POSITIVE_INFINITY;
  return {
    note: (number) => {
      if (!/^\d+$/.test(number)) return;
      longest = Math.max(longest, number.length);
      if (number.startsWith('0')) withZero.add(number.length);
      else shortest = Math.min(shortest, number.length);
    },
    expected: () => {
      const [length] = withZero;
      const isOne = withZero.size === 1 && length === longest;
      return isOne && shortest < longest ? longest : null;
    },
  };
}

/** Whether a number lost the zeros that its neighbors of so many digits have. */
export function isShort(number: string | null, digits: number): number is string {
  return number !== null && /^[1-9]\d*$/.test(number) && number.length < digits;
}

/** A number of digits without the zeros at its beginning; null where there are none to lose. */
export function withoutZeros(number: string): string | null {
  const [, rest] = /^0+(\d+)$/.exec(number) ?? [];
  return rest ?? null;
}
