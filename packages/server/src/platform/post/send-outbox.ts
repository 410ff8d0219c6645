import { randomUUID } from 'node:crypto';
import type { Store } from '../database/store.ts';
import type { PaymentGateway } from '../gateway/payment-gateway.ts';
import type { ReportFault } from '../report-fault.ts';
import { leaseLane, markSent, type OutboxRow, postponeRow, readyRows } from './outbox.sql.ts';

/** What the outbox works with. */
export type OutboxParts = {
  readonly store: Store;
  readonly gateway: PaymentGateway;
  readonly clock: () => number;
  /** Takes what keeps a round from being done: nothing is swallowed in silence. */
  readonly report: ReportFault;
};

/** The running outbox. */
export type OutboxWatch = {
  /** What an operator should know of it at this moment, as sentences. */
  readonly notes: () => readonly string[];
};

const LEASE_MS = 30_000;
const IDLE_MS = 1_000;
const ATTEMPTS_MAX = 10;
const BATCH = 500;
/** No message is handed over once so much of the lease has passed: room is kept to spare. */
const HAND_OVER_MS = LEASE_MS / 3;

/**
 * Sends what entries asked for, lane by lane: a lane is leased, its rows are read in order and
 * handed over outside any transaction with a stable key, then marked in one short statement that
 * the lease guards. At least once; twice only if a kill fell between hand-over and mark.
 */
export function startOutbox(parts: OutboxParts, signal: AbortSignal): OutboxWatch {
  const owner = randomUUID();
  let timer: NodeJS.Timeout | null = null;
  let failures = 0;
  let lastCode = '';
  let givenUp = 0;
  const failed = (fault: unknown): number => {
    failures += 1;
    lastCode = codeOf(fault);
    // One line for each doubling: an outage of an hour must not fill the log.
    if (Number.isInteger(Math.log2(failures))) {
      parts.report('The outbox failed and goes on trying', fault, { failures, code: lastCode });
    }
    return 0;
  };
  const round = async (): Promise<void> => {
    const began = performance.now();
    const sent = await sendRound(parts, owner, () => {
      givenUp += 1;
    }).then((count) => {
      failures = 0;
      return count;
    }, failed);
    if (signal.aborted) return;
    // It rests as long as it worked: however long the outbox is, payments come first.
    timer = setTimeout(() => void round(), sent > 0 ? performance.now() - began : IDLE_MS);
    timer.unref();
  };
  signal.addEventListener('abort', () => {
    if (timer !== null) clearTimeout(timer);
  });
  void round();
  return {
    notes: () => [
      ...(failures === 0
        ? []
        : [`The outbox has failed ${failures} times in a row (${lastCode}). It goes on trying.`]),
      ...(givenUp === 0
        ? []
        : [`${givenUp} messages of the outbox were given up since the start; see the log.`]),
    ],
  };
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}

/** Sends one lane's due rows and returns how many were sent. */
export async function sendRound(
  parts: OutboxParts,
  owner: string,
  onGivenUp: () => void = () => undefined,
): Promise<number> {
  const { store, clock } = parts;
  const nowMs = clock();
  const lane = await leaseLane(store, owner, nowMs, nowMs + LEASE_MS);
  if (lane === null) return 0;
  const rows = await readyRows(store, lane, nowMs, BATCH);
  const sent: OutboxRow[] = [];
  const stopped = new Set<string>();
  for (const row of rows) {
    if (stopped.has(row.contract_id)) continue;
    if (clock() - nowMs > HAND_OVER_MS) break;
    try {
      await inTime(deliver(parts, row));
      sent.push(row);
    } catch (error) {
      const { topic, template, attempts } = row;
      parts.report('A message was not delivered', error, { topic, template, attempts });
      if (attempts + 1 >= ATTEMPTS_MAX) onGivenUp();
      await postpone(parts, row, error);
      stopped.add(row.contract_id);
    }
  }
  if (sent.length > 0) await markSent(store, { owner, lane }, sent, clock());
  return sent.length;
}

/**
 * Hands a message to its gateway, a debit under the key it was authorized with. Notices have no
 * gateway yet: mail and text come with the issue that gives customers their preferences, so a
 * notice is taken as delivered to the account's history.
 */
async function deliver({ gateway }: OutboxParts, row: OutboxRow): Promise<void> {
  if (row.topic !== 'gateway') return;
  const data = JSON.parse(row.data) as Record<string, string>;
  await gateway.submit({
    // A message that an earlier build wrote carries no key: then it is that of its entry.
    key: `${row.contract_id}:${data.debitKey ?? row.entry_key}`,
    methodId: data.methodId ?? '',
    amountCents: BigInt(data.amountCents ?? '0'),
  });
}

/** A gateway that says nothing holds up one message, not all; it gets the same key again. */
async function inTime(delivery: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the gateway did not answer')), HAND_OVER_MS);
  });
  await Promise.race([delivery, late]).finally(() => clearTimeout(timer));
}

async function postpone({ store, clock }: OutboxParts, row: OutboxRow, error: unknown) {
  const nowMs = clock();
  const attempts = row.attempts + 1;
  await postponeRow(store, row, {
    attempts,
    dueMs: nowMs + Math.min(3_600_000, 1_000 * 2 ** attempts),
    deadMs: attempts >= ATTEMPTS_MAX ? nowMs : null,
    reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown',
  });
}
