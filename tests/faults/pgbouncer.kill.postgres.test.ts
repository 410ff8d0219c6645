/**
 * Goal: Roadbook works behind PgBouncer in transaction mode.
 * Method: the PgBouncer of this machine in front of the PostgreSQL of the tests, with fewer
 * sessions than clients, and statements that are not prepared, as one before 1.21 needs it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@roadbook/domain/time/calendar';
import { servicingDayAt } from '@roadbook/server/book/day/business-day';
import { TEST_LENDER } from '@roadbook/server/testing/test-lender';
import { expect, test } from 'vitest';
import { postgresPlace } from '../kill/kill-place.ts';
import { boardSmallBook } from '../kill/kill-under-payments.ts';
import { payingClients } from '../kill/paying-clients.ts';
import { differences, openReceiptFile } from '../kill/receipts.ts';
import { freePort, roadbook, startServer } from '../kill/server-process.ts';
import { elapse } from './elapse.ts';

const PROGRAM = findProgram();
const PAYMENTS = 300;

function findProgram(): string | null {
  for (const name of ['pgbouncer', '/usr/sbin/pgbouncer', '/usr/local/bin/pgbouncer']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch {
      // Not there; the next may be.
    }
  }
  return null;
}

/** Starts it in front of a database; returns the address through it, and how it is ended. */
async function startPgBouncer(program: string, address: string) {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-pgbouncer-'));
  await chmod(folder, 0o755);
  const target = new URL(address);
  const port = await freePort();
  const settings = join(folder, 'pgbouncer.ini');
  const users = join(folder, 'users.txt');
  const user = decodeURIComponent(target.username);
  await writeFile(users, `"${user}" "${decodeURIComponent(target.password)}"\n`);
  await writeFile(
    settings,
    [
      '[databases]',
      `* = host=${target.hostname} port=${target.port || '5432'}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = trust',
      `auth_file = ${users}`,
      'pool_mode = transaction',
      'default_pool_size = 3',
      '',
    ].join('\n'),
  );
  // It refuses to run as root.
  const asOther = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, [...asOther, settings], { stdio: 'ignore' });
  await untilItListens(port, () => child.exitCode !== null);
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = `${port}`;
  return {
    url: url.href,
    end: async () => {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilItListens(port: number, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    if (hasEnded()) throw new Error('PgBouncer ended before it listened');
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isThere) return;
    await elapse(50);
  }
}

const sentence = 'left out: there is no pgbouncer on this machine';
const name = 'boarding, payments, the proof and the close work behind PgBouncer';

test.skipIf(PROGRAM === null)(PROGRAM === null ? `${name} · ${sentence}` : name, async () => {
  const place = await postgresPlace();
  const bouncer = await startPgBouncer(PROGRAM ?? '', place.settings.DATABASE_URL ?? '');
  const settings = {
    ...place.settings,
    DATABASE_URL: bouncer.url,
    ROADBOOK_PREPARED: '0',
    ROADBOOK_POOL: '12',
  };
  try {
    const receivedOn = servicingDayAt(TEST_LENDER, Date.now());
    const contractIds = await boardSmallBook({ ...place, settings }, addDays(receivedOn, -1));
    const token = (await roadbook(settings, 'token', '--audience', 'integrator')).trim();
    const receipts = openReceiptFile(join(place.folder, 'receipts.jsonl'));
    const clients = payingClients({ contractIds, receivedOn, token, receipts });
    const server = await startServer(settings, await freePort());
    await clients.payAt(server.url, () => {
      if (clients.acknowledged() >= PAYMENTS) clients.stop();
    });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    await server.stop();
    expect(await roadbook(settings, 'close-day')).toContain(`${receivedOn} closed`);
    expect(await roadbook(settings, 'check-ledger')).toContain('The ledger proves');
    const store = await place.openStore();
    const told = receipts.readAll();
    receipts.close();
    expect(told.length).toBeGreaterThanOrEqual(PAYMENTS);
    expect(await differences(store, told)).toEqual([]);
    await store.close();
  } finally {
    await bouncer.end();
    await place.remove();
  }
});
