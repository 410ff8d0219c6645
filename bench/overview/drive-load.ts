import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, LoadRequest, LoadRound } from './load-process.ts';

/** The load generator's process. */
export type LoadDriver = {
  readonly run: (ms: number) => Promise<LoadRound>;
  readonly stop: () => Promise<void>;
};

/** Starts the load generator and lets it open its connections. */
export async function startLoad(load: Load): Promise<LoadDriver> {
  const program = fileURLToPath(new URL('./load-process.ts', import.meta.url));
  const child = fork(program, { execArgv: ['--import', 'tsx'] });
  const ask = (request: LoadRequest): Promise<LoadRound> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void =>
        reject(new Error(`the load generator ended with code ${code}`));
      child.once('exit', ended);
      child.once('message', (round: LoadRound) => {
        child.off('exit', ended);
        resolve(round);
      });
      child.send(request);
    });
  await ask(load);
  return {
    run: (ms) => ask({ ms }),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
