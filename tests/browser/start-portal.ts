/** A server with the demonstration for each worker: starting them takes most of the time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
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
    const settings = { ROADBOOK_DATA: join(folder, `data-${n}`), ROADBOOK_DEMO: '1' };
    const server = await startServer(settings, port);
    stops.push(() => server.stop());
    const { url: portalUrl } = server;
    places.push({ portalUrl, deskUrl: server.deskUrl.replace('127.0.0.1', 'localhost') });
  }
  project.provide('places', places);
  return async () => {
    for (const stop of stops) await stop();
    await rm(folder, { recursive: true, force: true });
  };
}
