import {
  type Ex102Item,
  fileItem,
  itemOfFields,
  type RatesWritten,
  unreadRecord,
} from '../boarding-item.ts';
import { WHOLE_FILE } from '../reject.ts';
import type { ElementTable } from '../schema/element-table.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { extractFields } from './extract-fields.ts';
import { splitRecords } from './split-records.ts';
import type { SplitItem } from './split-state.ts';
import type { TagMemory } from './tag-meaning.ts';

type RecordItem = Extract<SplitItem, { readonly kind: 'record' }>;

/**
 * Reads an EX-102 auto-loan or auto-lease file of any size, one record at a time, each judged on
 * its own. Never throws over what the file says; a failing source (no such file) throws as it does.
 */
export async function* readEx102(
  source: ByteSource,
  rates: RatesWritten = 'fraction',
): AsyncGenerator<Ex102Item, void, void> {
  const memory: TagMemory = new Map();
  let table: ElementTable | null = null;
  for await (const item of splitRecords(source)) {
    if (item.kind === 'schema') table = item.table;
    else if (item.kind === 'record' && table !== null) {
      yield readRecord(item, table, memory, rates);
    } else if (item.kind === 'broken-record') {
      const where = { ordinal: item.ordinal, offset: item.offset, line: null };
      yield unreadRecord(table?.product ?? null, where, null, item.fault);
    } else if (item.kind !== 'record') {
      const place = { ...WHOLE_FILE, offset: item.offset };
      yield fileItem(item.kind === 'refused', place, [item.fault]);
    }
  }
}

function readRecord(
  item: RecordItem,
  table: ElementTable,
  memory: TagMemory,
  rates: RatesWritten,
): Ex102Item {
  const { ordinal, offset, text, scope } = item;
  const extraction = extractFields(text, scope, table, memory);
  const where = { ordinal, offset, line: null };
  if (extraction.outcome === 'broken') {
    const assetNumber = extraction.fields.get('assetNumber')?.[0] ?? null;
    return unreadRecord(table.product, where, assetNumber, extraction.fault);
  }
  return itemOfFields(table, where, extraction.fields, extraction.remarks, rates);
}
