import type { Cents } from './cents.ts';

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

/** An amount from its lines: all of them, in their order, with their sum. */
export function breakdown(lines: readonly Line[]): Breakdown {
  let totalCents = 0n;
  for (const { cents } of lines) totalCents += cents;
  return { lines, totalCents };
}

export function line(label: string, rule: string, cents: Cents, inputs: LineInputs = {}): Line {
  return { label, rule, inputs, cents };
}

/** The lines that carry an amount. */
export function withoutZeros(lines: readonly Line[]): Line[] {
  return lines.filter((each) => each.cents !== 0n);
}
