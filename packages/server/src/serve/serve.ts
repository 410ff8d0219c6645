import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { openFirstDay, servicingDayAt } from '../book/day/business-day.ts';
import { keepDays, turnDayThatIsOver } from '../book/day/turn-days.ts';
import { createProblemLog, keepProblems } from '../desk/search/problem-log.ts';
import { createPortalApp } from '../http/portal-app.ts';
import type { Running } from '../http/portal-options.ts';
import { faultForLog } from '../http/problem/fault-for-log.ts';
import type { Shell } from '../operation/shell.ts';
import { waivesBeside } from '../people/credential.sql.ts';
import { sealNamesInClear } from '../people/user-name.ts';
import {
  beginDemo,
  type FolderHolder,
  finishDemo,
} from '../platform/data-folder/embedded-folder.ts';
import { editorWarning, roleThatMayEdit } from '../platform/database/append-only.ts';
import type { ReportFault } from '../platform/report-fault.ts';
import { createDesk, startSearch } from './desk.ts';
import { demandSimulation, type Installation, openInstallation } from './installation.ts';
import { catchStrays } from './last-resort.ts';
import { startPostOffice } from './post-office.ts';
import { keepReminding } from './remind.ts';
import { PAGES_FOLDER, proxyWarning, type Settings } from './settings.ts';
import { closeListening, stopServer } from './stop.ts';
import { keepSweeping } from './sweep.ts';

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
 * database, makes the demonstration in a new embedded one, closes a day that is over, then serves.
 */
export async function serve(
  settings: Settings,
  { terminal, serveCommands }: CommandLine,
): Promise<void> {
  demandSimulation(settings);
  const logger = pino({ level: settings.logLevel, base: null });
  let installation: Installation | null = null;
  let isReady = false;
  const report = reportTo(logger);
  const strays = catchStrays(report);
  const running: Running = { isStopping: false, underWay: 0, notes: strays };
  const shell = () => (isReady ? (installation?.shell ?? null) : null);
  const problems = createProblemLog(
    () => installation?.shell.store ?? null,
    Date.now,
    (fault, lost) => report('References of refusals could not be kept', fault, { lost }),
  );
  const common = { shell, logger, trustProxy: settings.trustProxy, running, problems };
  const app = await createPortalApp({
    ...common,
    isHttps: settings.isHttps,
    publicUrl: settings.publicUrl,
    pagesFolder: existsSync(join(PAGES_FOLDER, 'index.html')) ? PAGES_FOLDER : null,
    hasDemoMailbox: settings.simulatesPost,
  });
  const desk = await createDesk(settings, common);
  const apps = desk === null ? [app] : [app, desk];
  await listen(app, settings, 'PORT');
  if (desk !== null) await listenBeside(desk, app, settings);
  const say = terminal(process.stderr);
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    if (running.isStopping) return;
    stopping.abort();
    await stopServer(apps, running, installation, () =>
      logger.warn('Stopping took too long: what was under way is found by its key'),
    );
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  try {
    installation = await openInstallation(settings);
    await prepareSignIns(installation.shell);
    const { demo, notes } = await prepare(settings, installation, say.progress);
    say.done();
    if (installation.holder !== null) serveCommands(installation.holder, installation);
    isReady = true;
    announce(settings, demo);
    const proxy = proxyWarning(settings);
    if (proxy !== null) say.line(proxy);
    for (const note of notes) say.line(note);
    await warnOfEditor(installation.shell, say.line);
    const post = startPostOffice(installation, settings, report, stopping.signal);
    for (const warning of post.warnings) say.line(warning);
    keepProblems(problems, stopping.signal);
    const searchable = startSearch(installation.shell, say, report, stopping.signal);
    const days = startDays(installation.shell, notes, report, stopping.signal);
    running.notes = () => [...days(), ...post.notes(), ...searchable(), ...strays()];
    running.post = post.status;
  } catch (error) {
    say.done();
    await Promise.all(apps.map(closeListening));
    await installation?.close();
    throw error;
  }
}

function reportTo(logger: pino.Logger): ReportFault {
  return (words, error, facts = {}) =>
    logger.error(error === null ? facts : { ...facts, fault: faultForLog(error) }, words);
}

/** Keeps the business day and old rows, and returns what an operator should know of them. */
function startDays(
  shell: Shell,
  notes: readonly string[],
  report: ReportFault,
  signal: AbortSignal,
): () => readonly string[] {
  const { lender, clock } = shell;
  const store = shell.store.patient;
  const days = keepDays({ store, lender, clock }, notes, report, signal);
  keepSweeping(
    { store, clock, lender },
    (fault) => report('Old rows could not be removed', fault),
    signal,
  );
  keepReminding(
    shell,
    (fault) => report('Reminders of appointments could not be written', fault),
    signal,
  );
  return days.notes;
}

async function listen(
  app: FastifyInstance,
  { port, host }: Pick<Settings, 'port' | 'host'>,
  name: 'PORT' | 'STAFF_PORT',
): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    const sentence = code === undefined ? undefined : LISTEN_FAULTS[code]?.(port, host, name);
    throw sentence === undefined ? error : new Error(sentence);
  }
}

/** Listens for the desk; where it cannot, the portal is not left listening alone. */
async function listenBeside(
  desk: FastifyInstance,
  app: FastifyInstance,
  { staffPort, host }: Settings,
): Promise<void> {
  await listen(desk, { port: staffPort, host }, 'STAFF_PORT').catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
}

const LISTEN_FAULTS: Readonly<
  Record<string, (port: number, host: string, name: string) => string>
> = {
  EADDRINUSE: (port, host, name) =>
    `Port ${port} of ${host} is taken by another program. Stop it, or set ${name} to another.`,
  EACCES: (port, host, name) =>
    `This user may not listen on port ${port} of ${host}. Set ${name} to one from 1024 on.`,
  EADDRNOTAVAIL: (_port, host) =>
    `HOST=${host} is no address of this machine. Give one of its own, or 0.0.0.0 for all.`,
  ENOTFOUND: (_port, host) =>
    `HOST=${host} is not known to this machine. Give one of its own addresses.`,
};

/** What a start has to say once it is ready. */
type Prepared = { readonly demo: readonly string[]; readonly notes: readonly string[] };

/** Makes the demonstration in a new embedded database, and closes a day that is over. */
async function prepare(
  settings: Settings,
  installation: Installation,
  onProgress: (text: string) => void,
): Promise<Prepared> {
  const { isNew } = installation;
  const shell = { ...installation.shell, store: installation.shell.store.patient };
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
  const notes = await turnDayThatIsOver(shell, ({ day, closed }) => {
    onProgress(`Closing ${day}: ${closed} contracts`);
  });
  return { demo: lines, notes };
}

/**
 * Seals user names that an earlier version left in clear. Refuses a book in which a password alone
 * lets in somebody who is no customer of the demonstration.
 */
async function prepareSignIns({ store, ring }: Shell): Promise<void> {
  await sealNamesInClear(store.patient, ring);
  const { LEASE_DEAL, LOAN_DEAL } = await import('../demo/deals.ts');
  if (await waivesBeside(store.patient, [LOAN_DEAL, LEASE_DEAL])) throw new Error(WAIVERS);
}

const WAIVERS =
  'Somebody who is no customer of the demonstration signs in without a second proof ' +
  '(credential.waives_second). Nobody may: set it to false and start again.';

/** The embedded database has one role only, so there the question has no better answer to give. */
async function warnOfEditor({ store }: Shell, line: (text: string) => void): Promise<void> {
  if (store.engine === 'embedded') return;
  const editor = await roleThatMayEdit(store);
  if (editor !== null) line(editorWarning(editor));
}

function announce(settings: Settings, demo: readonly string[]): void {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  say(`Roadbook is ready: ${settings.publicUrl}`);
  say(
    settings.staffUrl === null
      ? 'The desk is closed: set STAFF_URL to the https address staff use.'
      : `The desk for staff is at ${settings.staffUrl}`,
  );
  if (settings.databaseUrl === null) {
    say(`The embedded database is in ${settings.dataFolder}. It survives a crash of the program,`);
    say('not a loss of power; use PostgreSQL (DATABASE_URL) for anything real.');
  }
  for (const line of demo) say(line);
  if (settings.simulatesPost) {
    say(`Mail and texts are simulated. Read them at ${settings.publicUrl}/demo/mailbox`);
  }
}
