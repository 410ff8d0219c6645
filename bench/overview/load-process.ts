/**
 * The load generator, a process of its own: reads addresses over so many connections that stay
 * open, one after another on each. It speaks plain HTTP over sockets, so that it takes little of
 * the machine, and counts only whole answers with status 200.
 */
import { connect, type Socket } from 'node:net';
import { perSecondInFlight } from '../measure/in-flight.ts';
import { seededRandom } from '../measure/random.ts';

/** What to ask for: each of the paths with the cookie. */
export type Load = {
  readonly port: number;
  readonly cookie: string;
  readonly paths: readonly string[];
  readonly connections: number;
};

export type LoadRequest = Load | { readonly ms: number };

/** A round: answers a second, and the part of one core the generator itself took. */
export type LoadRound = { readonly perSecond: number; readonly cpuShare: number };

type Client = { readonly read: (path: string) => Promise<void> };

let load: Load | null = null;
let clients: Client[] = [];
const random = seededRandom(31);

process.on('message', (asked: LoadRequest) => {
  if (!('ms' in asked)) load = asked;
  void answer(asked).then((round) => process.send?.(round));
});

async function answer(asked: LoadRequest): Promise<LoadRound> {
  if (!('ms' in asked)) {
    clients = await Promise.all(Array.from({ length: asked.connections }, () => open(asked)));
    return { perSecond: 0, cpuShare: 0 };
  }
  if (load === null) throw new Error('there is nothing to ask for');
  const { paths } = load;
  const idle = [...clients];
  const started = performance.now();
  const before = process.cpuUsage();
  const perSecond = await perSecondInFlight(clients.length, asked.ms, async () => {
    const client = idle.pop();
    if (client === undefined) throw new Error('there are fewer connections than are asked for');
    await client.read(random.pick(paths));
    idle.push(client);
  });
  const { user, system } = process.cpuUsage(before);
  const cpuShare = (user + system) / 1_000 / (performance.now() - started);
  return { perSecond, cpuShare };
}

/** A connection that asks for one thing at a time. */
async function open({ port, cookie }: Load): Promise<Client> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const head = `Host: 127.0.0.1:${port}\r\nAccept: application/json\r\nCookie: ${cookie}\r\n\r\n`;
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return {
    read: (path) => {
      const whole = wholeAnswer(socket, path);
      socket.write(`GET ${path} HTTP/1.1\r\n${head}`);
      return whole;
    },
  };
}

/** Settles when the announced number of bytes has come; whatever is not status 200 fails. */
function wholeAnswer(socket: Socket, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = '';
    let missing: number | null = null;
    const end = (error?: Error): void => {
      socket.off('data', take).off('close', cut);
      if (error === undefined) resolve();
      else reject(error);
    };
    const cut = (): void => end(new Error(`${path}: the connection was closed`));
    const take = (chunk: Buffer): void => {
      if (missing === null) {
        head += chunk.toString('latin1');
        const at = head.indexOf('\r\n\r\n');
        if (at < 0) return;
        const length = /^content-length: (\d+)/im.exec(head)?.[1];
        if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
          end(new Error(`${path}: ${head.slice(0, head.indexOf('\r\n'))}`));
          return;
        }
        missing = Number(length) - (head.length - at - 4);
      } else missing -= chunk.length;
      if (missing <= 0) end();
    };
    socket.on('data', take).on('close', cut);
  });
}
