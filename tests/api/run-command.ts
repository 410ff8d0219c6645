/** The command line as a person uses it, with what it said and how it ended. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startProcess } from '../kill/server-process.ts';

const main = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

export type Ended = { readonly code: number | null; readonly said: string };

/** Runs the program to its end. A server that starts after all is ended and counts as that. */
export async function runCommand(
  settings: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Ended> {
  const { child } = startProcess(['--import', 'tsx', main, ...args], settings);
  let said = '';
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    if (said.includes('Roadbook is ready')) child.kill('SIGTERM');
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  await once(child, 'close');
  return { code: child.exitCode, said };
}
