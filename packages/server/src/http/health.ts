import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { isReachable } from '../platform/database/is-reachable.ts';
import type { PortalOptions, Running } from './portal-options.ts';

/** A command that has waited for so long says that the writer has gone silent. */
const SILENT_MS = 5_000;
/** So long after the database was away the writer must show first that it is back. */
const RECENTLY_MS = 3_000;

/**
 * `/health/live` says that the process runs; `/health/ready` whether it can do its work: it looks
 * at the database and at the writer. What an operator should know beside that comes as sentences.
 */
export function registerHealth(app: FastifyInstance, { shell, running }: PortalOptions): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const open = shell();
    const fault = running?.isStopping === true ? 'stopping' : await faultOf(open);
    const post = fault === null ? ((await running?.post?.()) ?? null) : null;
    const notes = [...(running?.notes() ?? []), ...(post?.notes ?? [])];
    const status = fault ?? 'ready';
    const counts = post === null ? {} : { post: post.counts };
    return reply
      .code(fault === null ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, ...counts, ...(notes.length === 0 ? {} : { notes }) });
  });
}

async function faultOf(shell: Shell | null): Promise<string | null> {
  if (shell === null) return 'starting';
  const { waitingMs, awayMs } = shell.writer.health();
  if (waitingMs > SILENT_MS) return 'writer-silent';
  if (awayMs !== null && awayMs < RECENTLY_MS) return 'database-away';
  return (await isReachable(shell.store)) ? null : 'database-unreachable';
}

/** Refuses what cannot be done while the server starts or stops; its health is always told. */
export function refuseWhileAway(app: FastifyInstance, { shell, running }: PortalOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    if (running !== undefined) countUntilClosed(running, reply.raw);
    if (request.url.startsWith('/health/')) return;
    if (running?.isStopping === true) {
      reply.header('connection', 'close');
      throw new ProblemError('stopping');
    }
    if (shell() === null) throw new ProblemError('starting');
  });
}

/** A client that goes away before its answer counts as answered. */
function countUntilClosed(running: Running, response: ServerResponse): void {
  running.underWay += 1;
  response.once('close', () => {
    running.underWay -= 1;
  });
}
