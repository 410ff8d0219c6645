import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { encode } from '@roadbook/api/wire';
import { boardFile } from '../../boarding/board-file.ts';
import { insertBoardingRun } from '../../boarding/boarding-run.sql.ts';
import { type BoardingSummary, summaryLines } from '../../boarding/boarding-summary.ts';
import type { Ex102Item } from '../../boarding/read/boarding-item.ts';
import { loadParties, type PartyIndex } from '../../boarding/read/party-index.ts';
import { readContractsCsv } from '../../boarding/read/read-contracts-csv.ts';
import { readEx102 } from '../../boarding/read/read-ex102.ts';
import type { Reject } from '../../boarding/read/reject.ts';
import { REJECTS_HEADER, rejectLine } from '../../boarding/read/write-rejects.ts';
import { openFirstDay, servicingDayAt } from '../../book/day/business-day.ts';
import type { Shell } from '../../operation/shell.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import type { CommandRequest, Say } from '../command-request.ts';
import { durationText } from '../duration.ts';

type BoardRequest = Extract<CommandRequest, { readonly command: 'board' }>;

/** Rejects shown on the terminal when no file was asked for. */
const SHOWN_MAX = 20;

/**
 * Boards a file. Exit code 0 when every record was taken, 2 when some were rejected, 1 when
 * refused.
 */
export async function runBoard(shell: Shell, request: BoardRequest, say: Say): Promise<number> {
  const started = shell.clock();
  const size = await sizeOf(request.file, say);
  if (size === null) return 1;
  if (request.rejects !== null && [request.file, request.parties].includes(request.rejects)) {
    say.line('The rejects file would overwrite a file that is to be read. Give it another name.');
    return 1;
  }
  const deal = request.deal ?? dealOf(request.file);
  const sink = await rejectSink(request.rejects, say);
  if (sink === null) return 1;
  const parties = await readPartiesFile(request.parties, sink.take, say);
  if (parties === undefined) {
    await sink.close();
    return 1;
  }
  const openDay = await openFirstDay(shell.store, servicingDayAt(shell.lender, started), started);
  const summary = await boardFile({
    ...shell,
    openDay,
    deal,
    source: basename(request.file),
    asOf: request.asOf,
    items: counted(request.file, size, shell.clock, say),
    parties: parties.index,
    onReject: sink.take,
    onProgress: () => undefined,
  });
  summary.partiesRejected += parties.rejected;
  const rejects = await sink.close();
  await recordRun(shell, summary, request, started);
  for (const line of summaryLines(summary, durationText(shell.clock() - started))) say.line(line);
  if (rejects === null) return 1;
  if (rejects > 0 && request.rejects !== null) say.line(`Rejects are in ${request.rejects}`);
  if (summary.refused) {
    say.line('The file was refused. Nothing was boarded from it.');
    return 1;
  }
  return summary.rejected + summary.fileDefects + summary.partiesRejected > 0 ? 2 : 0;
}

async function sizeOf(file: string, say: Say): Promise<number | null> {
  try {
    const info = await stat(file);
    if (info.isFile()) return info.size;
    say.line(`${file} is not a file. Name an EX-102 file (.xml) or a contracts file (.csv).`);
  } catch {
    say.line(`There is no file ${file}. Check the path.`);
  }
  return null;
}

/** The deal of a file when none is named: its name without ending. */
function dealOf(file: string): string {
  return basename(file)
    .replace(/\.(?:xml|csv)$/i, '')
    .slice(0, 60);
}

/** The items of a file, with progress by bytes read: rate and time left. */
async function* counted(
  file: string,
  size: number,
  clock: () => number,
  say: Say,
): AsyncGenerator<Ex102Item> {
  const stream = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const items = /\.csv$/i.test(file) ? readContractsCsv(stream) : readEx102(stream);
  const started = clock();
  let last = started;
  let records = 0;
  for await (const item of items) {
    records += 1;
    yield item;
    const now = clock();
    if (now - last < 500) continue;
    last = now;
    const done = Math.min(1, stream.bytesRead / Math.max(1, size));
    const seconds = (now - started) / 1_000;
    const left = done > 0 ? Math.round(seconds / done - seconds) : 0;
    const rate = Math.round(records / Math.max(0.001, seconds));
    say.progress(
      `${Math.round(done * 100)} %  ${records} records  ${rate} a second  ${left} s left`,
    );
  }
}

/** `close` answers how many rejects there were, or null when they could not all be written. */
type Sink = { take: (reject: Reject) => void; close: () => Promise<number | null> };

/** Where rejects go, or null when the file for them cannot be written: then nothing is begun. */
async function rejectSink(path: string | null, say: Say): Promise<Sink | null> {
  let count = 0;
  const opened = path === null ? null : await open(path, 'w', 0o600).catch(() => null);
  if (path !== null && opened === null) {
    say.line(`The rejects file ${path} cannot be written. Name one in a folder that exists.`);
    return null;
  }
  const file = opened?.createWriteStream() ?? null;
  let fault: Error | null = null;
  file?.on('error', (error) => {
    fault = error;
  });
  file?.write(REJECTS_HEADER);
  return {
    take: (reject) => {
      count += 1;
      file?.write(rejectLine(reject));
      if (file !== null || count > SHOWN_MAX) return;
      const where =
        reject.line === null ? `record ${reject.ordinal ?? '-'}` : `line ${reject.line}`;
      const what = [reject.element, reject.value].filter((each) => each !== null).join(' = ');
      say.line(`Rejected ${where} (${reject.record ?? '-'}): ${what} [${reject.rule}]`);
      say.line(`  ${reject.sentence} Accepted: ${reject.accepted}`);
    },
    close: async () => {
      if (file === null) {
        if (count > SHOWN_MAX) say.line(`… and ${count - SHOWN_MAX} more; use --rejects <file>`);
        return count;
      }
      file.end();
      await finished(file).catch(() => undefined);
      if (fault === null) return count;
      say.line(`The rejects file ${path} could not be written whole (${fault.message}).`);
      say.line('Make room, then board the same file again: what is boarded stays as it is.');
      return null;
    },
  };
}

/** The parties of a file; undefined when it was refused, an empty index when none was named. */
async function readPartiesFile(
  path: string | null,
  take: (reject: Reject) => void,
  say: Say,
): Promise<{ index: PartyIndex | null; rejected: number } | undefined> {
  if (path === null) return { index: null, rejected: 0 };
  if ((await sizeOf(path, say)) === null) return undefined;
  const rejectedLines = new Set<number>();
  const index = await loadParties(createReadStream(path), (reject) => {
    if (reject.line !== null) rejectedLines.add(reject.line);
    take(reject);
  });
  if (index !== null) return { index, rejected: rejectedLines.size };
  say.line('The parties file was refused. Nothing was boarded.');
  return undefined;
}

async function recordRun(
  { store, clock }: Shell,
  summary: BoardingSummary,
  request: BoardRequest,
  started: number,
): Promise<void> {
  await insertBoardingRun(store, {
    runId: uuidV7(started),
    deal: summary.deal,
    asOf: request.asOf,
    source: basename(request.file),
    summary: encode(summary),
    startedMs: started,
    endedMs: clock(),
  });
}
