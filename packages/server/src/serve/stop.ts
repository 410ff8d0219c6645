import type { FastifyInstance } from 'fastify';
import type { Running } from '../http/portal-options.ts';
import type { Installation } from './installation.ts';

/** How long requests that are under way may take to end, once the server was told to stop. */
const ANSWERING_MS = 5_000;
/** How long open connections may take after that. */
const CLOSING_MS = 2_000;
/** After so long the process ends, whatever has not. */
const STOP_MS = 12_000;
const LOOK_MS = 50;

/**
 * Ends the process as an operator asks: says "stopping" and takes nothing new, answers what is
 * under way, closes the database, all of it within `STOP_MS`. What is cut off then loses nothing:
 * the same key finds out.
 */
export async function stopServer(
  apps: readonly FastifyInstance[],
  running: Running,
  installation: Installation | null,
  onOverdue: () => void,
): Promise<never> {
  running.isStopping = true;
  setTimeout(() => {
    onOverdue();
    process.exit(0);
  }, STOP_MS).unref();
  installation?.shell.writer.hurry();
  await answered(running);
  await Promise.all(apps.map(closeListening));
  await installation?.close();
  process.exit(0);
}

/** Goes on listening meanwhile, so that whoever asks is told that it is stopping. */
async function answered(running: Running): Promise<void> {
  const endsMs = performance.now() + ANSWERING_MS;
  while (running.underWay > 0 && performance.now() < endsMs) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/**
 * Lets requests that are being answered end. A connection on which nobody has asked anything yet,
 * as browsers open them ahead of need, would keep the server waiting for good.
 */
export async function closeListening(app: FastifyInstance): Promise<void> {
  const overdue = setTimeout(() => app.server.closeAllConnections(), CLOSING_MS);
  await app.close();
  clearTimeout(overdue);
}
