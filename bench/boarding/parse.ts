import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { promisify } from 'node:util';
import { readEx102 } from '@roadbook/server/boarding/read/read-ex102';
import { CannotMeasure, type Figure, type Say } from '../benchmark.ts';
import { roundsOf } from '../measure/median.ts';

const ROUNDS = 5;

/** Parsing and validating every record against xmllint, which only reads the file as XML. */
export async function measureParse(path: string, records: number, say: Say): Promise<Figure[]> {
  if (!(await hasXmllint())) {
    say('xmllint is not installed (it comes with libxml2), so parsing was left out');
    return [];
  }
  const ours: number[] = [];
  const theirs: number[] = [];
  await parse(path, records);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await secondsOf(() => parse(path, records)));
    theirs.push(await secondsOf(() => run('xmllint', ['--stream', '--noout', path])));
  }
  const measured = roundsOf(ours);
  const reference = roundsOf(theirs);
  const figure: Figure = {
    name: 'EX-102 parse and validate',
    measured: measured.median,
    unit: 's',
    reference: { name: 's xmllint', value: reference.median },
    ratio: measured.median / reference.median,
    target: { atMost: 5, unit: '× xmllint' },
    spread: measured.spread,
    rounds: measured.rounds,
  };
  return [figure];
}

const run = promisify(execFile);

async function hasXmllint(): Promise<boolean> {
  return run('xmllint', ['--version']).then(
    () => true,
    () => false,
  );
}

async function parse(path: string, records: number): Promise<void> {
  let good = 0;
  for await (const { ok } of readEx102(createReadStream(path, { highWaterMark: 1024 * 1024 }))) {
    if (ok) good += 1;
  }
  if (good !== records) throw new CannotMeasure(`${good} of ${records} records were good.`);
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
