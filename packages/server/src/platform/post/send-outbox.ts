import { randomUUID } from 'node:crypto';
import type { Store } from '../database/store.ts';
import type { PaymentGateway } from '../gateway/payment-gateway.ts';
import { leaseLane, markSent, type OutboxRow, postponeRow, readyRows } from './outbox.sql.ts';

/** What the outbox works with. */
export type OutboxParts = {
  readonly store: Store;
  readonly gateway: PaymentGateway;
  readonly clock: () => number;
  /** Takes what keeps a round from being done: nothing is swallowed in silence. */
  readonly log: (fault: unknown) => void;
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
export function startOutbox(parts: OutboxParts, signal: AbortSignal): void {
  const owner = randomUUID();
  let timer: NodeJS.Timeout | null = null;
  const round = async (): Promise<void> => {
    const began = performance.now();
    const sent = await sendRound(parts, owner).catch((fault: unknown) => {
      parts.log(fault);
      return 0;
    });
    if (signal.aborted) return;
    // It rests as long as it worked: however long the outbox is, payments come first.
    timer = setTimeout(() => void round(), sent > 0 ? performance.now() - began : IDLE_MS);
    timer.unref();
  };
  signal.addEventListener('abort', () => {
    if (timer !== null) clearTimeout(timer);
  });
  void round();
}

/** Sends one lane's due rows and returns how many were sent. */
export async function sendRound(parts: OutboxParts, owner: string): Promise<number> {
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
      await deliver(parts, row);
      sent.push(row);
    } catch (error) {
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
