type Facts = Readonly<Record<string, string>>;

let namer: ((facts: Facts) => string | null) | null = null;

/** What a repair mends, in words; null until the words of the car have been loaded. */
export function nameOfRepair(facts: Facts): string | null {
  return namer === null ? null : namer(facts);
}

/** Loads the words for parts and damages: no part of a plan's first answer. */
export async function loadCarWords(): Promise<void> {
  const [{ repairWords }] = await Promise.all([
    import('./repair-words.ts'),
    import('../../shared/copy/lease-end/walk-copy.ts'),
  ]);
  namer = repairWords;
}
