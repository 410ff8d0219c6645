import { connect } from 'node:net';

/** One keep-alive connection: sends a request's bytes and answers the status when all has come. */
export type Connection = {
  readonly send: (request: string) => Promise<number>;
  readonly close: () => void;
};

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * HTTP/1.1 with so little work for each answer that a machine of few cores still measures the
 * server and not its caller. Reads answers with a content length, which is how the server sends
 * them.
 */
export function openConnection(port: number): Promise<Connection> {
  return new Promise((opened, failed) => {
    const socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | null =
      null;
    socket.setNoDelay(true);
    socket.once('error', failed);
    socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const status = statusOfWhole(received);
      if (status === null) return;
      received = Buffer.alloc(0);
      waiting?.resolve(status);
      waiting = null;
    });
    socket.once('connect', () =>
      opened({
        send: (request) =>
          new Promise((resolve, reject) => {
            waiting = { resolve, reject };
            socket.write(request);
          }),
        close: () => socket.destroy(),
      }),
    );
  });
}

/** The status of an answer that has come whole; null while some of it is on its way. */
function statusOfWhole(received: Buffer): number | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = received.toString('latin1', 0, headEnd);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  return received.length < headEnd + HEAD_END.length + length ? null : Number(head.slice(9, 12));
}
