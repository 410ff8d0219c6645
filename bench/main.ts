/**
 * `npm run bench [-- --only payments,overview,boarding,close,domain,post] [--size 1000000]`
 * measures the house against references of the same run, prints a table and writes
 * `bench/results.json`. The size is that of the book whose close is measured. A missed target is
 * printed as missed and fails nothing; what cannot be measured ends with exit code 1.
 */
import { parseArgs } from 'node:util';
import { type Asked, type Benchmark, CannotMeasure, type Findings } from './benchmark.ts';
import { boarding } from './boarding/boarding.ts';
import { close } from './close/close.ts';
import { domain } from './domain/domain.ts';
import { overview } from './overview/overview.ts';
import { payments } from './payments/payments.ts';
import { post } from './post/post.ts';
import { machine } from './report/machine.ts';
import { tableOf } from './report/table.ts';
import { writeResults } from './report/write-results.ts';

const ALL: readonly Benchmark[] = [payments, overview, boarding, close, domain, post];

const { values: given } = parseArgs({
  options: { only: { type: 'string' }, size: { type: 'string' } },
});

function wanted(): readonly Benchmark[] {
  if (given.only === undefined) return ALL;
  return given.only.split(',').map((name) => {
    const found = ALL.find((each) => each.name === name);
    if (found !== undefined) return found;
    const known = ALL.map((each) => each.name).join(', ');
    throw new CannotMeasure(`There is no benchmark "${name}". There are: ${known}.`);
  });
}

function asked(): Asked {
  if (given.size === undefined) return {};
  if (/^\d{1,9}$/.test(given.size)) return { size: Number(given.size) };
  throw new CannotMeasure(`--size takes a number of contracts, not "${given.size}".`);
}

async function measure(): Promise<void> {
  const results: Record<string, Findings> = {};
  for (const { name, run } of wanted()) {
    const started = performance.now();
    const say = (text: string): void => void process.stderr.write(`${name}: ${text}\n`);
    results[name] = await run(say, asked());
    say(`done in ${Math.round((performance.now() - started) / 1_000)} s`);
  }
  process.stdout.write(tableOf(machine(), results));
  process.stdout.write(`\nWritten to ${await writeResults(machine(), results)}\n`);
}

try {
  await measure();
} catch (error) {
  process.exitCode = 1;
  if (!(error instanceof CannotMeasure)) throw error;
  process.stderr.write(`${error.message}\n`);
}
