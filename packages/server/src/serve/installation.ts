import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createWriter } from '../book/write/writer.ts';
import { loadLender } from '../lender/load-lender.ts';
import type { Shell } from '../operation/shell.ts';
import {
  type FolderHolder,
  hasDatabase,
  holdFolder,
} from '../platform/data-folder/embedded-folder.ts';
import { openEmbedded } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openPostgresql } from '../platform/database/postgresql.ts';
import { probePostgresql } from '../platform/database/probe-postgresql.ts';
import type { Store } from '../platform/database/store.ts';
import { simulatedPaymentGateway } from '../platform/gateway/simulated-payment-gateway.ts';
import { holdKeys } from '../platform/keys/hold-keys.ts';
import { embeddedKeys } from '../platform/keys/key-file.ts';
import { checkKeys, type KeyRing, parseKeys } from '../platform/keys/key-ring.ts';
import type { Carriers } from '../platform/post/carriers/carrier.ts';
import { carriersOf } from './carriers.ts';
import { folderFault } from './folder-fault.ts';
import { type Settings, SettingsError } from './settings.ts';

/** An open installation: its shell, and the folder it holds when the database is embedded. */
export type Installation = {
  readonly shell: Shell;
  /** Who carries letters and texts. */
  readonly carriers: Carriers;
  readonly holder: FolderHolder | null;
  /** The database was made by this start. */
  readonly isNew: boolean;
  close(): Promise<void>;
};

/** Opens the database the settings name, brings it up to date and proves the keys. */
export async function openInstallation(
  settings: Settings,
  clock: () => number = Date.now,
): Promise<Installation> {
  const lender = await loadLender(settings.lenderFile);
  const opened =
    settings.databaseUrl === null
      ? await openFolder(settings)
      : await openServer(settings, settings.databaseUrl);
  const { store, ring, holder, isNew, keyFile } = opened;
  let letKeysGo: () => Promise<void>;
  try {
    await migrate(store);
    await checkKeys(store, ring);
    letKeysGo = await holdKeys(store, ring);
  } catch (error) {
    await store.close();
    await holder?.release();
    throw error;
  }
  const writer = createWriter(store, clock);
  const gateway = simulatedPaymentGateway();
  const carriers = carriersOf(settings, { store, lender, clock });
  return {
    shell: { store, writer, ring, keyFile, lender, gateway, clock, post: reachedBy(carriers) },
    carriers,
    holder,
    isNew,
    close: async () => {
      await writer.idle();
      carriers.mail?.close();
      carriers.text?.close();
      await letKeysGo();
      await store.close();
      await holder?.release();
    },
  };
}

/** By what people can be reached at all. */
function reachedBy({ mail, text }: Carriers) {
  return { mail: mail !== null, text: text !== null };
}

type Opened = {
  readonly store: Store;
  readonly ring: KeyRing;
  readonly keyFile: string | null;
  readonly holder: FolderHolder | null;
  readonly isNew: boolean;
};

/**
 * The embedded database: made under another name and renamed, so that a start that was cut off
 * leaves nothing half made. The keys lie beside it, not in it.
 */
async function openFolder({ dataFolder }: Settings): Promise<Opened> {
  try {
    return await openDatabaseIn(dataFolder);
  } catch (error) {
    throw folderFault(error, dataFolder);
  }
}

async function openDatabaseIn(folder: string): Promise<Opened> {
  const holder = await holdFolder(folder);
  try {
    const isNew = !(await hasDatabase(folder));
    const keyFile = join(folder, 'keys', 'keys.txt');
    const ring = await embeddedKeys(keyFile, isNew);
    const path = join(folder, 'db');
    if (isNew) {
      const making = join(folder, 'db.making');
      await rm(making, { recursive: true, force: true });
      const fresh = await openEmbedded(making);
      await migrate(fresh);
      await fresh.close();
      await rm(path, { recursive: true, force: true });
      await rename(making, path);
    }
    return { store: await openEmbedded(path), ring, keyFile, holder, isNew };
  } catch (error) {
    await holder.release();
    throw error;
  }
}

async function openServer(settings: Settings, url: string): Promise<Opened> {
  if (settings.keys === null) {
    throw new SettingsError(
      'With DATABASE_URL the keys must be given: set ROADBOOK_KEYS to the output of ' +
        '"npm run roadbook -- make-keys", kept where you keep secrets.',
    );
  }
  const ring = parseKeys(settings.keys);
  await probePostgresql(url);
  const { poolSize, prepared } = settings;
  const store = await openPostgresql({ url, connections: poolSize, prepared });
  return { store, ring, keyFile: null, holder: null, isNew: false };
}

/** With a database server a simulated gateway must be asked for: nobody shall think money moved. */
export function demandSimulation(settings: Settings): void {
  if (settings.databaseUrl === null || settings.simulate) return;
  throw new SettingsError(
    'No payment gateway is configured, and with DATABASE_URL the simulated one only starts when ' +
      'ROADBOOK_SIMULATE=1 says that no real money is to move.',
  );
}
