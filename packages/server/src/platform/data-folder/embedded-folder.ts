import { createHash } from 'node:crypto';
import { chmod, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process has the folder. */
export class FolderBusy extends Error {}

/** The one process that may open a data folder, and the line others use to talk to it. */
export type FolderHolder = {
  /** Hands connections of other processes to the listener, those that came before it as well. */
  onConnection(listener: (socket: Socket) => void): void;
  release(): Promise<void>;
};

const SOCKET_PATH_BYTES_MAX = 100;

/**
 * Where the socket of a folder is: inside it, or under the temporary folder when that is too long.
 */
export function socketPathOf(folder: string): string {
  const inside = join(folder, 'roadbook.sock');
  if (Buffer.byteLength(inside) <= SOCKET_PATH_BYTES_MAX) return inside;
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `roadbook-${digest}.sock`);
}

/** A connection to the process that has the folder, or null when nobody listens. */
export async function connectToHolder(folder: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPathOf(folder));
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/**
 * Takes the data folder for this process, or throws `FolderBusy`. A socket that answers is alive;
 * one that refuses is left over and taken over under an exclusive file, so that of two processes
 * that start at once one wins. A pid would prove nothing: two containers both have a process 1.
 */
export async function holdFolder(folder: string): Promise<FolderHolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = socketPathOf(folder);
  const lockPath = join(folder, 'roadbook.starting');
  await takeStartLock(lockPath);
  try {
    const holder = await connectToHolder(folder);
    if (holder !== null) {
      holder.destroy();
      throw new FolderBusy(
        `Another Roadbook is running on ${folder}. Stop it first, or give this one its own ` +
          'folder with ROADBOOK_DATA.',
      );
    }
    await rm(path, { force: true });
    return await listen(path);
  } finally {
    await rm(lockPath, { force: true });
  }
}

/** Deciding who has the folder takes milliseconds, so an older lock is that of a dead start. */
const START_LOCK_STALE_MS = 3_000;
const START_LOCK_WAIT_MS = 100;

/**
 * Only one process at a time may decide who has the folder. Another start is waited for; the lock
 * of one that was killed on the way is taken over.
 */
async function takeStartLock(path: string): Promise<void> {
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age < START_LOCK_STALE_MS) {
      await new Promise((resolve) => setTimeout(resolve, START_LOCK_WAIT_MS));
      continue;
    }
    const stale = `${path}.${process.pid}.stale`;
    await rename(path, stale).catch(() => undefined);
    await rm(stale, { force: true });
  }
}

async function listen(path: string): Promise<FolderHolder> {
  const connected = new Set<Socket>();
  const early: Socket[] = [];
  let serve = (socket: Socket): void => void early.push(socket);
  const server: Server = createServer((socket) => {
    connected.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => connected.delete(socket));
    serve(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return {
    onConnection: (listener) => {
      serve = listener;
      early.splice(0).forEach(listener);
    },
    release: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of connected) socket.destroySoon();
      await closed;
      await rm(path, { force: true });
    },
  };
}

const unfinishedDemo = (folder: string): string => join(folder, 'demo.unfinished');

/** Notes that the demonstration is being made, so that a start that was cut off begins it again. */
export async function beginDemo(folder: string): Promise<void> {
  await writeFile(unfinishedDemo(folder), 'The demonstration in this folder is not whole yet.\n');
}

export async function finishDemo(folder: string): Promise<void> {
  await rm(unfinishedDemo(folder), { force: true });
}

/**
 * Whether the folder has a whole database: one that was made under another name and renamed, and
 * not a demonstration that was cut off half way, which nobody has worked with and which is made
 * again.
 */
export async function hasDatabase(folder: string): Promise<boolean> {
  const exists = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    );
  return (
    (await exists(join(folder, 'db', 'PG_VERSION'))) && !(await exists(unfinishedDemo(folder)))
  );
}
