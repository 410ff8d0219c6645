import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../operation/problem-error.ts';

/** A request has this long to arrive, headers and body, however slowly it drips. */
export const REQUEST_SECONDS = 20;
const HEADERS_SECONDS = 10;
/** A socket on which nothing moves for so long is closed, also one that does not read. */
const SILENT_SECONDS = 30;
const HEADER_BYTES_MAX = 16 * 1024;
const ADDRESS_LENGTH_MAX = 4_096;
/** Requests that one connection may have sent without waiting for the answers. */
const PIPELINED_MAX = 16;
const CONNECTIONS_MAX = 4_000;

/** What Fastify is to be made with. */
export const SERVER_LIMITS = {
  requestTimeout: REQUEST_SECONDS * 1_000,
  connectionTimeout: SILENT_SECONDS * 1_000,
  keepAliveTimeout: 65_000,
  http: {
    maxHeaderSize: HEADER_BYTES_MAX,
    headersTimeout: HEADERS_SECONDS * 1_000,
    // How often requests that are late are looked for.
    connectionsCheckingInterval: 1_000,
  },
} as const;

/** Limits on what one connection may ask at once and on the length of an address. */
export function limitRequests(app: FastifyInstance): void {
  const open = new WeakMap<Socket, number>();
  const server = app.server as Server;
  server.maxConnections = CONNECTIONS_MAX;
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.length > ADDRESS_LENGTH_MAX) {
      throw new ProblemError('address-too-long', { most: `${ADDRESS_LENGTH_MAX}` });
    }
    const { socket } = request.raw;
    const waiting = (open.get(socket) ?? 0) + 1;
    open.set(socket, waiting);
    reply.raw.once('close', () => open.set(socket, Math.max(0, (open.get(socket) ?? 1) - 1)));
    if (waiting <= PIPELINED_MAX) return;
    reply.header('connection', 'close');
    throw new ProblemError('too-much-at-once', { seconds: '1' });
  });
}
