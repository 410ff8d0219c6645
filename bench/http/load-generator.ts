import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CannotMeasure } from '../benchmark.ts';
import type { LoadOrder, LoadResult, Requests } from './load.ts';

const ENTRY = fileURLToPath(new URL('./load-process.ts', import.meta.url));

export type LoadGenerator = {
  readonly run: (connections: number, ms: number) => Promise<LoadResult>;
  readonly stop: () => void;
};

/** Starts the load generator in a process of its own, with requests to draw from. */
export function startLoad(port: number, requests: Requests): LoadGenerator {
  const child = fork(ENTRY, { execArgv: ['--import', 'tsx'] });
  const tell = (order: LoadOrder): void => void child.send(order);
  tell({ order: 'requests', port, requests });
  return {
    run: async (connections, ms) => {
      const answered = once(child, 'message');
      const ended = once(child, 'exit');
      tell({ order: 'run', connections, ms });
      const [result] = await Promise.race([answered, ended.then(() => [null])]);
      if (result === null) throw new CannotMeasure('The load generator ended early.');
      return result as LoadResult;
    },
    stop: () => void child.kill(),
  };
}
