/** What clients were told: a file of its own, on the disk before anybody counts on it. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Store } from '@roadbook/server/platform/database/store';

export type Receipt = {
  readonly contractId: string;
  readonly key: string;
  readonly paymentId: string;
  readonly amountCents: string;
};

export type ReceiptFile = {
  readonly append: (receipt: Receipt) => void;
  readonly readAll: () => Receipt[];
  readonly close: () => void;
};

export function openReceiptFile(path: string): ReceiptFile {
  const file = openSync(path, 'a+');
  return {
    append: (receipt) => {
      writeSync(file, `${JSON.stringify(receipt)}\n`);
      fsyncSync(file);
    },
    readAll: () =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Receipt),
    close: () => closeSync(file),
  };
}

type Written = {
  readonly contract_id: string;
  readonly key: string;
  readonly entry_id: string;
  readonly amount_cents: bigint;
};

/** Payments that the ledger and the receipts tell differently: lost, doubled, changed, unasked. */
export async function differences(store: Store, receipts: readonly Receipt[]): Promise<string[]> {
  const rows = await store.query<Written>(
    `select contract_id, key, entry_id, amount_cents from entry where kind = 'payment'`,
  );
  const written = new Map(rows.map((row) => [`${row.contract_id} ${row.key}`, row]));
  const found: string[] = [];
  if (written.size !== rows.length) found.push('a key has two payments');
  const told = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const name = `${receipt.contractId} arrived:${receipt.key}`;
    const before = told.get(name);
    if (before !== undefined && before.paymentId !== receipt.paymentId) {
      found.push(`two payments were acknowledged under ${name}`);
    }
    told.set(name, receipt);
    const row = written.get(name);
    if (row === undefined) found.push(`acknowledged and lost: ${name}`);
    else if (row.entry_id !== receipt.paymentId) found.push(`another payment under ${name}`);
    else if (row.amount_cents !== BigInt(receipt.amountCents)) found.push(`amount of ${name}`);
  }
  for (const name of written.keys()) {
    if (!told.has(name)) found.push(`written, and nobody was ever told: ${name}`);
  }
  return found;
}
