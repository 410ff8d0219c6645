/** What a benchmark promises, and how its figures are told. */

/** One measured thing beside its reference of the same run. */
export type Figure = {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  readonly reference: { readonly name: string; readonly value: number } | null;
  /** Measured over reference, the way round that the target reads; the value itself without one. */
  readonly ratio: number;
  readonly target: Target;
  /** Lowest and highest round of the measured thing, in its unit. */
  readonly spread: readonly [number, number];
  readonly rounds: number;
};

export type Target =
  | { readonly atLeast: number; readonly unit: string }
  | { readonly atMost: number; readonly unit: string };

/** The figures of one benchmark, and the conditions without which they mean nothing. */
export type Findings = {
  readonly figures: readonly Figure[];
  readonly conditions: Readonly<Record<string, string>>;
};

export type Say = (text: string) => void;

/** What a run was asked for beside the names of its benchmarks. */
export type Asked = {
  /** Contracts of the book, for the benchmarks whose book can be of any size. */
  readonly size?: number;
};

export type Benchmark = {
  readonly name: string;
  readonly run: (say: Say, asked: Asked) => Promise<Findings>;
};

export function isReached({ ratio, target }: Pick<Figure, 'ratio' | 'target'>): boolean {
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;
}

/** Something without which a benchmark cannot run; its sentence says what to do. */
export class CannotMeasure extends Error {}
