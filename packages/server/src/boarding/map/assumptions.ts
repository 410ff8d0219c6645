import type { Assumption } from '@roadbook/domain/contract/assumption';

/** Collects what boarding had to assume about one contract, each with its reason. */
export type Assumptions = {
  readonly list: readonly Assumption[];
  /** The stated value, or the assumed one, noted. */
  readonly orAssume: <T extends string | number>(
    term: string,
    stated: T | null | undefined,
    assumed: T,
    reason: string,
  ) => T;
};

export function collectAssumptions(): Assumptions {
  const list: Assumption[] = [];
  return {
    list,
    orAssume: (term, stated, assumed, reason) => {
      if (stated !== null && stated !== undefined) return stated;
      list.push({ term, value: String(assumed), reason });
      return assumed;
    },
  };
}
