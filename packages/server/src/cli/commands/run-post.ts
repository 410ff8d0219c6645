import { NOTICE_TOPICS } from '@roadbook/domain/person/notice-topic';
import type { Shell } from '../../operation/shell.ts';
import { partyOf, setNoticePreference } from '../../people/notices/notice-people.sql.ts';
import {
  type DeadLetter,
  listDeadLetters,
  retryDeadLetters,
} from '../../platform/post/dead-letters.sql.ts';
import { type BoxCounts, countPost } from '../../platform/post/post-counts.sql.ts';
import type { RequestOf } from '../command.ts';
import type { Say } from '../command-request.ts';

const LISTED_MAX = 200;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Prints what waits and what was given up, by code and template, without a person in it. */
export async function runPost({ store, clock }: Shell, say: Say): Promise<number> {
  const { contracts, people } = await countPost(store, clock());
  say.line(`Letters and texts: ${inWords(people)}.`);
  say.line(`What contracts ask for: ${inWords(contracts)}.`);
  const dead = await listDeadLetters(store, LISTED_MAX);
  if (dead.length === 0) return 0;
  for (const [heading, rows] of grouped(dead)) {
    say.line(`${heading}: ${rows.length}`);
    for (const { reference, attempts, dead_at: at } of rows) {
      say.line(`  ${reference}  given up ${at.slice(0, 16)} UTC after ${attempts} attempts`);
    }
  }
  if (dead.length === LISTED_MAX) say.line(`Only the newest ${LISTED_MAX} are listed.`);
  say.line('To try letters again: roadbook post retry <message-id>, or roadbook post retry all');
  return 0;
}

const inWords = ({ waiting, late, dead }: BoxCounts): string =>
  `${waiting} waiting (${late} of them late), ${dead} given up`;

function grouped(dead: readonly DeadLetter[]): ReadonlyMap<string, DeadLetter[]> {
  const groups = new Map<string, DeadLetter[]>();
  for (const each of dead) {
    const heading = `${each.code}, ${each.template}`;
    groups.set(heading, [...(groups.get(heading) ?? []), each]);
  }
  return groups;
}

/** Lets letters be tried again that were given up. */
export async function runPostRetry(
  { store, clock }: Shell,
  which: string,
  say: Say,
): Promise<number> {
  const id = which.trim().toLowerCase();
  if (id !== 'all' && !UUID.test(id)) {
    say.line(`"${which}" is no message id. See: roadbook post`);
    return 1;
  }
  const count = await retryDeadLetters(store, id === 'all' ? null : id, clock());
  say.line(
    count === 0
      ? 'No such letter was given up, or its time is over. See: roadbook post'
      : `${count} will be tried again.`,
  );
  return count === 0 ? 1 : 0;
}

/** Records what a person of a contract wants to be told of, as they said it on the telephone. */
export async function runPostNotices(
  { store, clock }: Shell,
  { number, role, channel, wanted, topic }: RequestOf<'post-notices'>,
  say: Say,
): Promise<number> {
  const topics = NOTICE_TOPICS.filter((each) => topic === null || each === topic);
  if (topics.length === 0) {
    say.line(`"${topic}" is no topic. There are: ${NOTICE_TOPICS.join(', ')}.`);
    return 1;
  }
  const personId = await partyOf(store, number, role);
  if (personId === null) {
    say.line(`No contract ${number} has a ${role}. Nothing was changed.`);
    return 1;
  }
  await store.transaction(async (tx) => {
    for (const each of topics) {
      await setNoticePreference(tx, { personId, topic: each, channel, wanted }, clock());
    }
  });
  const what = channel === 'mail' ? 'letters by mail' : 'texts';
  say.line(
    `The ${role} of ${number} ${wanted ? 'gets' : 'gets no'} ${what}: ${topics.join(', ')}.`,
  );
  return 0;
}
