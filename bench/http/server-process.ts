import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { makeKeys } from '@roadbook/server/platform/keys/key-ring';
import { CannotMeasure } from '../benchmark.ts';
import { POOL } from '../database/bench-schema.ts';
import { freePort } from './free-port.ts';

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

export type ServerProcess = {
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** What a server needs to run on a PostgreSQL database. */
export function onPostgresql(databaseUrl: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    ROADBOOK_KEYS: makeKeys().trim().replace('\n', ','),
    ROADBOOK_SIMULATE: '1',
    ROADBOOK_POOL: POOL.toString(),
  };
}

/** Starts the server as a person would; resolves when it says that it is ready. */
export async function startServer(
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = await freePort();
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const server = spawn(process.execPath, ['--import', 'tsx', MAIN, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, HOME, TMPDIR, PORT: port.toString(), ...settings },
  });
  const ended = once(server, 'exit');
  if (!(await saysReady(server.stdout)) || server.pid === undefined) {
    throw new CannotMeasure('The server ended before it was ready.');
  }
  return {
    port,
    pid: server.pid,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

function saysReady(output: NodeJS.ReadableStream): Promise<boolean> {
  const lines = createInterface({ input: output });
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      if (line.includes('ready')) resolve(true);
    });
    lines.once('close', () => resolve(false));
  });
}
