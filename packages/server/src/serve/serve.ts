import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { openDayOf, openFirstDay, servicingDayAt } from '../book/day/business-day.ts';
import { closeOpenDay } from '../book/day/close-day.ts';
import { faultForLog } from '../http/fault-for-log.ts';
import { createPortalApp } from '../http/portal-app.ts';
import type { Shell } from '../operation/shell.ts';
import {
  beginDemo,
  type FolderHolder,
  finishDemo,
} from '../platform/data-folder/embedded-folder.ts';
import { editorWarning, roleThatMayEdit } from '../platform/database/append-only.ts';
import { startOutbox } from '../platform/post/send-outbox.ts';
import { demandSimulation, type Installation, openInstallation } from './installation.ts';
import { PAGES_FOLDER, proxyWarning, type Settings } from './settings.ts';
import { keepSweeping } from './sweep.ts';

const DAY_CHECK_MS = 30_000;
/** How long a server that stops lets its last requests take. */
const CLOSING_MS = 2_000;

/** What the command line lends to the server that it starts. */
export type CommandLine = {
  /** Speaks on an output: lasting lines, and progress that the next progress overwrites. */
  readonly terminal: (output: NodeJS.WriteStream) => {
    readonly line: (text: string) => void;
    readonly progress: (text: string) => void;
    readonly done: () => void;
  };
  /** Runs the commands that other processes send while this one holds the folder. */
  readonly serveCommands: (holder: FolderHolder, installation: Installation) => void;
};

/**
 * Runs the server until it is told to stop: listens at once (and says "starting"), opens the
 * database, makes the demonstration in a new embedded one, closes days that are over, then serves.
 */
export async function serve(
  settings: Settings,
  { terminal, serveCommands }: CommandLine,
): Promise<void> {
  demandSimulation(settings);
  const logger = pino({ level: settings.logLevel, base: null });
  let installation: Installation | null = null;
  let isReady = false;
  const app = await createPortalApp({
    shell: () => (isReady ? (installation?.shell ?? null) : null),
    logger,
    isHttps: settings.isHttps,
    trustProxy: settings.trustProxy,
    publicUrl: settings.publicUrl,
    pagesFolder: existsSync(join(PAGES_FOLDER, 'index.html')) ? PAGES_FOLDER : null,
  });
  await listen(app, settings);
  const say = terminal(process.stderr);
  const stopping = new AbortController();
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    stopping.abort();
    await closeListening(app);
    await installation?.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  try {
    installation = await openInstallation(settings);
    const demo = await prepare(settings, installation, say.progress);
    say.done();
    if (installation.holder !== null) serveCommands(installation.holder, installation);
    isReady = true;
    announce(settings, demo);
    const proxy = proxyWarning(settings);
    if (proxy !== null) say.line(proxy);
    await warnOfEditor(installation.shell, say.line);
    const log = (fault: unknown): void =>
      logger.error({ fault: faultForLog(fault) }, 'the outbox failed');
    startOutbox({ ...installation.shell, log }, stopping.signal);
    keepDays(installation.shell, logger, stopping.signal);
    const sweepFailed = (fault: unknown): void =>
      logger.error({ fault: faultForLog(fault) }, 'old rows could not be removed');
    keepSweeping(installation.shell, sweepFailed, stopping.signal);
  } catch (error) {
    say.done();
    await closeListening(app);
    await installation?.close();
    throw error;
  }
}

/**
 * Lets requests that are being answered end. A connection on which nobody has asked anything yet,
 * as browsers open them ahead of need, would keep the server waiting for good.
 */
async function closeListening(app: FastifyInstance): Promise<void> {
  const overdue = setTimeout(() => app.server.closeAllConnections(), CLOSING_MS);
  await app.close();
  clearTimeout(overdue);
}

async function listen(app: FastifyInstance, { port, host }: Settings): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    const sentence = code === undefined ? undefined : LISTEN_FAULTS[code]?.(port, host);
    throw sentence === undefined ? error : new Error(sentence);
  }
}

const LISTEN_FAULTS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port, host) =>
    `Port ${port} of ${host} is taken by another program. Stop it, or set PORT to another.`,
  EACCES: (port, host) =>
    `This user may not listen on port ${port} of ${host}. Set PORT to one from 1024 on.`,
  EADDRNOTAVAIL: (_port, host) =>
    `HOST=${host} is no address of this machine. Give one of its own, or 0.0.0.0 for all.`,
  ENOTFOUND: (_port, host) =>
    `HOST=${host} is not known to this machine. Give one of its own addresses.`,
};

/** Makes the demonstration in a new embedded database, and closes the days that are over. */
async function prepare(
  settings: Settings,
  { shell, isNew }: Installation,
  onProgress: (text: string) => void,
): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  if (isNew && settings.demo && settings.isLocal) {
    const { makeDemo } = await import('../demo/make-demo.ts');
    const today = servicingDayAt(shell.lender, shell.clock());
    await beginDemo(settings.dataFolder);
    const report = await makeDemo({ ...shell, today, onProgress });
    await finishDemo(settings.dataFolder);
    lines = report.lines;
  } else if (isNew && settings.demo) {
    lines = [
      'No demonstration was made, because others reach this address and its passwords are known to',
      'everybody. "npm run roadbook -- demo" makes it all the same.',
    ];
  }
  await openFirstDay(shell.store, servicingDayAt(shell.lender, shell.clock()), shell.clock());
  await closeDaysThatAreOver(shell, onProgress);
  return lines;
}

async function closeDaysThatAreOver(
  shell: Shell,
  onProgress: (text: string) => void = () => undefined,
): Promise<void> {
  for (;;) {
    const open = await openDayOf(shell.store);
    if (open === null || open >= servicingDayAt(shell.lender, shell.clock())) return;
    await closeOpenDay(shell.store, shell.clock, ({ day, closed }) => {
      onProgress(`Closing ${day}: ${closed} contracts`);
    });
  }
}

/** Turns the day when the lender's cut-off has passed. A failure is logged and tried again. */
function keepDays(shell: Shell, logger: pino.Logger, signal: AbortSignal): void {
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    closeDaysThatAreOver(shell)
      .catch((error: unknown) => logger.error({ fault: faultForLog(error) }, 'the close failed'))
      .finally(() => {
        isRunning = false;
      });
  }, DAY_CHECK_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** The embedded database has one role only, so there the question has no better answer to give. */
async function warnOfEditor({ store }: Shell, line: (text: string) => void): Promise<void> {
  if (store.engine === 'embedded') return;
  const editor = await roleThatMayEdit(store);
  if (editor !== null) line(editorWarning(editor));
}

function announce(settings: Settings, demo: readonly string[]): void {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  say(`Roadbook is ready: ${settings.publicUrl}`);
  if (settings.databaseUrl === null) {
    say(`The embedded database is in ${settings.dataFolder}. It survives a crash of the program,`);
    say('not a loss of power; use PostgreSQL (DATABASE_URL) for anything real.');
  }
  for (const line of demo) say(line);
}
