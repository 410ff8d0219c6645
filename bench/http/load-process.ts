/**
 * The load generator: a process of its own that does what it is told and answers what came of it.
 */
import { randomUUID } from 'node:crypto';
import { perSecondInFlight } from '../measure/in-flight.ts';
import { type Random, seededRandom } from '../measure/random.ts';
import { type Connection, openConnection } from './connection.ts';
import type { LoadOrder, LoadResult, Requests } from './load.ts';

const random = seededRandom(23);
let port = 0;
let next: () => string = () => '';

process.on('message', (order: LoadOrder) => {
  if (order.order === 'requests') {
    port = order.port;
    next = requestsOf(order.requests, random, `127.0.0.1:${order.port}`);
    return;
  }
  run(order.connections, order.ms).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      process.stderr.write(`load generator: ${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    },
  );
});

async function run(connections: number, ms: number): Promise<LoadResult> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const free: Connection[] = [...open];
  const cpu = process.cpuUsage();
  const started = performance.now();
  const perSecond = await perSecondInFlight(connections, ms, async () => {
    const connection = free.pop();
    if (connection === undefined) throw new Error('more under way than connections');
    const status = await connection.send(next());
    free.push(connection);
    if (status >= 300) throw new Error(`the server answered ${status}`);
  });
  const { user, system } = process.cpuUsage(cpu);
  const cpuShare = (user + system) / 1_000 / (performance.now() - started);
  for (const connection of open) connection.close();
  return { perSecond, cpuShare };
}

function requestsOf(requests: Requests, { pick, whole }: Random, host: string): () => string {
  if (requests.kind === 'overview') {
    return () => {
      const { contractId, cookie } = pick(requests.visits);
      const lines = [
        `GET /api/v1/contracts/${contractId} HTTP/1.1`,
        `host: ${host}`,
        `cookie: ${cookie}`,
      ];
      return `${lines.join('\r\n')}\r\n\r\n`;
    };
  }
  const { token, contractIds, receivedOn } = requests;
  const rest = `"purpose":"regular","channel":"integrator","receivedOn":"${receivedOn}"}`;
  return () => {
    const body = `{"amountCents":"${whole(5_000, 50_000)}",${rest}`;
    const head = [
      `POST /api/v1/integrator/contracts/${pick(contractIds)}/payments HTTP/1.1`,
      `host: ${host}`,
      `authorization: Bearer ${token}`,
      `idempotency-key: ${randomUUID()}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
    ];
    return `${head.join('\r\n')}\r\n\r\n${body}`;
  };
}
