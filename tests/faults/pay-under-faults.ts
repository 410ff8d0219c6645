/** Payments over HTTP while the database behind the servers is cut off, slow, silent or full. */
import { join } from 'node:path';
import { addDays } from '@roadbook/domain/time/calendar';
import { servicingDayAt } from '@roadbook/server/book/day/business-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { TEST_LENDER } from '@roadbook/server/testing/test-lender';
import type { KillPlace } from '../kill/kill-place.ts';
import { boardSmallBook } from '../kill/kill-under-payments.ts';
import { CLIENTS, type PayingClients, payingClients } from '../kill/paying-clients.ts';
import { differences, openReceiptFile } from '../kill/receipts.ts';
import { freePort, roadbook, type Server, startServer } from '../kill/server-process.ts';
import { elapse } from './elapse.ts';
import type { Fault, FaultPlace } from './fault.ts';
import { openWire } from './fault-proxy.ts';

const isSoak = process.env.ROADBOOK_SOAK === '1';
/** So many payments between faults. */
const CALM = 60;
const LOOK_MS = 25;

export type FaultReport = {
  readonly faults: readonly {
    readonly name: string;
    readonly acknowledged: number;
    readonly toldAway: number;
    /** What `/health/ready` said when the fault was about to end. */
    readonly ready: number;
    /** From the end of the fault until every client had a receipt. */
    readonly servedAgainMs: number;
  }[];
  readonly acknowledged: number;
  readonly differences: readonly string[];
  readonly findings: readonly unknown[];
  /** How long servers took to end that were told to stop while the database was silent. */
  readonly stopMs: number;
};

/** Pays at one or more servers through every fault in its turn, then stops them in a silence. */
export async function payUnderFaults(
  place: KillPlace,
  faults: readonly Fault[],
  serverCount: number,
): Promise<FaultReport> {
  const databaseUrl = place.settings.DATABASE_URL ?? '';
  const receivedOn = servicingDayAt(TEST_LENDER, Date.now());
  const contractIds = await boardSmallBook(place, addDays(receivedOn, -1));
  const token = (await roadbook(place.settings, 'token', '--audience', 'integrator')).trim();
  const receipts = openReceiptFile(join(place.folder, 'receipts.jsonl'));
  const order = { contractIds, receivedOn, token, receipts, takesAway: true };
  const clients = payingClients(order);
  const wire = await openWire(databaseUrl);
  const settings = { ...place.settings, DATABASE_URL: wire.url };
  const servers: Server[] = [];
  for (let n = 0; n < serverCount; n += 1) {
    servers.push(await startServer(settings, await freePort()));
  }
  const told = [];
  let stopMs: number;
  try {
    const receiptsOf = watchReceipts(clients, servers);
    for (const fault of faults) {
      told.push(await payThrough(fault, { wire, databaseUrl }, clients, servers, receiptsOf));
    }
    stopMs = await stopInSilence(servers, () => wire.swallow(), clients);
    await receiptsOf.ended;
  } finally {
    for (const server of servers) server.kill();
    await wire.close();
  }
  const last = await startServer(place.settings, await freePort());
  await clients.settleAt(last.url);
  await last.stop();
  const all = receipts.readAll();
  receipts.close();
  const store = await place.openStore();
  const report = {
    faults: told,
    acknowledged: all.length,
    differences: await differences(store, all),
    findings: (await checkLedger(store)).findings,
    stopMs,
  };
  await store.close();
  return report;
}

type Receipts = {
  /** How often each client was told that its payment is made. */
  readonly counts: readonly number[];
  /** Settles when all clients have stopped; rejects at an answer that is none of ours. */
  readonly ended: Promise<void>;
};

function watchReceipts(clients: PayingClients, servers: readonly Server[]): Receipts {
  const counts = Array.from({ length: CLIENTS }, () => 0);
  const urlOf = (client: number): string => servers[client % servers.length]?.url ?? '';
  const ended = clients.payAt(urlOf, (client) => {
    counts[client] = (counts[client] ?? 0) + 1;
  });
  return { counts, ended };
}

async function payThrough(
  fault: Fault,
  place: FaultPlace,
  clients: PayingClients,
  servers: readonly Server[],
  { counts, ended }: Receipts,
) {
  const until = async (isDone: () => boolean): Promise<void> => {
    while (!isDone()) await Promise.race([elapse(LOOK_MS), ended.then(brokeOff)]);
  };
  const calm = clients.acknowledged() + CALM;
  await until(() => clients.acknowledged() >= calm);
  const [acknowledged, toldAway] = [clients.acknowledged(), clients.toldAway()];
  const undo = await fault.begin(place);
  await Promise.race([elapse(isSoak ? fault.ms : fault.shortMs), ended.then(brokeOff)]);
  const ready = (await fetch(`${servers[0]?.url}/health/ready`)).status;
  await undo();
  const endedAtMs = performance.now();
  const before = [...counts];
  await until(() => counts.every((count, client) => count > (before[client] ?? 0)));
  return {
    name: fault.name,
    acknowledged: clients.acknowledged() - acknowledged,
    toldAway: clients.toldAway() - toldAway,
    ready,
    servedAgainMs: Math.round(performance.now() - endedAtMs),
  };
}

async function stopInSilence(
  servers: readonly Server[],
  silence: () => unknown,
  clients: PayingClients,
): Promise<number> {
  silence();
  await elapse(200);
  clients.stop();
  const beganMs = performance.now();
  await Promise.all(servers.map((server) => server.stop()));
  return Math.round(performance.now() - beganMs);
}

function brokeOff(): never {
  throw new Error('the clients stopped: a server broke a connection');
}
