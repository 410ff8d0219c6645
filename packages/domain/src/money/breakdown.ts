import { type Cents, sumCents } from './cents.ts';

/** What a line was computed from, each as text: cents and rates as digit strings, dates, counts. */
export type LineInputs = Readonly<Record<string, string>>;

/**
 * One line of an amount. `label` is a key of the copy catalogue, `rule` names the rule that
 * produced the line (a key too), `inputs` are what a person needs to check it with a calculator.
 */
export type Line = {
  readonly label: string;
  readonly rule: string;
  readonly inputs: LineInputs;
  readonly cents: Cents;
};

/** An amount that explains itself. The total is always the sum of the lines. */
export type Breakdown = {
  readonly lines: readonly Line[];
  readonly totalCents: Cents;
};

/** Adds lines up, leaving out those of zero unless they say something by being zero. */
export function breakdown(lines: readonly Line[]): Breakdown {
  return { lines, totalCents: sumCents(lines.map((line) => line.cents)) };
}

export function line(label: string, rule: string, cents: Cents, inputs: LineInputs = {}): Line {
  return { label, rule, inputs, cents };
}

/** The lines that carry an amount. */
export function withoutZeros(lines: readonly Line[]): Line[] {
  return lines.filter((each) => each.cents !== 0n);
}
