/** What the post office was asked to send to people, opened with the keys of tests. */

import type { PersonRow } from '@roadbook/server/platform/post/person/person.sql';
import { openRow } from '@roadbook/server/platform/post/person/person-message';
import type { TestPortal } from '../test-portal.ts';

export type SentLetter = {
  readonly template: string;
  readonly channel: string;
  readonly to: string;
  readonly values: Readonly<Record<string, unknown>>;
};

/** Every letter that was asked for, the newest last. */
export async function lettersOf({ shell }: TestPortal): Promise<SentLetter[]> {
  const rows = await shell.store.query<PersonRow & { template: string; channel: string }>(
    'select * from person_message order by created_at, message_id',
  );
  return rows.map((row) => ({
    template: row.template,
    channel: row.channel,
    ...openRow(shell.ring, row),
  }));
}

/** Takes the letters out of the outbox, so that the next ones are the only ones. */
export async function takeLetters(portal: TestPortal): Promise<SentLetter[]> {
  const letters = await lettersOf(portal);
  await portal.shell.store.query('delete from person_message');
  return letters;
}

/** The one code that was sent since the last look. */
export async function takeCode(portal: TestPortal): Promise<string> {
  const codes = (await takeLetters(portal)).filter(({ template }) => template === 'one-time-code');
  if (codes.length !== 1) throw new Error(`${codes.length} codes were sent`);
  return String(codes[0]?.values.code);
}
