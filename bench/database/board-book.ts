import { boardFile } from '@roadbook/server/boarding/board-file';
import type { BoardingSummary } from '@roadbook/server/boarding/boarding-summary';
import type { Ex102Item } from '@roadbook/server/boarding/read/boarding-item';
import type { PartyIndex } from '@roadbook/server/boarding/read/party/party-index';
import { readEx102 } from '@roadbook/server/boarding/read/xml/read-ex102';
import { LARKSPUR } from '@roadbook/server/lender/larkspur/larkspur';
import { makeKeys, parseKeys } from '@roadbook/server/platform/keys/key-ring';
import { CannotMeasure, type Say } from '../benchmark.ts';
import { loanFileChunks } from '../book/loan-records.ts';
import type { BenchSchema } from './bench-schema.ts';

const KEYS = parseKeys(makeKeys());

/** Boards a generated book through the importer itself and answers the ids of its contracts. */
export async function boardBook(
  schema: BenchSchema,
  records: number,
  say: Say,
  parties: PartyIndex | null = null,
): Promise<string[]> {
  const file = { seed: 7, firstAsset: 1, records, before: schema.openDay };
  const started = performance.now();
  const { boarded } = await boardItems(schema, readEx102(loanFileChunks(file)), say, parties);
  await schema.store.script('vacuum analyze');
  say(`boarded ${boarded} contracts in ${Math.round((performance.now() - started) / 1_000)} s`);
  const rows = await schema.store.query<{ contract_id: string }>(
    'select contract_id from contract',
  );
  return rows.map((row) => row.contract_id);
}

/** Boards what a file gives. A reject is a mistake of the generator and ends the run. */
export function boardItems(
  { store, openDay }: BenchSchema,
  items: AsyncIterable<Ex102Item>,
  say: Say,
  parties: PartyIndex | null = null,
): Promise<BoardingSummary> {
  let told = performance.now();
  return boardFile({
    store,
    clock: Date.now,
    lender: LARKSPUR,
    ring: KEYS,
    openDay,
    deal: 'LARK-BENCH',
    source: 'generated.xml',
    asOf: null,
    isOldFile: true,
    items,
    parties,
    onReject: ({ rule, element, value }) => {
      throw new CannotMeasure(`A generated record was rejected: ${rule} ${element} ${value}`);
    },
    onProgress: ({ boarded }) => {
      if (performance.now() - told < 5_000) return;
      told = performance.now();
      say(`boarded ${boarded} contracts so far`);
    },
  });
}
