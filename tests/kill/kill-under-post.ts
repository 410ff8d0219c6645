/** Letters that a server sends, and a server that is killed again and again while it does. */
import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sendToPersons } from '@roadbook/server/letters/send-to-person';
import type { Store } from '@roadbook/server/platform/database/store';
import { type KeyRing, parseKeys } from '@roadbook/server/platform/keys/key-ring';
import { type MailSink, openMailSink } from '@roadbook/server/testing/platform/post/mail-sink';
import type { KillPlace } from './kill-place.ts';
import { freePort, roadbook, type Settings, startServer } from './server-process.ts';

export type PostKillReport = {
  readonly kills: number;
  readonly letters: number;
  /** Letters that were never handed over. */
  readonly lost: number;
  /** Letters beyond the first of their id. */
  readonly repeated: number;
  /** Ids that nobody asked for. */
  readonly strange: number;
  /** Rows that are not marked as sent, or still hold their values. */
  readonly unmarked: number;
};

const LETTERS_A_KILL = 150;

/**
 * What stays unmarked. A letter that had arrived when its server was killed is leased to that one
 * for a while, and then goes out once more: it is waited for, once.
 */
async function markTheRest(
  place: KillPlace,
  settings: Settings,
  port: number,
  sink: MailSink,
): Promise<number> {
  const unmarked = await unmarkedAt(place);
  if (unmarked === 0) return 0;
  const arrived = sink.mails.length;
  const server = await startServer(settings, port);
  await sink.until(() => sink.mails.length >= arrived + unmarked);
  await server.stop();
  return unmarkedAt(place);
}

async function unmarkedAt(place: KillPlace): Promise<number> {
  const store = await place.openStore();
  const unmarked = await countUnmarked(store);
  await store.close();
  return unmarked;
}

/** Writes letters, lets them be sent under kills, and returns what arrived. */
export async function killUnderPost(place: KillPlace, kills: number): Promise<PostKillReport> {
  const sink = await openMailSink();
  const settings = { ...place.settings, ROADBOOK_SMTP: `smtp://127.0.0.1:${sink.port}` };
  try {
    await roadbook(settings, 'post');
    const asked = await writeLetters(place, kills * LETTERS_A_KILL + 200);
    const port = await freePort();
    for (let kill = 1; kill <= kills; kill += 1) await sendUntilKilled(settings, port, sink);
    const server = await startServer(settings, port);
    await sink.until(() => new Set(sink.ids()).size >= asked.length);
    await server.stop();
    const unmarked = await markTheRest(place, settings, port, sink);
    const arrived = new Set(sink.ids());
    const wanted = new Set(asked);
    return {
      kills,
      letters: asked.length,
      lost: asked.filter((id) => !arrived.has(id)).length,
      repeated: sink.mails.length - arrived.size,
      strange: [...arrived].filter((id) => !wanted.has(id)).length,
      unmarked,
    };
  } finally {
    await sink.close();
  }
}

async function writeLetters(place: KillPlace, count: number): Promise<string[]> {
  const ring = await ringOf(place);
  const store = await place.openStore();
  const nowMs = Date.now();
  const letters = Array.from({ length: count }, (_, n) => ({
    personId: randomUUID(),
    messageId: randomUUID(),
    template: 'loan-closed' as const,
    channel: 'mail' as const,
    to: `person-${n}@customer.example`,
    values: { name: `Person ${n}`, account: '1234' },
    dueMs: nowMs,
    aboutContractId: n % 3 === 0 ? randomUUID() : null,
  }));
  for (let from = 0; from < count; from += 500) {
    await sendToPersons(store, { ring, nowMs }, letters.slice(from, from + 500));
  }
  await store.close();
  return letters.map(({ messageId }) => messageId);
}

/** The keys of the place: of the settings, or of the file beside the embedded database. */
async function ringOf({ settings }: KillPlace): Promise<KeyRing> {
  const { ROADBOOK_KEYS: keys, ROADBOOK_DATA: folder = '' } = settings;
  return parseKeys(keys ?? (await readFile(join(folder, 'keys', 'keys.txt'), 'utf8')));
}

/** Kills the server somewhere after a number of letters, not at the very end of one. */
async function sendUntilKilled(settings: Settings, port: number, sink: MailSink): Promise<void> {
  const last = sink.mails.length + randomInt(5, LETTERS_A_KILL / 2);
  const server = await startServer(settings, port);
  await sink.until(() => sink.mails.length >= last);
  setTimeout(server.kill, randomInt(0, 25));
  await server.ended;
}

async function countUnmarked(store: Store): Promise<number> {
  const rows = await store.query(
    'select from person_message where sent_at is null or data_sealed is not null',
  );
  return rows.length;
}
