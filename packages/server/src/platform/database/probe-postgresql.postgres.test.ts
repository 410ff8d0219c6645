/**
 * Goal: an address of a database that we cannot work on is refused in one plain sentence.
 * Method: addresses that are wrong in one way each, among them servers that are none.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openOrdinaryRoleStore,
  type TestStore,
  testDatabaseUrl,
} from '../../../testing/test-store.ts';
import { probePostgresql } from './probe-postgresql.ts';

const WAIT_MS = 300;

const addressWith = (changes: Partial<Record<'username' | 'port' | 'pathname', string>>): string =>
  Object.assign(new URL(testDatabaseUrl), { password: 'not-to-be-said' }, changes).href;

async function sentence(address: string): Promise<string> {
  const fault = await probePostgresql(address, WAIT_MS).then(
    () => new Error('it was taken'),
    (error: Error) => error,
  );
  expect(fault.message).not.toContain('not-to-be-said');
  expect(fault.message).not.toContain('\n');
  return fault.message;
}

/** Something else that listens, and what it does with a connection. */
async function somethingElse(onConnection: (socket: Socket) => void, use: (port: string) => void) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    onConnection(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await use(`${(server.address() as AddressInfo).port}`);
  for (const socket of sockets) socket.destroy();
  server.close();
}

let ordinary: TestStore;
beforeAll(async () => {
  ordinary = await openOrdinaryRoleStore();
});
afterAll(() => ordinary.end());

test('the address of the tests is taken', () => probePostgresql(testDatabaseUrl));

test('a database that is not there is named, and how it is made', async () => {
  const said = await sentence(addressWith({ pathname: '/roadbook_nowhere' }));
  expect(said).toMatch(/There is no database "roadbook_nowhere" at .+ Make it: createdb --owner=/);
});

test('a role that is not let in is named, and where that is decided', async () => {
  const said = await sentence(addressWith({ username: 'roadbook_nobody' }));
  expect(said).toMatch(/does not let the role "roadbook_nobody" in: .+ Correct role and password/);
});

test('a role that may make no tables is told to own a database', async () => {
  const [row] = await ordinary.store.query<{ role: string }>('select current_user::text as role');
  const url = new URL(testDatabaseUrl);
  url.searchParams.set('options', `-c role=${row?.role} -c search_path=public`);
  expect(await sentence(url.href)).toMatch(/ may not make tables .+ own one: createdb --owner=/);
});

test('nobody at the port, something else there, and one without TLS are told apart', async () => {
  let free = '';
  await somethingElse(
    (socket) => socket.destroy(),
    async (port) => {
      free = port;
      expect(await sentence(addressWith({ port }))).toMatch(/does not answer as a PostgreSQL does/);
    },
  );
  await somethingElse(
    () => undefined,
    async (port) =>
      expect(await sentence(addressWith({ port }))).toMatch(/does not answer as a PostgreSQL does/),
  );
  await somethingElse(
    (socket) => socket.once('data', () => socket.write('N')),
    async (port) =>
      expect(await sentence(`${addressWith({ port })}?sslmode=verify-full`)).toMatch(
        /in secret: The server does not support SSL connections\. Correct sslmode/,
      ),
  );
  expect(await sentence(addressWith({ port: free }))).toMatch(/No PostgreSQL can be reached at /);
});
