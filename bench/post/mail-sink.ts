import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CannotMeasure } from '../benchmark.ts';

const SINK = fileURLToPath(new URL('./sink-process.ts', import.meta.url));

/** A mail server beside this process, so that its work is not counted as ours. */
export async function startMailSink(): Promise<{ port: number; stop: () => Promise<void> }> {
  const sink = spawn(process.execPath, ['--import', 'tsx', SINK], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(sink, 'exit');
  for await (const line of createInterface(sink.stdout)) {
    const port = Number.parseInt(line, 10);
    if (!Number.isInteger(port)) break;
    const stop = async (): Promise<void> => {
      sink.kill();
      await ended;
    };
    return { port, stop };
  }
  throw new CannotMeasure('The mail server of the benchmark did not start.');
}
