import { type Ex102Item, itemOfFields } from './boarding-item.ts';
import type { ElementTable } from './element-table.ts';
import { extractFields } from './extract-fields.ts';
import { type Fault, rejectAt, WHOLE_FILE } from './reject.ts';
import { splitRecords } from './split-records.ts';
import type { ByteSource, SplitItem } from './split-state.ts';
import type { TagMemory } from './tag-meaning.ts';

type RecordItem = Extract<SplitItem, { readonly kind: 'record' }>;

/**
 * Reads an EX-102 auto-loan or auto-lease file of any size, one record at a time, each judged on
 * its own. Never throws over what the file says; a failing source (no such file) throws as it does.
 */
export async function* readEx102(source: ByteSource): AsyncGenerator<Ex102Item, void, void> {
  const memory: TagMemory = new Map();
  let table: ElementTable | null = null;
  for await (const item of splitRecords(source)) {
    if (item.kind === 'schema') table = item.table;
    else if (item.kind === 'record' && table !== null) yield readRecord(item, table, memory);
    else if (item.kind === 'broken-record') yield brokenRecord(item, item.fault, table);
    else if (item.kind !== 'record') {
      const place = { ...WHOLE_FILE, offset: item.offset };
      const rejects = [rejectAt(place, item.fault)];
      yield { ok: false, scope: 'file', refused: item.kind === 'refused', rejects };
    }
  }
}

function readRecord(item: RecordItem, table: ElementTable, memory: TagMemory): Ex102Item {
  const { ordinal, offset, text, scope } = item;
  const extraction = extractFields(text, scope, table, memory);
  if (extraction.outcome === 'broken') return brokenRecord(item, extraction.fault, table);
  const where = { ordinal, offset, line: null };
  return itemOfFields(table, where, extraction.fields, extraction.remarks);
}

function brokenRecord(
  { ordinal, offset }: { readonly ordinal: number; readonly offset: number },
  fault: Fault,
  table: ElementTable | null,
): Ex102Item {
  return {
    ok: false,
    scope: 'record',
    product: table?.product ?? null,
    ordinal,
    assetNumber: null,
    endBalanceCents: null,
    rejects: [rejectAt({ ordinal, offset, line: null, record: null }, fault)],
  };
}
