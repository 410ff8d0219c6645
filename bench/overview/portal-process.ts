import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { makeKeys } from '@roadbook/server/keys/key-ring';
import { POOL } from '../database/bench-schema.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The real server on a database, as a process of its own. */
export type PortalProcess = {
  readonly port: number;
  readonly stop: () => Promise<void>;
};

/** Starts the server on a database of the benchmark and waits until it says that it is ready. */
export async function startPortal(databaseUrl: string): Promise<PortalProcess> {
  const port = await freePort();
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  // The server runs with the options of this process: --cpu-prof says where its time goes.
  const args = [...process.execArgv, 'packages/server/src/main.ts', 'serve'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      TMPDIR,
      PORT: port.toString(),
      DATABASE_URL: databaseUrl,
      ROADBOOK_KEYS: makeKeys().trim().replace('\n', ','),
      ROADBOOK_SIMULATE: '1',
      ROADBOOK_POOL: POOL.toString(),
      ROADBOOK_LOG: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilReady(child);
  return {
    port,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Roadbook is ready')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`the server ended before it was ready:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
