import type { Fault, Remark } from '../reject.ts';
import type { Fields } from '../xml/extract-fields.ts';
import { contradictions } from './cross-field-rules.ts';
import type { ElementTable } from './element-table.ts';
import { missingForBoarding } from './required-for-boarding.ts';
import { validateValues } from './validate-values.ts';

export type Validation = {
  /** Why the record cannot be boarded, all of it; none for a good record. */
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
  /** The values that can be read, for what is said about a rejected record. */
  readonly readable: Fields;
};

/**
 * Judges one record on its own: each value against the schema, the facts that a contract cannot be
 * made without, and what cannot be true together.
 */
export function validateRecord(fields: Fields, table: ElementTable): Validation {
  const { faults, remarks } = validateValues(fields, table);
  const readable = faults.length === 0 ? fields : without(fields, faults);
  const record = { product: table.product, fields: readable };
  return {
    faults: [
      ...faults,
      ...missingForBoarding(table, fields, record),
      ...contradictions(table, record),
    ],
    remarks,
    readable,
  };
}

function without(fields: Fields, faults: readonly Fault[]): Fields {
  const faulty = new Set(faults.map((fault) => fault.element));
  return new Map([...fields].filter(([name]) => !faulty.has(name)));
}
