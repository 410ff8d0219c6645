import { randomUUID } from 'node:crypto';
import type { Store } from '../database/store.ts';
import { wordsText } from '../database/value-parsers.ts';
import type { PaymentGateway } from '../gateway/payment-gateway.ts';
import type { ReportFault } from '../report-fault.ts';

/** What the outbox works with. */
export type Post = {
  readonly store: Store;
  readonly gateway: PaymentGateway;
  readonly clock: () => number;
};

/** The running outbox. */
export type OutboxWatch = {
  /** What an operator should know of it at this moment, as sentences. */
  readonly notes: () => readonly string[];
};

type OutboxRow = {
  readonly contract_id: string;
  readonly seq: number;
  readonly n: number;
  readonly topic: string;
  readonly template: string;
  readonly data: string;
  readonly attempts: number;
  /** The key of the entry that asked for it. */
  readonly entry_key: string;
};

const LEASE_MS = 30_000;
const IDLE_MS = 1_000;
const ATTEMPTS_MAX = 10;
const BATCH = 500;
/** No message is handed over once so much of the lease has passed: room is kept to spare. */
const HAND_OVER_MS = LEASE_MS / 3;

/**
 * A row that may be sent: due, and of a contract of which nothing waits for another attempt, so
 * that the messages of one contract stay in order. The contracts that wait are few and have an
 * index of their own; asked as one list they are read once, however long the outbox is. `$1` is the
 * time.
 */
const READY = `o.sent_at is null and o.dead_at is null and o.due_at <= $1::timestamptz
  and o.contract_id not in (select p.contract_id from outbox p
    where p.attempts > 0 and p.sent_at is null and p.dead_at is null
      and p.due_at > $1::timestamptz)`;

/**
 * Sends what entries asked for, lane by lane: a lane is leased, its rows are read in order and
 * handed over outside any transaction with a stable key, then marked in one short statement that
 * the lease guards. At least once; twice only if a kill fell between hand-over and mark.
 */
export function startOutbox(post: Post, report: ReportFault, signal: AbortSignal): OutboxWatch {
  const owner = randomUUID();
  let timer: NodeJS.Timeout | null = null;
  let failures = 0;
  let lastCode = '';
  let undeliverable = 0;
  const onUndelivered = (row: OutboxRow, attempts: number, error: unknown): void => {
    const { topic, template } = row;
    const isOver = attempts >= ATTEMPTS_MAX;
    if (isOver) undeliverable += 1;
    const words = isOver ? 'A message was given up' : 'A message was not delivered';
    report(words, error, { topic, template, attempts });
  };
  const failed = (error: unknown): number => {
    failures += 1;
    lastCode = codeOf(error);
    // One line for each doubling: an outage of an hour must not fill the log.
    if (Number.isInteger(Math.log2(failures))) {
      report('The outbox failed and goes on trying', error, { failures, code: lastCode });
    }
    return 0;
  };
  const round = async (): Promise<void> => {
    const began = performance.now();
    const sent = await sendRound(post, owner, onUndelivered).then((count) => {
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
      ...(undeliverable === 0
        ? []
        : [`${undeliverable} messages of the outbox were given up since the start; see the log.`]),
    ],
  };
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}

/** One lane's due rows; returns how many were sent. */
export async function sendRound(
  post: Post,
  owner: string,
  onUndelivered: (row: OutboxRow, attempts: number, error: unknown) => void = () => undefined,
): Promise<number> {
  const lane = await leaseLane(post, owner);
  if (lane === null) return 0;
  const nowMs = post.clock();
  const now = new Date(nowMs).toISOString();
  const rows = await post.store.query<OutboxRow>(
    `select o.contract_id, o.seq, o.n, o.topic, o.template, o.data, o.attempts, e.key as entry_key
     from outbox o join entry e using (contract_id, seq)
     where o.lane = $2 and ${READY}
     order by o.contract_id, o.seq, o.n limit ${BATCH}`,
    [now, lane],
  );
  const sent: OutboxRow[] = [];
  const stopped = new Set<string>();
  for (const row of rows) {
    if (stopped.has(row.contract_id)) continue;
    if (post.clock() - nowMs > HAND_OVER_MS) break;
    try {
      await inTime(deliver(post, row));
      sent.push(row);
    } catch (error) {
      onUndelivered(row, row.attempts + 1, error);
      await postpone(post, row, error);
      stopped.add(row.contract_id);
    }
  }
  await markSent(post, owner, lane, sent);
  return sent.length;
}

async function leaseLane(post: Post, owner: string): Promise<number | null> {
  const nowMs = post.clock();
  const now = new Date(nowMs).toISOString();
  const until = new Date(nowMs + LEASE_MS).toISOString();
  const [row] = await post.store.query<{ lane: number }>(
    `update outbox_lane set owner = $2, lease_until = $3 where lane = (
       select l.lane from outbox_lane l
       where (l.lease_until is null or l.lease_until < $1::timestamptz or l.owner = $2)
         and exists (select from outbox o where o.lane = l.lane and ${READY})
       order by l.lane limit 1 for update skip locked)
     returning lane`,
    [now, owner, until],
  );
  return row?.lane ?? null;
}

/**
 * Hands a message to its gateway, a debit under the key it was authorized with. Notices have no
 * gateway yet: mail and text come with the issue that gives customers their preferences, so a
 * notice is taken as delivered to the account's history.
 */
async function deliver({ gateway }: Post, row: OutboxRow): Promise<void> {
  if (row.topic !== 'gateway') return;
  const data = JSON.parse(row.data) as Record<string, string>;
  await gateway.submit({
    key: `${row.contract_id}:${row.entry_key}`,
    methodId: data.methodId ?? '',
    amountCents: BigInt(data.amountCents ?? '0'),
  });
}

/** A gateway that says nothing holds up one message, not the outbox; it gets the same key again. */
async function inTime(delivery: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the gateway did not answer')), HAND_OVER_MS);
  });
  await Promise.race([delivery, late]).finally(() => clearTimeout(timer));
}

async function postpone(post: Post, row: OutboxRow, error: unknown): Promise<void> {
  const nowMs = post.clock();
  const attempts = row.attempts + 1;
  const waitMs = Math.min(3_600_000, 1_000 * 2 ** attempts);
  const deadAt = attempts >= ATTEMPTS_MAX ? new Date(nowMs).toISOString() : null;
  const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
  await post.store.query(
    `update outbox set attempts = $4, due_at = $5, dead_at = $6, last_error = $7
     where contract_id = $1 and seq = $2 and n = $3`,
    [
      row.contract_id,
      row.seq,
      row.n,
      attempts,
      new Date(nowMs + waitMs).toISOString(),
      deadAt,
      reason,
    ],
  );
}

async function markSent(
  post: Post,
  owner: string,
  lane: number,
  sent: readonly OutboxRow[],
): Promise<void> {
  if (sent.length === 0) return;
  await post.store.query(
    `update outbox o set sent_at = $1
     from unnest($2::uuid[], $3::integer[], $4::smallint[]) r(contract_id, seq, n), outbox_lane l
     where o.contract_id = r.contract_id and o.seq = r.seq and o.n = r.n
       and l.lane = $5 and l.owner = $6`,
    [
      new Date(post.clock()).toISOString(),
      wordsText(sent.map((row) => row.contract_id)),
      wordsText(sent.map((row) => row.seq)),
      wordsText(sent.map((row) => row.n)),
      lane,
      owner,
    ],
  );
}
