/** The outbox of persons on one engine: once asked, once sent, never lost, never logged. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderLetter } from '../../../src/letters/render-letter.ts';
import { type Letter, sendToPerson } from '../../../src/letters/send-to-person.ts';
import type { Carriers, Parcel } from '../../../src/platform/post/carriers/carrier.ts';
import { retryDeadLetters } from '../../../src/platform/post/dead-letters.sql.ts';
import { NotDelivered } from '../../../src/platform/post/not-delivered.ts';
import { messageIdOf } from '../../../src/platform/post/person/person-message.ts';
import {
  type PostParts,
  sendPersonRound,
} from '../../../src/platform/post/person/send-person-messages.ts';
import { countPost } from '../../../src/platform/post/post-counts.sql.ts';
import { TEST_CLOCK, TEST_KEYS, TEST_LENDER } from '../../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../../test-store.ts';

const NAME = 'Maximiliana';
const MAIL = 'dana@larkspur.example';
const PHONE = '+1 555 0107';

export function personOutboxOn(engine: Engine): void {
  describe(`the outbox of persons, ${engine}`, () => {
    let opened: TestStore;
    let nowMs: number;
    let sent: Parcel[];
    let said: string[];
    let fails: (parcel: Parcel) => Error | null | Promise<null>;
    let parts: PostParts;

    beforeEach(async () => {
      opened = await openTestStore(engine);
      nowMs = TEST_CLOCK();
      sent = [];
      said = [];
      fails = () => null;
      const carrier = {
        name: 'test',
        simulated: true,
        close: () => undefined,
        send: async (parcel: Parcel, mayLeave?: Promise<void>) => {
          await mayLeave;
          const fault = await fails(parcel);
          if (fault !== null) throw fault;
          sent.push(parcel);
        },
      };
      const clock = (): number => nowMs;
      const head = { brand: TEST_LENDER.brand, publicUrl: 'https://portal.example', clock };
      parts = {
        store: opened.store,
        ring: TEST_KEYS,
        carriers: { mail: carrier, text: carrier },
        clock,
        report: (words, error, facts) => {
          const { message, stack } = error instanceof Error ? error : new Error(String(error));
          said.push(JSON.stringify([words, facts, message, stack]));
        },
        render: (letter) => renderLetter(head, letter),
      };
    });
    afterEach(async () => {
      for (const line of said) {
        for (const personal of [NAME, MAIL, PHONE, '4711']) expect(line).not.toContain(personal);
      }
      await opened.end();
    });

    const letter = (changes: Partial<Letter> = {}): Letter =>
      ({
        personId: randomUUID(),
        messageId: randomUUID(),
        template: 'loan-closed',
        channel: 'mail',
        to: MAIL,
        values: { name: NAME, account: '4711' },
        dueMs: nowMs,
        aboutContractId: null,
        ...changes,
      }) as Letter;
    const ask = async (changes: Partial<Letter> = {}): Promise<Letter> => {
      const asked = letter(changes);
      await sendToPerson(parts.store, { ring: TEST_KEYS, nowMs }, asked);
      return asked;
    };
    const sendAll = async (owner = 'one'): Promise<number> => {
      let total = 0;
      for (let count = -1; count !== 0; ) {
        count = await sendPersonRound(parts, owner);
        total += count;
      }
      return total;
    };
    const ids = (): string[] => sent.map(({ id }) => id);
    const people = async () => (await countPost(parts.store, nowMs)).people;

    test('asked twice, a letter is sent once', async () => {
      const messageId = messageIdOf('sign-in', 7);
      expect(messageId).toBe(messageIdOf('sign-in', 7));
      expect(messageId).not.toBe(messageIdOf('sign-in', 8));
      const asked = await ask({ messageId });
      await ask(asked);
      expect(await sendAll()).toBe(1);
      await ask(asked);
      expect(await sendAll()).toBe(0);
      expect(sent[0]).toMatchObject({ id: messageId, to: MAIL });
      expect(sent[0]?.letter.text).toContain(`Hello ${NAME},`);
    });

    test('asked for in a transaction that fails, nothing is sent', async () => {
      const work = parts.store.transaction(async (tx) => {
        await sendToPerson(tx, { ring: TEST_KEYS, nowMs }, letter());
        throw new Error('the caller changed its mind');
      });
      await expect(work).rejects.toThrow('changed its mind');
      expect(await sendAll()).toBe(0);
    });

    test('a row shows neither address nor values, which go when it is sent', async () => {
      await ask();
      const read = () =>
        parts.store.query<{ row: string }>('select m::text as row from person_message m');
      const hex = (text: string): string => Buffer.from(text).toString('hex');
      for (const personal of [NAME, MAIL, '4711', hex(NAME), hex(MAIL)]) {
        expect((await read())[0]?.row).not.toContain(personal);
      }
      await sendAll();
      const [row] = await parts.store.query<{ data_sealed: Buffer | null }>(
        'select data_sealed from person_message',
      );
      expect(row?.data_sealed).toBeNull();
    });

    test('sealed for one row, an address opens in no other', async () => {
      const personId = randomUUID();
      const one = await ask({ personId });
      await ask({ personId });
      await parts.store.query(
        `update person_message set to_sealed =
           (select to_sealed from person_message where message_id = $1)`,
        [one.messageId],
      );
      expect(await sendAll()).toBe(1);
      expect(ids()).toEqual([one.messageId]);
      expect(said).toHaveLength(1);
    });

    test('waits longer each time under one id, and is given up after ten', async () => {
      const { messageId } = await ask();
      fails = () => new NotDelivered('smtp-451', 'try-later');
      const waits: number[] = [];
      for (let attempt = 1; attempt <= 10; attempt += 1) {
        expect(await sendAll()).toBe(0);
        const [row] = await parts.store.query<{ due_at: string; attempts: number }>(
          'select due_at, attempts from person_message',
        );
        expect(row?.attempts).toBe(attempt);
        waits.push((Date.parse(row?.due_at ?? '') - nowMs) / 1_000);
        nowMs = Date.parse(row?.due_at ?? '');
      }
      expect(waits.slice(0, 9)).toEqual([15, 45, 135, 405, 1_215, 3_645, 10_935, 21_600, 21_600]);
      expect(await people()).toEqual({ waiting: 0, late: 0, dead: 1 });
      fails = () => null;
      expect(await sendAll()).toBe(0);
      expect(await retryDeadLetters(parts.store, messageId, nowMs)).toBe(1);
      expect(await sendAll()).toBe(1);
      expect(ids()).toEqual([messageId]);
      expect(await people()).toEqual({ waiting: 0, late: 0, dead: 0 });
    });

    test('refused for good, it is given up at once with its code, and told of', async () => {
      const personId = randomUUID();
      await ask({ personId });
      const other = await ask({ personId });
      fails = ({ id }) => (id === other.messageId ? null : new NotDelivered('smtp-550', 'give-up'));
      await sendAll();
      expect(ids()).toEqual([other.messageId]);
      const [row] = await parts.store.query(
        'select last_code, attempts from person_message where dead_at is not null',
      );
      expect(row).toEqual({ last_code: 'smtp-550', attempts: 1 });
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('"code":"smtp-550"');
      expect(said[0]).toContain('A message was given up');
    });

    test('a mail server that is away ends the round; the rest keep their attempts', async () => {
      const personId = randomUUID();
      for (let n = 0; n < 3; n += 1) await ask({ personId });
      fails = () => new NotDelivered('smtp-econnection', 'pause');
      await expect(sendPersonRound(parts, 'one')).rejects.toThrow('smtp-econnection');
      const rows = await parts.store.query<{ attempts: number }>(
        'select attempts from person_message order by attempts',
      );
      expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0, 1]);
      fails = () => null;
      expect(await sendAll()).toBe(2);
      nowMs += 15_000;
      expect(await sendAll()).toBe(1);
      expect(new Set(ids()).size).toBe(3);
    });

    test('notices wait for an earlier one of their contract, own letters do not', async () => {
      const personId = randomUUID();
      const about = { personId, aboutContractId: randomUUID() };
      const first = await ask(about);
      nowMs += 1;
      const second = await ask(about);
      const elsewhere = await ask({ personId, aboutContractId: randomUUID() });
      const own = await ask({ personId });
      const text = await ask({ ...about, channel: 'text', to: PHONE });
      fails = ({ id }) =>
        id === first.messageId ? new NotDelivered('smtp-451', 'try-later') : null;
      await sendAll();
      expect(ids()[0]).toBe(own.messageId);
      expect(ids().toSorted()).toEqual(
        [own, elsewhere, text].map(({ messageId }) => messageId).toSorted(),
      );
      fails = () => null;
      nowMs += 15_000;
      await sendAll();
      expect(ids().slice(3)).toEqual([first.messageId, second.messageId]);
    });

    test('a letter of one’s own goes before the notices of every lane', async () => {
      for (let n = 0; n < 20; n += 1) {
        await ask({ personId: personInLane(n), aboutContractId: randomUUID() });
      }
      const own = await ask({ personId: personInLane(40) });
      await sendAll();
      expect(ids()[0]).toBe(own.messageId);
      expect(sent).toHaveLength(21);
    });

    test('a sender without its lease marks nothing: the new one sends again', async () => {
      const { messageId } = await ask();
      fails = async () => {
        fails = () => null;
        await parts.store.query("update person_message_lane set owner = 'thief'");
        return null;
      };
      await sendPersonRound(parts, 'slow');
      expect(await people()).toMatchObject({ waiting: 1 });
      await sendAll('thief');
      expect(ids()).toEqual([messageId, messageId]);
      expect(await people()).toMatchObject({ waiting: 0 });
    });

    test('a letter that is not marked goes again; the one after it has not left', async () => {
      const personId = randomUUID();
      for (let n = 0; n < 3; n += 1) await ask({ personId });
      const { store } = parts;
      let marks = 0;
      const query: typeof store.query = async (sql, values) => {
        if (typeof sql !== 'string' && sql.name === 'person-message-sent') {
          marks += 1;
          if (marks === 2) throw new Error('the database is away');
        }
        return store.query(sql, values);
      };
      const whole = parts;
      parts = { ...whole, store: { ...store, query } };
      await expect(sendPersonRound(parts, 'one')).rejects.toThrow('the database is away');
      expect(sent).toHaveLength(2);
      parts = whole;
      await sendAll();
      expect(ids()).toHaveLength(4);
      expect(new Set(ids()).size).toBe(3);
    });

    test('a lane that one sender has is left alone by another until its lease ends', async () => {
      await ask();
      const until = new Date(nowMs + 45_000).toISOString();
      await parts.store.query("update person_message_lane set owner = 'dead', lease_until = $1", [
        until,
      ]);
      expect(await sendAll('another')).toBe(0);
      nowMs += 45_001;
      expect(await sendAll('another')).toBe(1);
    });

    test('what is worth nothing any more is given up, and no retry brings it back', async () => {
      const { messageId } = await ask({ expiresMs: nowMs + 60_000 });
      nowMs += 60_000;
      expect(await sendAll()).toBe(0);
      expect(await people()).toEqual({ waiting: 0, late: 0, dead: 1 });
      expect(await retryDeadLetters(parts.store, messageId, nowMs)).toBe(0);
      expect(await retryDeadLetters(parts.store, null, nowMs)).toBe(0);
    });

    test('what nobody carries waits, counts as late in time, and is not lost', async () => {
      const carriers: Carriers = { ...parts.carriers, mail: null };
      parts = { ...parts, carriers };
      await ask();
      await ask({ channel: 'text', to: PHONE });
      expect(await sendAll()).toBe(1);
      expect(sent[0]).toMatchObject({ to: PHONE, letter: { subject: null, html: null } });
      expect(await people()).toEqual({ waiting: 1, late: 0, dead: 0 });
      nowMs += 15 * 60_000;
      expect(await people()).toEqual({ waiting: 1, late: 1, dead: 0 });
      const mail = parts.carriers.text;
      parts = { ...parts, carriers: { ...carriers, mail } };
      expect(await sendAll()).toBe(1);
      expect(sent.at(-1)?.to).toBe(MAIL);
    });

    test('what is due later waits until then', async () => {
      await ask({ dueMs: nowMs + 60_000 });
      expect(await sendAll()).toBe(0);
      expect(await people()).toEqual({ waiting: 0, late: 0, dead: 0 });
      nowMs += 60_000;
      expect(await sendAll()).toBe(1);
    });
  });
}

/** A person whose letters are in one lane. */
function personInLane(lane: number): string {
  return randomUUID().slice(0, -2) + lane.toString(16).padStart(2, '0');
}
