/**
 * Clients that pay over HTTP without pause, and ask again with the same key until they are told.
 */
import { randomInt } from 'node:crypto';
import { elapse } from '../faults/elapse.ts';
import type { ReceiptFile } from './receipts.ts';

type Command = { readonly contractId: string; readonly key: string; readonly amountCents: string };

export type PayingClients = {
  /**
   * Pays at a server until the server breaks or `stop` is called; settles when all have stopped.
   */
  readonly payAt: (url: string | UrlOf, onReceipt: (client: number) => void) => Promise<void>;
  readonly stop: () => void;
  /** How many commands have been sent and not answered at this moment. */
  readonly inFlight: () => number;
  readonly acknowledged: () => number;
  /** How many answers said that the database is away. */
  readonly toldAway: () => number;
  /**
   * Of the commands that a kill cut off, those that had been written without anybody being told.
   */
  readonly writtenUntold: () => number;
  /** Asks once more for everything that was never answered. */
  readonly settleAt: (url: string) => Promise<void>;
};

/** Where each client pays, when there are several servers. */
export type UrlOf = (client: number) => string;

type Order = {
  readonly contractIds: readonly string[];
  readonly receivedOn: string;
  readonly token: string;
  readonly receipts: ReceiptFile;
  /** Whether clients take "503, send it again" for an answer; without it, it is a failure. */
  readonly takesAway?: boolean;
};

export const CLIENTS = 16;
const AWAY_PAUSE_MS = 100;

export function payingClients(order: Order): PayingClients {
  const unanswered: (Command | null)[] = Array.from({ length: CLIENTS }, () => null);
  let sent = 0;
  let inFlight = 0;
  let acknowledged = 0;
  let writtenUntold = 0;
  let toldAway = 0;
  let brokenAtMs = 0;
  let isStopped = false;

  const nextCommand = (client: number): Command => {
    sent += 1;
    const contractId = order.contractIds[randomInt(order.contractIds.length)] ?? '';
    const key = `client-${client}-payment-${sent}`;
    return { contractId, key, amountCents: `${randomInt(100, 900)}` };
  };

  /** False when the server is gone; then nobody knows whether the command was done. */
  const send = async (url: string, command: Command, isAgain: boolean): Promise<boolean> => {
    inFlight += 1;
    try {
      const paymentId = await postUntilTold(url, command);
      if (paymentId === null) {
        brokenAtMs = Date.now();
        return false;
      }
      if (isAgain && madeAtMs(paymentId) <= brokenAtMs) writtenUntold += 1;
      order.receipts.append({ ...command, paymentId });
      acknowledged += 1;
      return true;
    } finally {
      inFlight -= 1;
    }
  };

  const postUntilTold = async (url: string, command: Command): Promise<string | null> => {
    for (;;) {
      const answer = await post(url, order, command);
      if (answer !== AWAY) return answer;
      toldAway += 1;
      await elapse(AWAY_PAUSE_MS);
    }
  };

  const payAlone = async (
    client: number,
    url: string,
    onReceipt: (client: number) => void,
  ): Promise<void> => {
    while (!isStopped) {
      const again = unanswered[client] ?? null;
      const command = again ?? nextCommand(client);
      unanswered[client] = command;
      if (!(await send(url, command, again !== null))) return;
      unanswered[client] = null;
      onReceipt(client);
    }
  };

  return {
    payAt: async (url, onReceipt) => {
      isStopped = false;
      const urlOf = typeof url === 'string' ? () => url : url;
      await Promise.all(unanswered.map((_, client) => payAlone(client, urlOf(client), onReceipt)));
    },
    stop: () => {
      isStopped = true;
    },
    inFlight: () => inFlight,
    acknowledged: () => acknowledged,
    toldAway: () => toldAway,
    writtenUntold: () => writtenUntold,
    settleAt: async (url) => {
      for (const [client, command] of unanswered.entries()) {
        if (command === null) continue;
        if (!(await send(url, command, true))) throw new Error('the server did not answer');
        unanswered[client] = null;
      }
    },
  };
}

/** When a payment was made: its id begins with the time (UUID version 7). */
function madeAtMs(paymentId: string): number {
  return Number.parseInt(paymentId.replace('-', '').slice(0, 12), 16);
}

/** The answer of a server whose database is away. */
const AWAY = 'away';
const AWAY_CODES = ['database-away', 'not-confirmed', 'stopping'];

/**
 * The id of the payment, `AWAY` where that is taken for an answer, or null when the connection
 * broke before the answer was whole.
 */
async function post(url: string, order: Order, command: Command): Promise<string | null> {
  const { contractId, key, amountCents } = command;
  let status: number;
  let text: string;
  let retryAfter: string | null;
  try {
    const response = await fetch(`${url}/api/v1/integrator/contracts/${contractId}/payments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${order.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ amountCents, receivedOn: order.receivedOn, channel: 'wire' }),
    });
    status = response.status;
    text = await response.text();
    retryAfter = response.headers.get('retry-after');
  } catch {
    return null;
  }
  if (order.takesAway === true && status === 503 && retryAfter !== null) {
    const problem = JSON.parse(text) as { readonly code: string };
    if (AWAY_CODES.includes(problem.code)) return AWAY;
  }
  if (status !== 201) throw new Error(`a payment was answered with ${status}: ${text}`);
  return (JSON.parse(text) as { paymentId: string }).paymentId;
}
