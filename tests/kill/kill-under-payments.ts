/** Payments over HTTP, and a server that is killed again and again in the middle of them. */
import { randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@roadbook/domain/time/calendar';
import { contractIdOf } from '@roadbook/server/boarding/board-record';
import { servicingDayAt } from '@roadbook/server/book/day/business-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { leaseFile, loanFile } from '@roadbook/server/testing/sample-book';
import { TEST_LENDER } from '@roadbook/server/testing/test-lender';
import type { KillPlace } from './kill-place.ts';
import { type PayingClients, payingClients } from './paying-clients.ts';
import { differences, openReceiptFile } from './receipts.ts';
import { freePort, roadbook, type Server, startServer } from './server-process.ts';

export type KillReport = {
  readonly kills: number;
  /** Kills while commands were sent and not answered. */
  readonly killsInOpenWrites: number;
  readonly commandsCutOff: number;
  /** Commands cut off after they were written and before anybody was told. */
  readonly writtenUntold: number;
  readonly acknowledged: number;
  readonly differences: readonly string[];
  readonly findings: readonly unknown[];
};

const DEAL = 'LARK-KILL';
const LOANS = 20;
const LEASES = 4;

/** Boards a small book, then pays and kills; answers what the ledger says at the end. */
export async function killUnderPayments(place: KillPlace, kills: number): Promise<KillReport> {
  const { settings, folder } = place;
  const receivedOn = servicingDayAt(TEST_LENDER, Date.now());
  const contractIds = await boardSmallBook(place, addDays(receivedOn, -1));
  const token = (await roadbook(settings, 'token', '--audience', 'integrator')).trim();
  const receipts = openReceiptFile(join(folder, 'receipts.jsonl'));
  const clients = payingClients({ contractIds, receivedOn, token, receipts });
  const port = await freePort();
  let killsInOpenWrites = 0;
  let commandsCutOff = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const cutOff = await payUntilKilled(await startServer(settings, port), clients);
    if (cutOff > 0) killsInOpenWrites += 1;
    commandsCutOff += cutOff;
  }
  const server = await startServer(settings, port);
  await clients.settleAt(server.url);
  const proven = await roadbook(settings, 'check-ledger');
  if (!proven.includes('The ledger proves')) throw new Error(proven);
  await server.stop();
  const told = receipts.readAll();
  receipts.close();
  const store = await place.openStore();
  const report = {
    kills,
    killsInOpenWrites,
    commandsCutOff,
    writtenUntold: clients.writtenUntold(),
    acknowledged: told.length,
    differences: await differences(store, told),
    findings: (await checkLedger(store)).findings,
  };
  await store.close();
  return report;
}

/** Boards a small book with the command line; returns the ids of its contracts. */
export async function boardSmallBook(
  { settings, folder }: KillPlace,
  asOf: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const numbers = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ assetNumber: `${prefix}-${n}` }));
  const files = { loans: loanFile(numbers('L', LOANS)), leases: leaseFile(numbers('V', LEASES)) };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, `${name}.xml`);
    await writeFile(path, text);
    await roadbook(settings, 'board', path, '--deal', DEAL, '--as-of', asOf);
  }
  return [...numbers('L', LOANS), ...numbers('V', LEASES)].map(({ assetNumber }) =>
    contractIdOf(DEAL, assetNumber),
  );
}

/** Answers how many commands were sent and not answered when the server was killed. */
async function payUntilKilled(server: Server, clients: PayingClients): Promise<number> {
  const lastReceipt = clients.acknowledged() + randomInt(50, 400);
  let cutOff: number | null = null;
  const strike = (): void => {
    cutOff = clients.inFlight();
    server.kill();
  };
  let isLit = false;
  await clients.payAt(server.url, () => {
    if (isLit || clients.acknowledged() < lastReceipt) return;
    isLit = true;
    // Not at the very answer, when the server has just finished a batch, but somewhere after it.
    setTimeout(strike, randomInt(0, 40));
  });
  await server.ended;
  if (cutOff === null) throw new Error('the server ended before it was killed');
  return cutOff;
}
