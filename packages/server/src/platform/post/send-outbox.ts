import type { Queryable, Store } from '../database/store.ts';
import type { PaymentGateway } from '../gateway/payment-gateway.ts';
import {
  type LaneBox,
  type LaneParts,
  type LaneWatch,
  sendLane,
  startLanes,
} from './lane-runner.ts';
import { codeOf, NotDelivered } from './not-delivered.ts';
import {
  leaseLane,
  markSent,
  type OutboxRow,
  postponeRow,
  readyRows,
  releaseLane,
} from './outbox.sql.ts';

/** What becomes of the notices of contracts: letters to the people who want them. */
export type Notices = {
  /** Throws when there are no words for a notice, or its facts are not as they should be. */
  readonly check: (row: OutboxRow) => void;
  /** Writes the letters of notices, in the transaction that marks the notices as sent. */
  readonly write: (tx: Queryable, rows: readonly OutboxRow[]) => Promise<void>;
};

/** What the outbox of contracts works with. */
export type OutboxParts = LaneParts & {
  readonly store: Store;
  readonly gateway: PaymentGateway;
  readonly notices: Notices;
};

const RULES = {
  name: 'outbox',
  leaseMs: 30_000,
  batch: 500,
  // Debits carry a key and letters an id: a batch that is handed over twice moves nothing twice.
  marksEach: false,
  // It rests as long as it worked: however long the outbox is, payments come first.
  restShare: 1,
  waitMs: (attempts: number): number => Math.min(3_600_000, 1_000 * 2 ** attempts),
} as const;

/** What entries asked for: debits go to the gateway, notices become letters. */
function outboxOf({ store, gateway, notices }: OutboxParts): LaneBox<OutboxRow> {
  return {
    rules: RULES,
    lease: (owner, nowMs, untilMs) => leaseLane(store, owner, nowMs, untilMs),
    ready: (lane, nowMs, limit) => readyRows(store, lane, nowMs, limit),
    deliver: async (row) => (row.topic === 'gateway' ? debit(gateway, row) : notices.check(row)),
    mark: async (lease, rows, nowMs) => {
      const told = rows.filter(({ topic }) => topic !== 'gateway');
      if (told.length === 0) return markSent(store, lease, rows, nowMs);
      await store.transaction(async (tx) => {
        await notices.write(tx, told);
        await markSent(tx, lease, rows, nowMs);
      });
    },
    postpone: (row, { attempts, dueMs, deadMs, error }) => {
      const isCoded = error instanceof NotDelivered || !(error instanceof Error);
      const reason = isCoded ? codeOf(error) : error.message.slice(0, 300);
      return postponeRow(store, row, { attempts, dueMs, deadMs, reason });
    },
    release: (lease) => releaseLane(store, lease),
    orderOf: (row) => row.contract_id,
    factsOf: ({ topic, template }) => ({ topic, template }),
  };
}

/** Starts sending what entries ask for. */
export function startOutbox(parts: OutboxParts, signal: AbortSignal): LaneWatch {
  return startLanes(outboxOf(parts), parts, signal);
}

/** Sends one lane of what entries ask for, and returns how many messages were sent. */
export function sendRound(parts: OutboxParts, owner: string): Promise<number> {
  return sendLane(outboxOf(parts), parts, owner);
}

/** Hands a debit over under the key it was authorized with. */
async function debit(gateway: PaymentGateway, row: OutboxRow): Promise<void> {
  const data = JSON.parse(row.data) as Record<string, string>;
  await gateway.submit({
    // A message that an earlier build wrote carries no key: then it is that of its entry.
    key: `${row.contract_id}:${data.debitKey ?? row.entry_key}`,
    methodId: data.methodId ?? '',
    amountCents: BigInt(data.amountCents ?? '0'),
  });
}
