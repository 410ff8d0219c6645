import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeKeys } from '@roadbook/server/keys/key-ring';
import { CannotMeasure, type Figure, type Say } from '../benchmark.ts';
import { startServer } from '../http/server-process.ts';

const MIB = 1024 * 1024;
const CHILD = fileURLToPath(new URL('./board-child.ts', import.meta.url));
const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

/** Peak memory of the process that boards a large file into PostgreSQL. */
export async function measureMemory(url: string, path: string, bytes: number): Promise<Figure> {
  const keys = makeKeys().trim().replace('\n', ',');
  const child = fork(CHILD, [path], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url, ROADBOOK_KEYS: keys },
  });
  const ended = once(child, 'exit').then(() => [{ code: 1, peakBytes: 0 }]);
  const [result] = await Promise.race([once(child, 'message'), ended]);
  if (result.code !== 0) throw new CannotMeasure('The large file was not boarded.');
  return mebibytes(`memory of boarding ${Math.round(bytes / 1e6)} MB`, result.peakBytes / MIB, 400);
}

/** How much a server with an embedded database grows while it boards a file. */
export async function measureEmbeddedMemory(
  folder: string,
  path: string,
  bytes: number,
  say: Say,
): Promise<Figure[]> {
  if (!existsSync('/proc/self/status')) {
    say('the memory of another process is read from /proc, which is not here: left out');
    return [];
  }
  const server = await startServer({ ROADBOOK_DATA: folder, ROADBOOK_DEMO: '0' });
  try {
    const idle = memoryOf(server.pid, 'VmRSS');
    await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', MAIN, 'board', path, '--deal', 'LARK-MEMORY'],
      { env: { ...process.env, DATABASE_URL: '', ROADBOOK_DATA: folder } },
    );
    const grown = memoryOf(server.pid, 'VmHWM') - idle;
    const name = `embedded: growth by boarding ${Math.round(bytes / 1e6)} MB`;
    return [mebibytes(name, grown, 150)];
  } finally {
    await server.stop();
  }
}

function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
  return Number(kibibytes ?? Number.NaN) / 1_024;
}

function mebibytes(name: string, measured: number, atMost: number): Figure {
  return {
    name,
    measured,
    unit: 'MB',
    reference: null,
    ratio: measured,
    target: { atMost, unit: 'MB' },
    spread: [measured, measured],
    rounds: 1,
  };
}
