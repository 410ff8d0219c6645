/** Notices of contracts on one engine: who gets which letter, and who does not. */
import type { Hold, HoldKind } from '@roadbook/domain/contract/hold';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contractIdOf } from '../../src/boarding/board-record.ts';
import { loadParties } from '../../src/boarding/read/party/party-index.ts';
import { closeOpenDay } from '../../src/book/day/close-day.ts';
import { createWriter, type Writer } from '../../src/book/write/writer.ts';
import { setNoticePreference } from '../../src/people/notices/notice-people.sql.ts';
import { noticesOf } from '../../src/people/notices/write-notices.ts';
import { simulatedPaymentGateway } from '../../src/platform/gateway/simulated-payment-gateway.ts';
import { markPastMessagesSent } from '../../src/platform/post/mark-past-messages-sent.sql.ts';
import type { PersonRow } from '../../src/platform/post/person/person.sql.ts';
import { openRow } from '../../src/platform/post/person/person-message.ts';
import { sendRound } from '../../src/platform/post/send-outbox.ts';
import { boardText, DEAL, loanFile } from '../sample-book.ts';
import { arrivedPayment, returnedPayment } from '../sample-payment.ts';
import { TEST_CLOCK, TEST_KEYS } from '../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../test-store.ts';

const PARTIES = [
  'contract_number,asset_number,role,first_name,last_name,date_of_birth,ssn,email,phone',
  'LMF-1001,L-1,borrower,Dana,Whitfield,1986-04-12,900-10-0001,dana@larkspur.example,555-555-0107',
  'LMF-1001,L-1,co-borrower,Robin,Whitfield,1988-01-30,900-10-0002,,',
  'LMF-1002,L-2,borrower,Sam,Okafor,1979-11-02,900-10-0003,sam@larkspur.example,',
].join('\n');
const [LOAN, LATE] = [contractIdOf(DEAL, 'L-1'), contractIdOf(DEAL, 'L-2')];

type Written = {
  readonly to: string;
  readonly channel: string;
  readonly template: string;
  readonly values: unknown;
};

export function noticesOn(engine: Engine): void {
  describe(`notices of contracts, ${engine}`, () => {
    let opened: TestStore;
    let writer: Writer;
    let nowMs: number;
    let said: unknown[];
    const clock = (): number => nowMs;

    beforeEach(async () => {
      opened = await openTestStore(engine);
      nowMs = TEST_CLOCK();
      said = [];
      const parties = await loadParties([Buffer.from(PARTIES)], (reject) => {
        throw new Error(JSON.stringify(reject));
      });
      const file = loanFile([
        { assetNumber: 'L-1' },
        { assetNumber: 'L-2', currentDelinquencyStatus: '16' },
      ]);
      const { rejects } = await boardText(opened.store, file, { parties });
      expect(rejects).toEqual([]);
      writer = createWriter(opened.store, clock);
      await opened.store.query('update outbox set sent_at = now() where sent_at is null');
    });
    afterEach(() => opened.end());

    const report = (...told: unknown[]): void => void said.push(told);
    const sendAll = async (): Promise<void> => {
      const notices = noticesOf({ ring: TEST_KEYS, clock, report });
      const gateway = simulatedPaymentGateway();
      const parts = { store: opened.store, gateway, clock, report, notices };
      while ((await sendRound(parts, 'one')) > 0);
    };
    const pay = async (contractId: string, key: string, cents: bigint): Promise<void> => {
      nowMs += 1;
      const { outcome } = await writer.run(arrivedPayment(contractId, key, cents));
      expect(outcome).toBe('done');
    };
    const written = async (): Promise<Written[]> => {
      const rows = await opened.store.query<PersonRow>(
        'select * from person_message order by created_at, place, channel',
      );
      return rows.map((row) => {
        const { channel, template } = row;
        return { channel, template, ...openRow(TEST_KEYS, row) };
      });
    };
    const hold = (contractId: string, kind: HoldKind) => {
      const held: Hold = {
        kind,
        from: '2026-01-01' as Hold['from'],
        until: null,
        party: null,
        evidence: 'test',
        decidedBy: 'test',
      };
      return opened.store.query('update contract_state set holds = $2 where contract_id = $1', [
        contractId,
        JSON.stringify([held]),
      ]);
    };
    const prefer = async (topic: 'payments', channel: 'mail' | 'text', wanted: boolean) => {
      const [dana] = await opened.store.query<{ person_id: string }>(
        "select person_id from contract_party where contract_id = $1 and role = 'borrower'",
        [LOAN],
      );
      const personId = dana?.person_id ?? '';
      await setNoticePreference(opened.store, { personId, topic, channel, wanted }, nowMs);
    };

    test('a payment is told to each party with an address, and to nobody else', async () => {
      await pay(LOAN, 'pay:1', 12_345n);
      await sendAll();
      expect(await written()).toEqual([
        {
          channel: 'mail',
          template: 'payment-received',
          to: 'dana@larkspur.example',
          values: {
            name: 'Dana',
            account: '1001',
            amount: { cents: '12345' },
            on: { day: '2026-11-02' },
          },
        },
      ]);
    });

    test('letters are about the entries in their order, and none is written twice', async () => {
      for (const n of [1, 2, 3]) await pay(LOAN, `pay:${n}`, BigInt(n) * 1_000n);
      await sendAll();
      const once = await written();
      expect(once.map(({ values }) => (values as { amount: object }).amount)).toEqual(
        [1_000, 2_000, 3_000].map((cents) => ({ cents: `${cents}` })),
      );
      await opened.store.query("update outbox set sent_at = null where topic = 'notice'");
      await sendAll();
      expect(await written()).toHaveLength(once.length);
    });

    test('a payment that comes back says why, and how much it was', async () => {
      await pay(LOAN, 'pay:1', 12_345n);
      const [row] = await opened.store.query<{ seq: number }>(
        "select seq from entry where contract_id = $1 and kind = 'payment'",
        [LOAN],
      );
      await writer.run(returnedPayment(LOAN, 'return:1', row?.seq ?? 0));
      await sendAll();
      expect((await written()).at(-1)).toMatchObject({
        template: 'payment-reversed',
        values: { amount: { cents: '12345' }, reason: 'returned.r01', on: { day: '2026-11-02' } },
      });
    });

    test('whoever does not want mail gets none; whoever wants texts gets texts', async () => {
      await prefer('payments', 'mail', false);
      await pay(LOAN, 'pay:1', 1_000n);
      await sendAll();
      expect(await written()).toEqual([]);
      await prefer('payments', 'text', true);
      await pay(LOAN, 'pay:2', 2_000n);
      await sendAll();
      expect(await written()).toMatchObject([{ channel: 'text', template: 'payment-received' }]);
      await prefer('payments', 'mail', true);
      await pay(LOAN, 'pay:3', 3_000n);
      await sendAll();
      expect((await written()).slice(1).map(({ channel }) => channel)).toEqual(['mail', 'text']);
    });

    /** Lives until the payment of November 15 is out of grace. */
    const liveUntilLate = async (): Promise<void> => {
      for (let days = 0; days < 26; days += 1) {
        nowMs += 86_400_000;
        await closeOpenDay(opened.store, clock);
      }
    };
    const lateFees = async (): Promise<number> => {
      const rows = await opened.store.query(
        "select from outbox where template = 'late-fee-assessed' and contract_id = $1",
        [LATE],
      );
      return rows.length;
    };

    test('a late fee is told of', async () => {
      await liveUntilLate();
      expect(await lateFees()).toBe(1);
      await sendAll();
      await sendAll();
      const late = (await written()).filter(({ to }) => to === 'sam@larkspur.example');
      expect(late).toMatchObject([{ template: 'late-fee-assessed', values: { account: '1002' } }]);
    });

    test('whoever asked us to stop writing is not pressed for a late fee', async () => {
      await hold(LATE, 'cease-communication');
      await liveUntilLate();
      expect(await lateFees()).toBe(1);
      await sendAll();
      await sendAll();
      expect((await written()).map(({ to }) => to)).not.toContain('sam@larkspur.example');
    });

    test('a hold that stops texts lets the mail about a payment go', async () => {
      await prefer('payments', 'text', true);
      await hold(LOAN, 'represented');
      await pay(LOAN, 'pay:1', 1_000n);
      await sendAll();
      expect((await written()).map(({ channel }) => channel)).toEqual(['mail']);
    });

    test('a past that was simulated writes to nobody', async () => {
      await pay(LOAN, 'pay:1', 1_000n);
      await markPastMessagesSent(opened.store);
      await sendAll();
      expect(await written()).toEqual([]);
    });

    test('a notice without words is tried again and told of, and others go on', async () => {
      await pay(LOAN, 'pay:1', 1_000n);
      await pay(LATE, 'pay:1', 2_000n);
      await opened.store.query(
        "update outbox set template = 'from-the-future' where contract_id = $1 and sent_at is null",
        [LOAN],
      );
      // A round that could send nothing ends the first; the other lane is of the next.
      await sendAll();
      await sendAll();
      expect((await written()).map(({ to }) => to)).toEqual(['sam@larkspur.example']);
      expect(said).toHaveLength(1);
    });

    test('people who cannot be opened are counted, and others get letters', async () => {
      await pay(LOAN, 'pay:1', 1_000n);
      await pay(LATE, 'pay:1', 2_000n);
      await opened.store.query(
        `update person set sealed = '\\x00' where person_id in
           (select person_id from contract_party where contract_id = $1 and role = 'borrower')`,
        [LOAN],
      );
      await sendAll();
      expect((await written()).map(({ to }) => to)).toEqual(['sam@larkspur.example']);
      expect(said).toEqual([
        [
          'People could not be told of their contracts',
          expect.anything(),
          { code: 'person-not-opened', people: 1 },
        ],
      ]);
    });
  });
}
