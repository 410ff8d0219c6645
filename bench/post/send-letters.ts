import { randomUUID } from 'node:crypto';
import { LARKSPUR } from '@roadbook/server/lender/larkspur/larkspur';
import { renderLetter } from '@roadbook/server/letters/render-letter';
import { type Letter, sendToPersons } from '@roadbook/server/letters/send-to-person';
import type { Store } from '@roadbook/server/platform/database/store';
import type { KeyRing } from '@roadbook/server/platform/keys/key-ring';
import type { Carrier } from '@roadbook/server/platform/post/carriers/carrier';
import { startPost } from '@roadbook/server/platform/post/person/send-person-messages';

const HEAD = { brand: LARKSPUR.brand, publicUrl: 'https://portal.example', clock: Date.now };

const VALUES = {
  name: 'Maya',
  account: '0117',
  amount: { cents: '44660' },
  on: { day: '2026-12-04' },
} as const;

/** The letter that both ways send. */
const RENDERED = renderLetter(HEAD, {
  template: 'payment-received',
  channel: 'mail',
  lang: 'en',
  values: VALUES,
});

/** Writes letters that wait, half of them notices of contracts. */
export async function askForLetters(store: Store, ring: KeyRing, count: number): Promise<void> {
  const nowMs = Date.now();
  const letters = Array.from(
    { length: count },
    (_, n): Letter => ({
      personId: randomUUID(),
      messageId: randomUUID(),
      template: 'payment-received',
      channel: 'mail',
      to: `person-${n}@customer.example`,
      values: VALUES,
      dueMs: nowMs,
      aboutContractId: n % 2 === 0 ? randomUUID() : null,
    }),
  );
  for (let from = 0; from < count; from += 1_000) {
    await sendToPersons(store, { ring, nowMs }, letters.slice(from, from + 1_000));
  }
}

/** Lets the post office send all that waits, and returns how many a second it was. */
export async function postPerSecond(
  store: Store,
  ring: KeyRing,
  mail: Carrier,
  count: number,
): Promise<number> {
  const stop = new AbortController();
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    let sent = 0;
    const counting: Carrier = {
      ...mail,
      send: async (parcel, mayLeave) => {
        await mail.send(parcel, mayLeave);
        sent += 1;
        if (sent === count) resolve();
      },
    };
    const report = (_words: string, error: unknown): void => reject(error);
    const carriers = { mail: counting, text: null };
    const render = (letter: Parameters<typeof renderLetter>[1]) => renderLetter(HEAD, letter);
    startPost({ store, ring, carriers, clock: Date.now, report, render }, stop.signal);
  });
  const seconds = (performance.now() - began) / 1_000;
  stop.abort();
  return count / seconds;
}

/** Hands the same letters to the library alone, one after the other, as the post office does. */
export async function barePerSecond(mail: Carrier, count: number): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < count; n += 1) {
    const to = `person-${n}@customer.example`;
    await mail.send({ id: randomUUID(), personId: '', to, letter: RENDERED });
  }
  return count / ((performance.now() - began) / 1_000);
}
