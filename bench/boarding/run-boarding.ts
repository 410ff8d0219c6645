import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BoardingRequest, BoardingRun } from './boarding-run.ts';

/** Reads or boards a file in a process of its own. */
export async function runBoarding(request: BoardingRequest): Promise<BoardingRun> {
  const child = fork(fileURLToPath(new URL('./boarding-process.ts', import.meta.url)));
  const ended = once(child, 'exit');
  let run: BoardingRun | null = null;
  child.once('message', (answered: BoardingRun) => {
    run = answered;
  });
  child.send(request);
  const [code] = await ended;
  if (run === null) throw new Error(`the boarding process ended with code ${code}`);
  return run;
}
