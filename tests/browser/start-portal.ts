/** One server with the demonstration for all browser tests: starting it is most of their time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, startServer } from '../kill/server-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the portal answers, on the embedded database. */
    portalUrl: string;
    /** Where the desk answers. */
    deskUrl: string;
  }
}

export default async function startPortal(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-browser-'));
  const port = await freePort();
  const settings = { ROADBOOK_DATA: join(folder, 'data'), ROADBOOK_DEMO: '1' };
  const server = await startServer(settings, port);
  project.provide('portalUrl', server.url);
  // Passkeys need a name; an address of numbers is none.
  project.provide('deskUrl', server.deskUrl.replace('127.0.0.1', 'localhost'));
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
