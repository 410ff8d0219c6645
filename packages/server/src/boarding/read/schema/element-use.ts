import type { ElementTable, Ex102Product } from './element-table.ts';
import { tableOf } from './element-tables.ts';
import { LEASE_USES } from './element-use-lease.ts';
import { LOAN_USES } from './element-use-loan.ts';
import { type Ex102Record, written } from './ex102-record.ts';
import type { ElementUse, ElementUses } from './use-of-element.ts';

const USES: Readonly<Record<Ex102Product, ElementUses>> = { loan: LOAN_USES, lease: LEASE_USES };

const NOT_USED: Readonly<Record<Ex102Product, ReadonlySet<string>>> = {
  loan: notUsedOf(LOAN_USES),
  lease: notUsedOf(LEASE_USES),
};

function notUsedOf(uses: ElementUses): ReadonlySet<string> {
  return new Set(Object.keys(uses).filter((name) => uses[name]?.use === 'not-used'));
}

export function useOf(product: Ex102Product, name: string): ElementUse | null {
  return USES[product][name] ?? null;
}

/** More names than any file of the schema has; the rest are counted together. */
const MOST_NAMES = 200;

/** Counts the elements of a record that were not used, by name; unknown ones are among them. */
export function countNotUsed(record: Ex102Record, counts: Record<string, number>): void {
  const notUsed = NOT_USED[record.product];
  const { elements }: ElementTable = tableOf(record.product);
  for (const name of record.fields.keys()) {
    if (!notUsed.has(name) && elements.has(name)) continue;
    const isCounted = Object.hasOwn(counts, name) || Object.keys(counts).length < MOST_NAMES;
    const key = isCounted ? name : 'other elements';
    counts[key] = (counts[key] ?? 0) + 1;
  }
}

/** Elements that were not used and say something that would have changed this contract. */
export function notUsedThatMatter(
  record: Ex102Record,
): readonly { readonly element: string; readonly value: string }[] {
  const found: { element: string; value: string }[] = [];
  for (const [element, use] of MATTERING[record.product]) {
    const value = written(record, element);
    if (value !== null && use.matters?.(record)) found.push({ element, value });
  }
  return found;
}

type NotUsed = Extract<ElementUse, { readonly use: 'not-used' }>;

const MATTERING: Readonly<Record<Ex102Product, readonly (readonly [string, NotUsed])[]>> = {
  loan: matteringOf(LOAN_USES),
  lease: matteringOf(LEASE_USES),
};

function matteringOf(uses: ElementUses): (readonly [string, NotUsed])[] {
  return Object.entries(uses).flatMap(([name, use]) =>
    use.use === 'not-used' && use.matters !== undefined ? [[name, use] as const] : [],
  );
}
