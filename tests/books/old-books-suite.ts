/** Books that earlier builds made, on one engine: they read, prove, pay, close and prove again. */
import { ContractOverview, Transaction } from '@roadbook/api/schema/contract';
import type { Contract } from '@roadbook/domain/contract/contract';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { openDayOf } from '@roadbook/server/book/day/business-day';
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { readContract } from '@roadbook/server/book/read/read-contract';
import { oldestEntries } from '@roadbook/server/book/read/read-entries';
import { readHistory } from '@roadbook/server/book/read/read-history';
import { readOverview } from '@roadbook/server/book/read/read-overview';
import { createWriter, type Writer } from '@roadbook/server/book/write/writer';
import { presentContracts } from '@roadbook/server/contracts/present-contracts';
import { transactionContext } from '@roadbook/server/contracts/transaction-context';
import { DEMO_PASSWORD } from '@roadbook/server/demo/customers/named-customers';
import { keptWith } from '@roadbook/server/lease-end/saves';
import { receiptOf } from '@roadbook/server/money/pay/receipts';
import { presentTransaction } from '@roadbook/server/operation/transaction';
import { checkPassword } from '@roadbook/server/people/sign-in/check-password';
import { migrate } from '@roadbook/server/platform/database/migrate';
import type { Store } from '@roadbook/server/platform/database/store';
import { checkKeys, type KeyRing, parseKeys } from '@roadbook/server/platform/keys/key-ring';
import { arrivedPayment, returnedPayment } from '@roadbook/server/testing/sample-payment';
import { TEST_LENDER } from '@roadbook/server/testing/test-lender';
import { type Engine, openEmptyStore, type TestStore } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookNames, putBook, readBook, readShown } from './book-file.ts';
import { type ShownBook, showBook } from './shown-book.ts';
import { shownSince } from './shown-since.ts';

const names = await bookNames();

export function checkOldBooksOn(engine: Engine): void {
  describe.each(names)(`the book %s on ${engine}`, (name) => checkBook(engine, name));
}

/** The tests follow one another on one book, as a lender's days do after an upgrade. */
function checkBook(engine: Engine, name: string): void {
  let opened: TestStore;
  let store: Store;
  let ring: KeyRing;
  let shown: ShownBook;
  let writer: Writer;
  let today: BusinessDate;
  let nowMs: number;

  beforeAll(async () => {
    opened = await openEmptyStore(engine);
    store = opened.store;
    const book = await readBook(name);
    await putBook(store, book);
    await migrate(store);
    ring = parseKeys(book.keys);
    shown = await readShown(name);
    today = (await openDayOf(store)) as BusinessDate;
    nowMs = Date.parse(`${today}T18:00:00Z`);
    writer = createWriter(store, () => nowMs);
  });
  afterAll(() => opened.end());

  const contractsNow = async (): Promise<Contract[]> => {
    const rows = await store.query<{ contract_id: string }>(
      'select contract_id from contract order by contract_number',
    );
    const stored = await Promise.all(rows.map(({ contract_id: id }) => readContract(store, id)));
    return stored.flatMap((each) => (each === null ? [] : [each.contract]));
  };

  test('proves as it came', async () => {
    const proof = await checkLedger(store);
    expect(proof.findings).toEqual([]);
    expect(proof.contracts).toBe(shown.ledger.contracts);
    expect(proof.closedDays).toBe(shown.ledger.closedDays);
  });

  test('shows what its own build showed', async () => {
    expect(onlyKnown(await showBook(store), shown)).toEqual(shownSince(name, shown));
  });

  test('is told in the words of this build', async () => {
    const channels = Object.keys(TEST_LENDER.loanPolicy.clearingDays);
    const contracts = await contractsNow();
    const ids = contracts.map(({ contractId }) => contractId);
    for (const each of await presentContracts(store, ids, null)) ContractOverview.parse(each);
    for (const contractId of ids) {
      const stored = await readContract(store, contractId);
      if (stored === null) throw new Error('the contract is there');
      const context = await transactionContext(store, stored, null);
      for (const entry of await oldestEntries(store, contractId, 0, 1_000)) {
        const { payment } = Transaction.parse(presentTransaction(entry, context));
        if (payment !== null) expect(channels).toContain(payment.channel);
      }
    }
  });

  test('opens for its people, with what they kept', async () => {
    await checkKeys(store, ring);
    const attempt = { login: 'maya', password: DEMO_PASSWORD, network: '192.0.2.1', device: null };
    expect((await checkPassword(store, ring, attempt, nowMs)).outcome).toBe('right');
    for (const { contractId } of await contractsNow()) {
      for (const kept of await keptWith(store, contractId)) {
        expect(kept.plan?.figures.doors.length).toBeGreaterThan(0);
        expect(kept.walk?.figures.total.lines.length).toBeGreaterThan(0);
      }
    }
  });

  test('has a receipt for every payment and promise in it', async () => {
    let receipts = 0;
    for (const { contractId } of await contractsNow()) {
      const overview = await readOverview(store, { contractId, personId: null });
      if (overview === null) throw new Error('the contract is there');
      const parts = { ...overview, methods: new Map<string, string>() };
      for (const { entryId, amountCents } of await promisesAndPayments(store, contractId)) {
        expect((await receiptOf(store, parts, entryId)).amountCents).toBe(amountCents);
        receipts += 1;
      }
    }
    expect(receipts).toBeGreaterThan(100);
  });

  test('answers a key that its build has used as that build did', async () => {
    const [used] = await store.query<{ contract_id: string; key: string; input_hash: Buffer }>(
      `select contract_id, key, input_hash from entry where input_hash is not null
       order by contract_id, seq limit 1`,
    );
    if (used === undefined) throw new Error('the book has commands');
    const { contract_id: contractId, key, input_hash: inputHash } = used;
    const decide = (): never => {
      throw new Error('it was decided long ago');
    };
    const again = await writer.run({ contractId, key, inputHash, decide });
    expect(again).toMatchObject({ outcome: 'done', isRepeat: true });
  });

  test('takes money on every contract, of today and of last month', async () => {
    for (const { contractId } of await contractsNow()) {
      const now = arrivedPayment(contractId, 'now', 10_000n, { receivedOn: today });
      expect((await writer.run(now)).outcome).toBe('done');
      const before = { receivedOn: addDays(today, -31) };
      const late = arrivedPayment(contractId, 'late', 2_500n, before);
      expect((await writer.run(late)).outcome).toBe('done');
    }
    expect((await checkLedger(store)).findings).toEqual([]);
  });

  test('takes back a payment that its build recorded', async () => {
    let returned = 0;
    for (const { contractId, version } of await contractsNow()) {
      const history = await readHistory(store, contractId, version);
      const paid = history.findLast(
        (each) => each.kind === 'payment' && each.businessDate < today,
      )?.payment;
      if (paid === undefined) continue;
      const result = await writer.run(returnedPayment(contractId, 'back', paid.paymentSeq));
      if (result.outcome === 'done') returned += 1;
      else expect(result).toMatchObject({ code: 'payment-already-reversed' });
    }
    expect(returned).toBeGreaterThan(30);
    expect((await checkLedger(store)).findings).toEqual([]);
  });

  test('closes its days through the next due date of every contract, and proves', async () => {
    for (let day = today; day < addDays(today, 35); day = addDays(day, 1)) {
      const report = await closeOpenDay(store, () => nowMs);
      expect([report.day, report.setAside]).toEqual([day, 0]);
      nowMs += 86_400_000;
    }
    const proof = await checkLedger(store);
    expect(proof.findings).toEqual([]);
    expect(proof.closedDays).toBe(Number(shown.ledger.closedDays) + 35);
  });
}

/** What is shown now, without what the build that made the book did not show. */
function onlyKnown(now: ShownBook, known: ShownBook): ShownBook {
  const pick = <V>(from: Readonly<Record<string, V>>, like: object): Record<string, V> =>
    Object.fromEntries(Object.entries(from).filter(([key]) => key in like));
  const contracts = Object.entries(now.contracts).map(([number, each]) => [
    number,
    pick(each, known.contracts[number] ?? {}),
  ]);
  return {
    ...now,
    contracts: Object.fromEntries(contracts),
    totals: pick(now.totals, known.totals),
  };
}

type Received = { readonly entryId: string; readonly amountCents: string };

/** Payments that were recorded, and promises that stand, by the ids that receipts are asked by. */
async function promisesAndPayments(store: Store, contractId: string): Promise<Received[]> {
  const payments = await store.query<{ entry_id: string; amount_cents: bigint }>(
    `select entry_id, amount_cents from entry where contract_id = $1 and kind = 'payment'`,
    [contractId],
  );
  const promised = (await readContract(store, contractId))?.contract.facts.promises ?? [];
  return [
    ...payments.map((row) => ({
      entryId: row.entry_id,
      amountCents: row.amount_cents.toString(),
    })),
    ...promised.map(({ scheduleId, amountCents }) => ({
      entryId: scheduleId,
      amountCents: amountCents.toString(),
    })),
  ];
}
