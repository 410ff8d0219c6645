/** The writer on one engine: every command once, whoever asks, however often. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../src/book/proof/check-ledger.ts';
import type { Command, Result } from '../../../src/book/write/command.ts';
import { createWriter, type Writer } from '../../../src/book/write/writer.ts';
import { DatabaseAway } from '../../../src/platform/database/database-away.ts';
import type { Store } from '../../../src/platform/database/store.ts';
import { boardSampleLease, boardSampleLoan } from '../../sample-book.ts';
import { arrivedPayment, returnedPayment } from '../../sample-payment.ts';
import { OPEN_DAY, TEST_CLOCK } from '../../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../../test-store.ts';
import { watchedStore } from '../../watched-store.ts';

type Done = Extract<Result, { readonly outcome: 'done' }>;

function done(result: Result | undefined): Done {
  if (result?.outcome !== 'done') throw new Error(`not done: ${JSON.stringify(result)}`);
  return result;
}

/** A customer's payment, which may be refused where money that has arrived may not. */
function asked(contractId: string, key: string, amountCents: bigint): Command {
  return arrivedPayment(contractId, key, amountCents, { source: 'customer', channel: 'card' });
}

/** A decision that no database takes: a posting of nothing. */
function unstorable(contractId: string, key: string): Command {
  const command = arrivedPayment(contractId, key, 100n);
  return {
    ...command,
    decide: (contract, businessDate, history) => {
      const outcome = command.decide(contract, businessDate, history);
      if (outcome.outcome !== 'decided') return outcome;
      const postings = [{ debit: 'cash', credit: 'principal', cents: 0n }] as const;
      return { ...outcome, entries: outcome.entries.map((entry) => ({ ...entry, postings })) };
    },
  };
}

export function checkWriterOn(engine: Engine): void {
  describe(`the writer, ${engine}`, () => {
    let opened: TestStore;
    let store: Store;
    let writer: Writer;
    let boarded = 0;
    beforeAll(async () => {
      opened = await openTestStore(engine);
      store = opened.store;
      writer = createWriter(store, TEST_CLOCK);
    });
    afterAll(async () => {
      const report = await checkLedger(store);
      await opened.end();
      expect(report.findings).toEqual([]);
    });

    const newLoan = (): Promise<string> => {
      boarded += 1;
      return boardSampleLoan(store, `W-${boarded}`);
    };

    const entriesOf = (contractId: string) =>
      store.query<{ seq: number; key: string; kind: string; amount_cents: bigint }>(
        'select seq, key, kind, amount_cents from entry where contract_id = $1 order by seq',
        [contractId],
      );

    test('the same key and input is answered with what was written before', async () => {
      const loan = await newLoan();
      const first = done(await writer.run(arrivedPayment(loan, 'key-1', 47_300n)));
      const again = done(await writer.run(arrivedPayment(loan, 'key-1', 47_300n)));
      expect(again).toEqual({ ...first, isRepeat: true });
      expect(first).toMatchObject({ seq: 2, businessDate: OPEN_DAY, isRepeat: false });
      expect(await entriesOf(loan)).toHaveLength(2);
    });

    test('the same key with other input is refused and writes nothing', async () => {
      const loan = await newLoan();
      await writer.run(arrivedPayment(loan, 'key-1', 47_300n));
      const other = await writer.run(arrivedPayment(loan, 'key-1', 47_301n));
      expect(other).toEqual({ outcome: 'key-used' });
      expect(await entriesOf(loan)).toHaveLength(2);
    });

    test('a key is unique within its contract only', async () => {
      const [one, other] = [await newLoan(), await newLoan()];
      const results = await Promise.all(
        [one, other].map((loan) => writer.run(arrivedPayment(loan, 'key-1', 47_300n))),
      );
      expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    });

    test('a contract that does not exist', async () => {
      const nobody = '00000000-0000-8000-8000-000000000000';
      expect(await writer.run(arrivedPayment(nobody, 'key-1', 1n))).toEqual({
        outcome: 'not-found',
      });
    });

    test('a refusal writes nothing, and its key may be used again', async () => {
      const loan = await newLoan();
      const refused = await writer.run(asked(loan, 'key-1', 99_999_99n));
      expect(refused).toMatchObject({ outcome: 'refused', code: 'payment-over-payoff' });
      expect(await entriesOf(loan)).toHaveLength(1);
      expect(done(await writer.run(asked(loan, 'key-1', 500_00n))).isRepeat).toBe(false);
    });

    test('200 clients pay one contract: 200 payments, one after the other', async () => {
      const loan = await newLoan();
      const results = await Promise.all(
        Array.from({ length: 200 }, (_, n) =>
          writer.run(arrivedPayment(loan, `client-${n}`, 100n + BigInt(n))),
        ),
      );
      const seqs = results.map((result) => done(result).seq).sort((a, b) => a - b);
      expect(seqs).toEqual(Array.from({ length: 200 }, (_, n) => n + 2));
      const paid = (await entriesOf(loan)).slice(1).map((row) => row.amount_cents);
      expect(paid.reduce((a, b) => a + b, 0n)).toBe(200n * 100n + 199n * 100n);
    });

    test('200 clients with one key: one payment, and everybody is told of it', async () => {
      const loan = await newLoan();
      const results = await Promise.all(
        Array.from({ length: 200 }, () => writer.run(arrivedPayment(loan, 'one-key', 47_300n))),
      );
      expect(new Set(results.map((result) => done(result).entryId)).size).toBe(1);
      expect(results.filter((result) => !done(result).isRepeat)).toHaveLength(1);
      expect(await entriesOf(loan)).toHaveLength(2);
    });

    test('two writers on one database lose nothing and double nothing', async () => {
      const loans = [await newLoan(), await newLoan(), await newLoan()];
      const other = createWriter(await opened.openAnother(), TEST_CLOCK);
      const commands = Array.from({ length: 120 }, (_, n) =>
        arrivedPayment(loans[n % 3] ?? '', `key-${n % 60}`, 100n + BigInt(n % 60)),
      );
      const results = await Promise.all(
        commands.map((command, n) => (n % 2 === 0 ? writer : other).run(command)),
      );
      expect(results.map(({ outcome }) => outcome)).toEqual(commands.map(() => 'done'));
      const counts = await Promise.all(loans.map(async (loan) => (await entriesOf(loan)).length));
      expect(counts).toEqual([21, 21, 21]);
    });

    test('commands of many contracts that wait together go together', async () => {
      const loans: string[] = [];
      for (let n = 0; n < 40; n += 1) loans.push(await newLoan());
      const sent: string[] = [];
      const counted = createWriter(
        watchedStore(store, (statement) => void sent.push(statement)),
        TEST_CLOCK,
      );
      const results = await Promise.all(
        loans.map((loan) => counted.run(arrivedPayment(loan, 'together', 47_300n))),
      );
      expect(results.every(({ outcome }) => outcome === 'done')).toBe(true);
      // All lanes to a server are free and share them; the embedded engine has one.
      const lanes = store.engine === 'embedded' ? 1 : 2;
      const once = ['read-contracts', 'apply-decisions'];
      expect(sent.toSorted()).toEqual(Array(lanes).fill(once).flat().toSorted());
    });

    test('a rule that throws fails its own command and no other', async () => {
      const loans = [await newLoan(), await newLoan(), await newLoan()];
      const commands = loans.map((loan) => arrivedPayment(loan, 'key-1', 100n));
      const broken = { ...commands[1], decide: () => void 0 } as unknown as Command;
      const results = await Promise.allSettled(
        [commands[0], broken, commands[2]].map((command) => writer.run(command as Command)),
      );
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });

    test('a decision that cannot be stored fails its own command and no other', async () => {
      const loans = [await newLoan(), await newLoan(), await newLoan()];
      const results = await Promise.allSettled(
        loans.map((loan, n) =>
          writer.run(n === 1 ? unstorable(loan, 'key-1') : arrivedPayment(loan, 'key-1', 100n)),
        ),
      );
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await entriesOf(loans[1] ?? '')).toHaveLength(1);
    });

    test('a deadlock or a serialization failure is tried again', async () => {
      const loan = await newLoan();
      const failures = ['40P01', '40001'];
      const shaky = watchedStore(store, (statement) => {
        const code = statement.startsWith('apply-decision') ? failures.shift() : undefined;
        if (code !== undefined) throw Object.assign(new Error('try again'), { code });
      });
      const result = await createWriter(shaky, TEST_CLOCK).run(
        arrivedPayment(loan, 'key-1', 47_300n),
      );
      expect(done(result).seq).toBe(2);
      expect(failures).toEqual([]);
    });

    test('who was told of a refusal is not decided again when the batch fails', async () => {
      const [loan, other] = [await newLoan(), await newLoan()];
      let decided = 0;
      const tooMuch = asked(loan, 'too-much', 99_999_99n);
      const counted: Command = {
        ...tooMuch,
        decide: (...parts) => {
          decided += 1;
          return tooMuch.decide(...parts);
        },
      };
      let failures = 1;
      const shaky = watchedStore(store, (statement) => {
        if (!statement.startsWith('apply-decision') || failures === 0) return;
        failures -= 1;
        throw Object.assign(new Error('try again'), { code: '40001' });
      });
      const shakyWriter = createWriter(shaky, TEST_CLOCK);
      const results = await Promise.all(
        [counted, arrivedPayment(other, 'key-1', 100n)].map((each) => shakyWriter.run(each)),
      );
      expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
      expect(failures).toBe(0);
      expect(decided).toBe(1);
    });

    test('a database that comes back in time is waited for, and nothing is doubled', async () => {
      const loan = await newLoan();
      let answersLost = 3;
      const silent: Store = {
        ...store,
        query: async <R>(...asks: Parameters<Store['query']>) => {
          const rows = await store.query<R>(...asks);
          if (answersLost === 0) return rows;
          answersLost -= 1;
          throw new DatabaseAway('slow', true);
        },
      };
      const waiting = createWriter(silent, TEST_CLOCK);
      const result = done(await waiting.run(arrivedPayment(loan, 'key-1', 47_300n)));
      expect(answersLost).toBe(0);
      expect(result.seq).toBe(2);
      expect(await entriesOf(loan)).toHaveLength(2);
      expect(waiting.health()).toEqual({ waitingMs: 0, awayMs: null });
    });

    test('a writer in a hurry gives up at once, and says whether it may be written', async () => {
      const loan = await newLoan();
      for (const mayBeWritten of [false, true]) {
        const gone = watchedStore(store, (statement) => {
          if (statement.startsWith('apply-')) throw new DatabaseAway('away', mayBeWritten);
        });
        const hurried = createWriter(gone, TEST_CLOCK);
        hurried.hurry();
        const failed = hurried.run(arrivedPayment(loan, 'key-1', 47_300n));
        await expect(failed).rejects.toMatchObject({ name: 'DatabaseAway', mayBeWritten });
        expect(hurried.health().awayMs).toBeGreaterThanOrEqual(0);
      }
      expect(done(await writer.run(arrivedPayment(loan, 'key-1', 47_300n))).seq).toBe(2);
    });

    test('a database that is gone fails the command, and the key may be used again', async () => {
      const loan = await newLoan();
      const gone = watchedStore(store, () => {
        throw new Error('connection refused');
      });
      const command = arrivedPayment(loan, 'key-1', 47_300n);
      await expect(createWriter(gone, TEST_CLOCK).run(command)).rejects.toThrow('refused');
      expect(done(await writer.run(command)).seq).toBe(2);
    });

    test('money of an earlier day re-applies what came after it', async () => {
      const loan = await newLoan();
      await writer.run(arrivedPayment(loan, 'of-today', 47_300n));
      const late = done(
        await writer.run(arrivedPayment(loan, 'of-sunday', 10_000n, { receivedOn: SUNDAY })),
      );
      expect(late.body.receipt).toMatchObject({ amountCents: '10000', effectiveDate: SUNDAY });
      const kinds = (await entriesOf(loan)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'payment')).toHaveLength(2);
      expect(kinds).toContain('payment-reversed');
      expect(kinds).toContain('payment-reapplied');
    });

    test('a payment that comes back is mirrored, once', async () => {
      const loan = await newLoan();
      const { seq } = done(await writer.run(arrivedPayment(loan, 'paid', 47_300n)));
      const back = done(await writer.run(returnedPayment(loan, 'back', seq)));
      expect(back.body.receipt).toMatchObject({ amountCents: '47300', reason: 'r01' });
      const again = await writer.run(returnedPayment(loan, 'back-2', seq));
      expect(again).toMatchObject({ outcome: 'refused', code: 'payment-already-reversed' });
      const [state] = await store.query<{ principal: bigint }>(
        'select balances[1] as principal from contract_state where contract_id = $1',
        [loan],
      );
      expect(state?.principal).toBe(18_250_42n);
    });

    test('a lease takes money too', async () => {
      const lease = await boardSampleLease(store, `W-lease-${engine}`);
      expect(done(await writer.run(arrivedPayment(lease, 'key-1', 443_46n))).seq).toBe(2);
    });

    test('no key of a client stands in the way of entries that follow another key', async () => {
      const loan = await newLoan();
      await writer.run(arrivedPayment(loan, 'of-sunday#2', 47_300n));
      await writer.run(arrivedPayment(loan, 'of-sunday-2', 47_300n));
      const late = arrivedPayment(loan, 'of-sunday', 10_000n, { receivedOn: SUNDAY });
      expect(done(await writer.run(late)).isRepeat).toBe(false);
    });

    test('idle waits for everything that was asked for', async () => {
      const loan = await newLoan();
      let isDone = false;
      const running = writer.run(arrivedPayment(loan, 'key-1', 100n)).then(() => {
        isDone = true;
      });
      await writer.idle();
      await running;
      expect(isDone).toBe(true);
    });
  });
}

const SUNDAY = '2026-11-01' as typeof OPEN_DAY;
