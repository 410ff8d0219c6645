import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { boardFile } from '../boarding/board-file.ts';
import type { BoardingSummary } from '../boarding/boarding-summary.ts';
import { loadParties } from '../boarding/read/party/party-index.ts';
import type { Reject } from '../boarding/read/reject.ts';
import { readEx102 } from '../boarding/read/xml/read-ex102.ts';
import type { Lender } from '../lender/lender.ts';
import type { Store } from '../platform/database/store.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
import type { DemoFile, DemoFiles } from './files/demo-files.ts';

export type BoardPortfolio = {
  readonly store: Store;
  readonly ring: KeyRing;
  readonly lender: Lender;
  readonly clock: () => number;
  readonly openDay: BusinessDate;
};

/**
 * Boards the files of a portfolio as anybody's files are boarded. Whatever is rejected is a defect
 * of the generator and throws.
 */
export async function boardPortfolio(
  job: BoardPortfolio,
  files: DemoFiles,
): Promise<BoardingSummary[]> {
  const summaries: BoardingSummary[] = [];
  for (const file of [files.loans, files.leases]) {
    const parties = await loadParties(bytes(files.parties), refuse);
    const summary = await boardFile({
      ...job,
      deal: file.name.replace(/\.xml$/, ''),
      source: file.name,
      asOf: null,
      items: readEx102(bytes(file)),
      parties,
      onReject: refuse,
      onProgress: () => undefined,
    });
    summaries.push(summary);
  }
  return summaries;
}

function bytes({ text }: DemoFile): Uint8Array[] {
  return [Buffer.from(text)];
}

function refuse({ record, element, rule, sentence }: Reject): never {
  throw new Error(
    `The demonstration's file is wrong at ${record}, ${element} (${rule}): ${sentence}`,
  );
}
