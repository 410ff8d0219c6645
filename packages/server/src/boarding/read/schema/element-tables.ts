import type { ElementTable, Ex102Product } from './element-table.ts';
import { LEASE_TABLE } from './element-table-lease.ts';
import { LOAN_TABLE } from './element-table-loan.ts';

const TABLES: readonly ElementTable[] = [LOAN_TABLE, LEASE_TABLE];

export function tableOf(product: Ex102Product): ElementTable {
  return product === 'loan' ? LOAN_TABLE : LEASE_TABLE;
}

/** The table whose schema has this namespace; null for any other schema, mortgages among them. */
export function tableOfNamespace(namespace: string): ElementTable | null {
  return TABLES.find((table) => table.namespace === namespace) ?? null;
}

/** The schema's own name for an element as written, in other letters, or as the sister has it. */
export function knownName(table: ElementTable, written: string): string | null {
  if (table.elements.has(written)) return written;
  return table.otherSpellings.get(written.toLowerCase()) ?? null;
}
