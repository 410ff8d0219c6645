import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { encode } from '@roadbook/api/wire';
import { insertBoardingRun } from '../../boarding/boarding-run.sql.ts';
import type { BoardingSummary } from '../../boarding/boarding-summary.ts';
import { loadParties, type PartyIndex } from '../../boarding/read/party/party-index.ts';
import type { Reject } from '../../boarding/read/reject.ts';
import type { Shell } from '../../operation/shell.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import type { CommandRequest, Say } from '../command-request.ts';

export type BoardRequest = Extract<CommandRequest, { readonly command: 'board' }>;

/** How large a file is, or null when it cannot be read: that is said. */
export async function sizeOf(file: string, say: Say): Promise<number | null> {
  try {
    const info = await stat(file);
    if (info.isFile()) return info.size;
    say.line(`${file} is not a file. Name an EX-102 file (.xml) or a contracts file (.csv).`);
  } catch {
    say.line(`There is no file ${file}. Check the path.`);
  }
  return null;
}

/** The parties of a file; undefined when it was refused. */
export async function readPartiesFile(
  path: string,
  take: (reject: Reject) => void,
  say: Say,
): Promise<PartyIndex | undefined> {
  if ((await sizeOf(path, say)) === null) return undefined;
  const index = await loadParties(createReadStream(path), take, basename(path));
  if (index !== null) return index;
  say.line('The parties file was refused. Nothing was boarded.');
  return undefined;
}

/** Keeps what a run came to. */
export async function recordRun(
  { store, clock }: Shell,
  summary: BoardingSummary,
  request: BoardRequest,
  started: number,
): Promise<void> {
  await insertBoardingRun(store, {
    runId: uuidV7(started),
    deal: summary.deal,
    asOf: request.asOf,
    source: basename(request.file ?? request.parties ?? ''),
    summary: encode(summary),
    startedMs: started,
    endedMs: clock(),
  });
}
