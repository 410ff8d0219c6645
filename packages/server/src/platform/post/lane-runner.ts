import { randomUUID } from 'node:crypto';
import type { ReportFault } from '../report-fault.ts';
import { codeOf, NotDelivered } from './not-delivered.ts';

/** A lane that an owner may send from until its lease ends. */
export type Lease = { readonly owner: string; readonly lane: number };

/** What becomes of a message that was not delivered. */
export type Attempt = {
  readonly attempts: number;
  readonly dueMs: number;
  /** When it was given up, or null. */
  readonly deadMs: number | null;
  readonly error: unknown;
};

/** How an outbox sends. */
export type LaneRules = {
  /** What the log calls it. */
  readonly name: string;
  readonly leaseMs: number;
  readonly batch: number;
  /**
   * Each message is marked before the next leaves: a kill repeats one, not a batch. The next is
   * made ready meanwhile.
   */
  readonly marksEach: boolean;
  /** How long it rests after a round, as a share of the time that the round took. */
  readonly restShare: number;
  /** How long a message waits after so many attempts. */
  readonly waitMs: (attempts: number) => number;
};

/** Messages that wait in lanes: how they are read, handed over and marked. */
export type LaneBox<Row extends { readonly attempts: number }> = {
  readonly rules: LaneRules;
  /** Leases a lane that has something to send and no other owner; null when none has. */
  lease(owner: string, nowMs: number, untilMs: number): Promise<number | null>;
  ready(lane: number, nowMs: number, limit: number): Promise<readonly Row[]>;
  /** Hands a row over, and not before `mayLeave`: then the one before it is marked. */
  deliver(row: Row, mayLeave: Promise<void>): Promise<void>;
  /** Marks rows as sent, if the lane still belongs to this owner. */
  mark(lease: Lease, rows: readonly Row[], nowMs: number): Promise<void>;
  postpone(row: Row, attempt: Attempt): Promise<void>;
  /** Gives the lane back, so that another sender, or this one started anew, need not wait. */
  release(lease: Lease): Promise<void>;
  /** Rows of one order wait for each other; null waits for none. */
  orderOf(row: Row): string | null;
  /** What the log may keep of a row: nothing personal. */
  factsOf(row: Row): Readonly<Record<string, string | number>>;
};

export type LaneParts = {
  readonly clock: () => number;
  /** Takes what keeps a message or a round from being done: nothing is swallowed in silence. */
  readonly report: ReportFault;
};

/** A running outbox. */
export type LaneWatch = {
  /** What an operator should know of it at this moment, as sentences. */
  readonly notes: () => readonly string[];
};

const IDLE_MS = 1_000;
const ATTEMPTS_MAX = 10;

/**
 * Sends lane by lane until the signal: a lane is leased, its rows are read in order and handed over
 * outside any transaction with a stable key, then marked in a statement that the lease guards. At
 * least once; twice only if a kill fell between hand-over and mark.
 */
export function startLanes<Row extends { readonly attempts: number }>(
  box: LaneBox<Row>,
  parts: LaneParts,
  signal: AbortSignal,
): LaneWatch {
  const owner = randomUUID();
  const { name, restShare } = box.rules;
  let timer: NodeJS.Timeout | null = null;
  let failures = 0;
  let lastCode = '';
  const failed = (fault: unknown): number => {
    failures += 1;
    lastCode = codeOf(fault);
    // One line for each doubling: an outage of an hour must not fill the log.
    if (Number.isInteger(Math.log2(failures))) {
      const words = `The ${name} failed and goes on trying`;
      parts.report(words, fault, { failures, code: lastCode });
    }
    return 0;
  };
  const round = async (): Promise<void> => {
    const began = performance.now();
    const sent = await sendLane(box, parts, owner).then((count) => {
      failures = 0;
      return count;
    }, failed);
    if (signal.aborted) return;
    const restMs = sent > 0 ? (performance.now() - began) * restShare : IDLE_MS;
    timer = setTimeout(() => void round(), restMs);
    timer.unref();
  };
  signal.addEventListener('abort', () => {
    if (timer !== null) clearTimeout(timer);
  });
  if (!signal.aborted) void round();
  return {
    notes: () =>
      failures === 0
        ? []
        : [`The ${name} has failed ${failures} times in a row (${lastCode}). It goes on trying.`],
  };
}

/** Sends one lane's due rows and returns how many were sent. */
export async function sendLane<Row extends { readonly attempts: number }>(
  box: LaneBox<Row>,
  parts: LaneParts,
  owner: string,
): Promise<number> {
  const { leaseMs, batch } = box.rules;
  const nowMs = parts.clock();
  const lane = await box.lease(owner, nowMs, nowMs + leaseMs);
  if (lane === null) return 0;
  const lease = { owner, lane };
  const rows = await box.ready(lane, nowMs, batch);
  const { sent, pause } = await sendRows(box, parts, lease, rows, nowMs);
  await box.release(lease);
  if (pause !== null) throw pause;
  return sent;
}

type Sent = { readonly sent: number; readonly pause: NotDelivered | null };

/** Hands rows over one by one, and stops where the gateway is away or the lease runs out. */
async function sendRows<Row extends { readonly attempts: number }>(
  box: LaneBox<Row>,
  parts: LaneParts,
  lease: Lease,
  rows: readonly Row[],
  beganMs: number,
): Promise<Sent> {
  const { leaseMs, marksEach } = box.rules;
  const { clock } = parts;
  // No message is handed over once so much of the lease has passed: room is kept to spare.
  const handOverMs = leaseMs / 3;
  const sent: Row[] = [];
  const stopped = new Set<string>();
  let pause: NotDelivered | null = null;
  let marking = Promise.resolve();
  for (const row of rows) {
    const order = box.orderOf(row);
    if (order !== null && stopped.has(order)) continue;
    if (pause !== null || clock() - beganMs > handOverMs) break;
    const error = await faultOf(inTime(box.deliver(row, marking), handOverMs));
    // A row that could not be marked ends the round: the next one has not left.
    await marking;
    if (error === null) {
      sent.push(row);
      if (marksEach) marking = box.mark(lease, [row], clock());
      // It is awaited with the next row or at the end; until then nobody else has to catch it.
      marking.catch(() => undefined);
      continue;
    }
    await postpone(box, parts, row, error.fault);
    if (order !== null) stopped.add(order);
    const { fault } = error;
    if (fault instanceof NotDelivered && fault.next === 'pause') pause = fault;
  }
  await marking;
  if (!marksEach && sent.length > 0) await box.mark(lease, sent, clock());
  return { sent: sent.length, pause };
}

/** What a delivery failed with, or null. */
async function faultOf(delivery: Promise<void>): Promise<{ readonly fault: unknown } | null> {
  try {
    await delivery;
    return null;
  } catch (fault) {
    return { fault };
  }
}

/** A gateway that says nothing holds up one message, not all; it gets the same key again. */
async function inTime(delivery: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const silent = (): void => reject(new NotDelivered('gateway-silent', 'try-later'));
    timer = setTimeout(silent, ms);
  });
  await Promise.race([delivery, late]).finally(() => clearTimeout(timer));
}

async function postpone<Row extends { readonly attempts: number }>(
  box: LaneBox<Row>,
  { clock, report }: LaneParts,
  row: Row,
  error: unknown,
): Promise<void> {
  const nowMs = clock();
  const attempts = row.attempts + 1;
  const next = error instanceof NotDelivered ? error.next : 'try-later';
  const isDead = next === 'give-up' || attempts >= ATTEMPTS_MAX;
  // A gateway that is away is told of once, by the round that it ends.
  if (next !== 'pause' || isDead) {
    const words = isDead ? 'A message was given up' : 'A message was not delivered';
    report(words, error, { ...box.factsOf(row), code: codeOf(error), attempts });
  }
  await box.postpone(row, {
    attempts,
    dueMs: nowMs + box.rules.waitMs(attempts),
    deadMs: isDead ? nowMs : null,
    error,
  });
}
