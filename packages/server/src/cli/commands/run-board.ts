import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { boardFile } from '../../boarding/board-file.ts';
import {
  aligned,
  type BoardingQuestion,
  type BoardingSummary,
  partyRows,
  summaryLines,
} from '../../boarding/boarding-summary.ts';
import { boardParties } from '../../boarding/parties/board-parties.ts';
import type { Ex102Item, RatesWritten } from '../../boarding/read/boarding-item.ts';
import { readContractsCsv } from '../../boarding/read/csv/read-contracts-csv.ts';
import { readEx102 } from '../../boarding/read/xml/read-ex102.ts';
import { openFirstDay, servicingDayAt } from '../../book/day/business-day.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Say } from '../command-request.ts';
import { durationText } from '../duration.ts';
import { ALL_DONE, NOTHING_DONE, SOME_FAILED } from '../exit-codes.ts';
import { sentenceOf } from '../sentence-of.ts';
import { type BoardRequest, readPartiesFile, recordRun, sizeOf } from './board-files.ts';
import { type RejectSink, rejectSink } from './reject-sink.ts';

/** Whether a run has begun to write: one that breaks off after that has not done nothing. */
type Progress = { hasBegun: boolean };

/**
 * Boards a file, a parties file, or both. Exit code 0 when everything was taken, 1 when something
 * was rejected, 2 when nothing could be done, or a question has to be answered first.
 */
export async function runBoard(shell: Shell, request: BoardRequest, say: Say): Promise<number> {
  const progress: Progress = { hasBegun: false };
  try {
    return await boardFiles(shell, request, progress, say);
  } catch (error) {
    say.line(sentenceOf(error));
    if (!progress.hasBegun) return NOTHING_DONE;
    say.line('What is boarded stays. Run this again: it goes on from there.');
    return SOME_FAILED;
  }
}

async function boardFiles(
  shell: Shell,
  request: BoardRequest,
  progress: Progress,
  say: Say,
): Promise<number> {
  const started = shell.clock();
  const { file, parties } = request;
  if (file === null && parties === null) {
    say.line('Name a file of contracts, or a parties file with --parties, or both.');
    return NOTHING_DONE;
  }
  if (file !== null && (await sizeOf(file, say)) === null) return NOTHING_DONE;
  if (request.rejects !== null && [file, parties].includes(request.rejects)) {
    say.line('The rejects file would overwrite a file that is to be read. Give it another name.');
    return NOTHING_DONE;
  }
  const sink = await rejectSink(request.rejects, say);
  if (sink === null) return NOTHING_DONE;
  const summary = await board(shell, request, { sink, progress, started, say });
  const rejects = await sink.close();
  if (summary === null) return NOTHING_DONE;
  if (summary.question !== null) return ask(summary.question, say);
  await recordRun(shell, summary, request, started);
  const time = durationText(shell.clock() - started);
  const lines =
    file === null ? aligned([...partyRows(summary), ['Time', time]]) : summaryLines(summary, time);
  for (const line of lines) say.line(line);
  if (rejects !== null && rejects > 0 && request.rejects !== null)
    say.line(`Rejects are in ${request.rejects}`);
  if (summary.refused) {
    say.line('The file was refused. Nothing was boarded from it.');
    return NOTHING_DONE;
  }
  return rejects === null ? SOME_FAILED : exitCode(summary, file === null);
}

type Run = {
  readonly sink: RejectSink;
  readonly progress: Progress;
  readonly started: number;
  readonly say: Say;
};

/** What the files came to; null when one was refused, which is said. */
async function board(
  shell: Shell,
  request: BoardRequest,
  { sink, progress, started, say }: Run,
): Promise<BoardingSummary | null> {
  const { file } = request;
  const index =
    request.parties === null ? null : await readPartiesFile(request.parties, sink.take, say);
  if (index === undefined) return null;
  const openDay = await openFirstDay(shell.store, servicingDayAt(shell.lender, started), started);
  const job = { ...shell, openDay, onReject: sink.take };
  if (file === null) {
    progress.hasBegun = true;
    return index === null ? null : boardParties({ ...job, deal: request.deal, parties: index });
  }
  const size = (await sizeOf(file, say)) ?? 0;
  return boardFile({
    ...job,
    deal: request.deal ?? dealOf(file),
    source: basename(file),
    asOf: request.asOf,
    items: counted(file, size, request.rates ?? 'fraction', shell.clock, say),
    parties: index,
    rates: request.rates ?? null,
    isOldFile: request.isOldFile ?? false,
    onRemark: sink.remark,
    onProgress: () => {
      progress.hasBegun = true;
    },
  });
}

/**
 * Rows whose contract is nowhere count by themselves only where the parties file came alone: beside
 * a file of contracts it may serve several of them.
 */
function exitCode(summary: BoardingSummary, isAlone: boolean): number {
  const { rejected, fileDefects, partiesRejected, partyValuesReported, valuesLeftOut } = summary;
  const left = rejected + fileDefects + partiesRejected + partyValuesReported + valuesLeftOut;
  const isAllTaken = left + (isAlone ? summary.partiesUnclaimed : 0) === 0;
  return isAllTaken ? ALL_DONE : SOME_FAILED;
}

/** Says what has to be answered before anything boards, and how. */
function ask(question: BoardingQuestion, say: Say): number {
  if (question.about === 'old-file') return askAboutAge(question, say);
  const { percent } = question;
  say.line(
    `Are the rates of this file percents? Of the loans looked at, ${percent} have a payment that ` +
      'fits their rate as a percent, and none has one that fits it as a fraction.',
  );
  say.line('Nothing was boarded. Board it again with --rates percent if they are percents (6.49');
  say.line('for 6.49 %), or with --rates fraction if they are fractions (0.0649) after all.');
  return NOTHING_DONE;
}

function askAboutAge(
  { asOf, days, most }: Extract<BoardingQuestion, { readonly about: 'old-file' }>,
  say: Say,
): number {
  say.line(
    `Is this the file you mean? Its cut-off is ${asOf}, ${days} days before the open day. ` +
      'All those days would be lived',
  );
  say.line('at once, and who has not paid since then by this file would be late or charged off.');
  say.line(
    `Nothing was boarded: this lender takes ${most} days without asking. Board a newer file,`,
  );
  say.line('or board this one with --old-file and post the payments of those days after it.');
  return NOTHING_DONE;
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
  rates: RatesWritten,
  clock: () => number,
  say: Say,
): AsyncGenerator<Ex102Item> {
  const stream = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const read = /\.csv$/i.test(file) ? readContractsCsv : readEx102;
  const items = read(stream, rates);
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
