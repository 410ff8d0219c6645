/**
 * Where a kill test keeps its data: a folder of its own, and on PostgreSQL a database of its own.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@roadbook/server/platform/database/embedded';
import { openPostgresql } from '@roadbook/server/platform/database/postgresql';
import type { Store } from '@roadbook/server/platform/database/store';
import { makeKeys } from '@roadbook/server/platform/keys/key-ring';
import { testDatabaseUrl } from '@roadbook/server/testing/test-store';
import type { Settings } from './server-process.ts';

export type KillPlace = {
  readonly settings: Settings;
  readonly folder: string;
  /** Opens the data here, when no process has it. */
  readonly openStore: () => Promise<Store>;
  readonly remove: () => Promise<void>;
};

export async function embeddedPlace(): Promise<KillPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-kill-'));
  const data = join(folder, 'data');
  await mkdir(data);
  return {
    settings: { ROADBOOK_DATA: data },
    folder,
    openStore: () => openEmbedded(join(data, 'db')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function postgresPlace(): Promise<KillPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-kill-'));
  const name = `roadbook_kill_${process.pid}_${randomBytes(4).toString('hex')}`;
  const url = new URL(testDatabaseUrl);
  url.pathname = `/${name}`;
  await inServer(`create database ${name}`);
  return {
    settings: {
      DATABASE_URL: url.href,
      ROADBOOK_KEYS: makeKeys().trim().replace('\n', ','),
      ROADBOOK_SIMULATE: '1',
    },
    folder,
    openStore: () => openPostgresql({ url: url.href, connections: 2 }),
    remove: async () => {
      await inServer(`drop database ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function inServer(sql: string): Promise<void> {
  const store = await openPostgresql({ url: testDatabaseUrl, connections: 1 });
  try {
    await store.script(sql);
  } finally {
    await store.close();
  }
}
