import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Say } from '../benchmark.ts';
import { startServer } from '../http/server-process.ts';
import type { BookFile } from './book-files.ts';

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

/**
 * How many megabytes a server with an embedded database grows while it boards a file that the
 * command line hands it; null where the memory of another process cannot be read.
 */
export async function embeddedGrowth(
  dataFolder: string,
  { path }: BookFile,
  say: Say,
): Promise<number | null> {
  if (!existsSync('/proc/self/status')) {
    say('the memory of another process is read from /proc, which is not here: left out');
    return null;
  }
  const settings = { ROADBOOK_DATA: dataFolder, ROADBOOK_DEMO: '0' };
  const server = await startServer(settings);
  try {
    // The peak of the start, when the database is made, is not the peak of boarding: count anew.
    writeFileSync(`/proc/${server.pid}/clear_refs`, '5');
    const idle = megabytesOf(server.pid, 'VmRSS');
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', MAIN, 'board', path, '--deal', 'LARK-MEMORY', '--old-file'],
      { env: { PATH, HOME, TMPDIR, ...settings } },
    );
    return megabytesOf(server.pid, 'VmHWM') - idle;
  } finally {
    await server.stop();
  }
}

/** What a process holds now (VmRSS) or held at most (VmHWM). */
function megabytesOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
  return (Number(kibibytes ?? Number.NaN) * 1_024) / 1e6;
}
