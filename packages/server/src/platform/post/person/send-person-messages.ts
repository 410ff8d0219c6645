import { CHANNELS } from '@roadbook/domain/person/channel';
import type { Store } from '../../database/store.ts';
import type { KeyRing } from '../../keys/key-ring.ts';
import type { Carriers, RenderedLetter } from '../carriers/carrier.ts';
import {
  type LaneBox,
  type LaneParts,
  type LaneWatch,
  sendLane,
  startLanes,
} from '../lane-runner.ts';
import { codeOf, NotDelivered } from '../not-delivered.ts';
import {
  leasePersonLane,
  markPersonRowsSent,
  type PersonRow,
  postponePersonRow,
  readyPersonRows,
  releasePersonLane,
} from './person.sql.ts';
import { openRow, type PersonMessage } from './person-message.ts';

/** What a letter is rendered from. */
export type ToRender = Pick<PersonMessage, 'template' | 'channel' | 'values'> & {
  readonly lang: string;
};

/** What the outbox of persons works with. */
export type PostParts = LaneParts & {
  readonly store: Store;
  readonly ring: KeyRing;
  readonly carriers: Carriers;
  /** Fills a template; throws when there is none of its name. */
  readonly render: (letter: ToRender) => RenderedLetter;
};

const RULES = {
  name: 'post office',
  leaseMs: 45_000,
  batch: 100,
  // No mail server knows our ids well enough to drop a repeat, so each letter is marked at once.
  marksEach: true,
  restShare: 0.1,
  // 15 s, 45 s, 2 min … up to 6 hours: ten attempts outlast most of a day without a mail server.
  waitMs: (attempts: number): number => Math.min(6 * 3_600_000, 5_000 * 3 ** attempts),
} as const;

/** Letters and texts to persons: rendered, and handed to whoever carries them. */
function postOf(parts: PostParts): LaneBox<PersonRow> {
  const { store, carriers } = parts;
  const channels = CHANNELS.filter((channel) => carriers[channel] !== null);
  return {
    rules: RULES,
    lease: (owner, nowMs, untilMs) => leasePersonLane(store, channels, owner, nowMs, untilMs),
    ready: (lane, nowMs, limit) => readyPersonRows(store, channels, lane, nowMs, limit),
    deliver: (row, mayLeave) => deliver(parts, row, mayLeave),
    mark: (lease, rows, nowMs) => markPersonRowsSent(store, lease, rows, nowMs),
    postpone: (row, { attempts, dueMs, deadMs, error }) =>
      postponePersonRow(store, row, { attempts, dueMs, deadMs, code: codeOf(error) }),
    release: (lease) => releasePersonLane(store, lease),
    orderOf: ({ person_id, about_contract_id: about, channel }) =>
      about === null ? null : `${person_id}:${about}:${channel}`,
    factsOf: ({ message_id, template, channel }) => ({ message: message_id, template, channel }),
  };
}

/** Starts sending to persons; without anybody to carry letters or texts, they wait. */
export function startPost(parts: PostParts, signal: AbortSignal): LaneWatch {
  const { mail, text } = parts.carriers;
  if (mail === null && text === null) return { notes: () => [] };
  return startLanes(postOf(parts), parts, signal);
}

/** Sends one lane of what is for persons, and returns how many messages were sent. */
export function sendPersonRound(parts: PostParts, owner: string): Promise<number> {
  return sendLane(postOf(parts), parts, owner);
}

async function deliver(
  { ring, clock, carriers, render }: PostParts,
  row: PersonRow,
  mayLeave: Promise<void>,
): Promise<void> {
  if (row.expires_at !== null && Date.parse(row.expires_at) <= clock()) {
    throw new NotDelivered('expired', 'give-up');
  }
  const { to, values } = openRow(ring, row);
  const { template, channel, lang } = row;
  const letter = render({ template, channel, lang, values });
  const carrier = carriers[channel];
  if (carrier === null) throw new NotDelivered('no-carrier', 'pause');
  await carrier.send({ id: row.message_id, personId: row.person_id, to, letter }, mayLeave);
}
