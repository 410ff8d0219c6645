/** A wire between the server and its PostgreSQL that can be cut, slowed down and silenced. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Wire = {
  /** The address of the database through this wire. */
  readonly url: string;
  /** Breaks every connection there is. */
  readonly cut: () => void;
  /** Breaks one connection in a few in the middle of what the server sends, until it is undone. */
  readonly cutMidStatement: () => Undo;
  /** Lets nobody in, and breaks what there is, until it is undone. */
  readonly refuse: () => Promise<Undo>;
  /** Holds every answer of the database back for so long, until it is undone. */
  readonly delay: (ms: number) => Undo;
  /** Drops whatever is sent either way, without a word, until it is undone. */
  readonly swallow: () => Undo;
  readonly close: () => Promise<void>;
};

export type Undo = () => Promise<void> | void;

type Mode = { delayMs: number; isSwallowing: boolean; cutsMidStatement: boolean };
type Pair = { readonly near: Socket; readonly far: Socket };

/** Of how many messages one is cut in two. */
const CUT_ONE_IN = 8;

export async function openWire(address: string): Promise<Wire> {
  const target = new URL(address);
  const mode: Mode = { delayMs: 0, isSwallowing: false, cutsMidStatement: false };
  const pairs = new Set<Pair>();
  const server = createServer((near) => join(near, target, mode, pairs));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = `${port}`;
  const cut = (): void => {
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    url: url.href,
    cut,
    cutMidStatement: () => {
      mode.cutsMidStatement = true;
      return () => {
        mode.cutsMidStatement = false;
      };
    },
    refuse: async () => {
      server.close();
      cut();
      return async () => {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      };
    },
    delay: (ms) => {
      mode.delayMs = ms;
      return () => {
        mode.delayMs = 0;
      };
    },
    swallow: () => {
      mode.isSwallowing = true;
      return () => {
        mode.isSwallowing = false;
        // What was left by its client meanwhile is heard of now.
        for (const { near, far } of pairs) if (near.destroyed) far.destroy();
      };
    },
    close: async () => {
      cut();
      if (server.listening) {
        server.close();
        await once(server, 'close');
      }
    },
  };
}

function join(near: Socket, target: URL, mode: Mode, pairs: Set<Pair>): void {
  const far = connect(Number(target.port || 5432), target.hostname);
  const pair = { near, far };
  pairs.add(pair);
  let messages = 0;
  for (const socket of [near, far]) {
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
  }
  near.on('data', (chunk) => {
    if (mode.isSwallowing) return;
    messages += 1;
    const isCut = mode.cutsMidStatement && messages % CUT_ONE_IN === 0;
    if (!isCut) return void far.write(chunk);
    // Every other time the whole statement arrives and only its answer is lost.
    far.write(messages % (2 * CUT_ONE_IN) === 0 ? chunk : chunk.subarray(0, chunk.length / 2));
    near.destroy();
    far.end();
  });
  far.on('data', (chunk) => {
    if (mode.isSwallowing) return;
    if (mode.delayMs === 0) return void near.write(chunk);
    setTimeout(() => near.write(chunk), mode.delayMs);
  });
  near.on('close', () => {
    if (!mode.isSwallowing) far.destroy();
  });
  far.on('close', () => {
    pairs.delete(pair);
    if (!mode.isSwallowing) near.destroy();
  });
}
