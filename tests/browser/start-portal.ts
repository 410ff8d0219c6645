/** A server with the demonstration for each worker: starting them takes most of the time. */
import { appendFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@roadbook/server/platform/database/embedded';
import { parseKeys } from '@roadbook/server/platform/keys/key-ring';
import type { TestProject } from 'vitest/node';
import { logWords, wordsInLog } from '../api/log-words.ts';
import { freePort, startServer } from '../kill/server-process.ts';
import type { Place } from './places.ts';

/** As many as the workers of `vitest.config.ts`. */
const SERVERS = 2;

export default async function startPortal(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-browser-'));
  const places: Place[] = [];
  const stops: (() => Promise<unknown>)[] = [];
  for (let n = 0; n < SERVERS; n += 1) {
    const port = await freePort();
    const data = join(folder, `data-${n}`);
    const settings = { ROADBOOK_DATA: data, ROADBOOK_DEMO: '1', ROADBOOK_LOG: 'info' };
    const logFile = join(folder, `log-${n}.txt`);
    const server = await startServer(settings, port, (said) => appendFileSync(logFile, said));
    stops.push(async () => {
      await server.stop();
      await lookThroughLog(logFile, data);
    });
    const { url: portalUrl } = server;
    places.push({ portalUrl, deskUrl: server.deskUrl.replace('127.0.0.1', 'localhost') });
  }
  project.provide('places', places);
  return async () => {
    try {
      for (const stop of stops) await stop();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** After the whole run: the log of a server must name nobody of its book. */
async function lookThroughLog(logFile: string, data: string): Promise<void> {
  const ring = parseKeys(await readFile(join(data, 'keys', 'keys.txt'), 'utf8'));
  const store = await openEmbedded(join(data, 'db'));
  const words = await logWords(store, ring);
  await store.close();
  // What a start says on purpose, the sign-ins of the demonstration, is no line of the log.
  const lines = (await readFile(logFile, 'utf8')).split('\n').filter((line) => /^\{/.test(line));
  const named = wordsInLog(lines, words);
  console.log(`${lines.length} lines of log: none of ${words.length} names, addresses and numbers`);
  if (named.length === 0 && lines.length > 0) return;
  process.exitCode = 1;
  throw new Error(`The log of the browser run names somebody, or is empty:\n${named.join('\n')}`);
}
