import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Figure } from '../benchmark.ts';
import { alternate } from '../measure/alternate.ts';
import type { BookFile } from './book-files.ts';
import { runBoarding } from './run-boarding.ts';

const ROUNDS = { rounds: 7, ms: 0, warmUpMs: 0 } as const;
const run = promisify(execFile);

/** The version of xmllint, or null where there is none to measure against. */
export async function xmllintVersion(): Promise<string | null> {
  try {
    const { stderr } = await run('xmllint', ['--version']);
    return /version (\d+)/.exec(stderr)?.[1] ?? 'unknown';
  } catch {
    return null;
  }
}

/** Reading and judging every record, against a parser written in C that only reads the XML. */
export async function againstXmllint({ path, megabytes }: BookFile): Promise<Figure> {
  const rates = await alternate(
    [
      {
        name: 'ours',
        run: async () => megabytes / (await runBoarding({ file: path, databaseUrl: null })).seconds,
      },
      {
        name: 'xmllint',
        run: async () => {
          const started = performance.now();
          await run('xmllint', ['--stream', '--noout', path]);
          return megabytes / ((performance.now() - started) / 1_000);
        },
      },
    ],
    ROUNDS,
  );
  const measured = rates.get('ours');
  const reference = rates.get('xmllint');
  if (measured === undefined || reference === undefined) throw new Error('nothing was measured');
  return {
    name: `parse and validate ${Math.round(megabytes)} MB`,
    measured: measured.median,
    unit: 'MB/s',
    reference: { name: 'MB/s xmllint', value: reference.median },
    // The target speaks of time, so the ratio is the other way round than that of the rates.
    ratio: reference.median / measured.median,
    target: { atMost: 5, unit: '× its time' },
    spread: measured.spread,
    rounds: measured.rounds,
  };
}
