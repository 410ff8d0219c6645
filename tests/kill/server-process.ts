/** The real server and the real command line, as processes of their own that can be killed. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = ['--import', 'tsx', 'packages/server/src/main.ts'];

export type Settings = Readonly<Record<string, string>>;

/** Nothing of this process's own settings reaches a child: a test must not touch real data. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  return { PATH, HOME, TMPDIR, ROADBOOK_DEMO: '0', ROADBOOK_LOG: 'error', ...settings };
}

export type Killable = {
  /** Ends the whole process group at once, as a loss of the machine would. */
  readonly kill: () => void;
  readonly ended: Promise<unknown>;
};

/** Starts a program in a process group of its own. */
export function startProcess(
  args: readonly string[],
  settings: Settings,
): Killable & {
  readonly child: ChildProcess;
} {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: environment(settings),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL');
    }
  };
  return { child, kill, ended };
}

/** Waits for a line of output; if the program ends before it, throws with what it said. */
export async function untilItSays(started: { child: ChildProcess }, words: string): Promise<void> {
  const { child } = started;
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(words)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`It ended before it said “${words}”:\n${said}`)));
  });
}

export type Server = Killable & {
  readonly url: string;
  /** Where the desk answers. */
  readonly deskUrl: string;
  /** Ends the server as an operator does. */
  readonly stop: () => Promise<unknown>;
};

/** Starts the server and waits until it is ready; what it says is told to `hear`. */
export async function startServer(
  settings: Settings,
  port: number,
  hear: (output: string) => void = () => undefined,
): Promise<Server> {
  // The port beside may be another test's.
  const staffPort = await freePort();
  const ports = { PORT: `${port}`, STAFF_PORT: `${staffPort}` };
  const started = startProcess([...main, 'serve'], { ...settings, ...ports });
  for (const output of [started.child.stdout, started.child.stderr]) {
    output?.on('data', (chunk: Buffer) => hear(chunk.toString()));
  }
  await untilItSays(started, 'Roadbook is ready');
  return {
    ...started,
    url: `http://127.0.0.1:${port}`,
    deskUrl: `http://127.0.0.1:${staffPort}`,
    stop: () => {
      started.child.kill('SIGTERM');
      return started.ended;
    },
  };
}

/** Runs a command of the command line and answers what it printed; throws when it fails. */
export async function roadbook(settings: Settings, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...main, ...args], {
    cwd: root,
    env: environment(settings),
  });
  return stdout;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
