import { decode } from '@roadbook/api/wire';
import { type Hold, stoppedBy } from '@roadbook/domain/contract/hold';
import { date } from '@roadbook/domain/time/calendar';
import { type Letter, sendToPersons } from '../../letters/send-to-person.ts';
import type { Queryable } from '../../platform/database/store.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import type { OutboxRow } from '../../platform/post/outbox.sql.ts';
import { CHANNELS, type Channel } from '../../platform/post/person/channel.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import type { Notices } from '../../platform/post/send-outbox.ts';
import type { ReportFault } from '../../platform/report-fault.ts';
import { calledBy, type Person, unsealPerson } from '../person.ts';
import { type NoticeLetter, noticeLetter } from './notice-letter.ts';
import { type NoticePerson, noticePeople } from './notice-people.sql.ts';

export type NoticeParts = {
  readonly ring: KeyRing;
  readonly clock: () => number;
  readonly report: ReportFault;
};

/** How the notices of contracts become letters to the people who want them. */
export function noticesOf(parts: NoticeParts): Notices {
  return {
    check: (row) => void noticeLetter(row),
    write: (tx, rows) => writeNotices(tx, parts, rows),
  };
}

/**
 * Writes the letters of notices: to each party of the contract who wants the topic by the channel
 * and has an address for it. What a hold stops is not written (`HOLD_STOPS`).
 */
async function writeNotices(
  tx: Queryable,
  parts: NoticeParts,
  rows: readonly OutboxRow[],
): Promise<void> {
  const people = await noticePeople(
    tx,
    rows.map((row) => row.contract_id),
  );
  if (people.length === 0) return;
  const byContract = new Map<string, NoticePerson[]>();
  for (const each of people) {
    byContract.set(each.contract_id, [...(byContract.get(each.contract_id) ?? []), each]);
  }
  const opened = openPeople(parts, people);
  const nowMs = parts.clock();
  const letters = rows.flatMap((row) => {
    const notice = noticeLetter(row);
    return (byContract.get(row.contract_id) ?? []).flatMap((party) => {
      const person = opened.get(party.person_id);
      return person === undefined ? [] : lettersTo(party, person, row, notice, nowMs);
    });
  });
  await sendToPersons(tx, { ring: parts.ring, nowMs }, letters);
}

/** People by id. Whoever cannot be opened is told of, and gets no letter; the others do. */
function openPeople(
  { ring, report }: NoticeParts,
  people: readonly NoticePerson[],
): ReadonlyMap<string, Person> {
  const opened = new Map<string, Person>();
  const closed = new Set<string>();
  let fault: unknown = null;
  for (const row of people) {
    if (opened.has(row.person_id) || closed.has(row.person_id)) continue;
    try {
      opened.set(row.person_id, unsealPerson(ring, row));
    } catch (error) {
      closed.add(row.person_id);
      fault = error;
    }
  }
  if (closed.size > 0) {
    const facts = { code: 'person-not-opened', people: closed.size };
    report('People could not be told of their contracts', fault, facts);
  }
  return opened;
}

function lettersTo(
  party: NoticePerson,
  person: Person,
  row: OutboxRow,
  { template, topic, demands, values }: NoticeLetter,
  nowMs: number,
): Letter[] {
  const holds = decode<readonly Hold[]>(party.holds);
  const day = date(party.open_day);
  if (demands && stoppedBy(holds, 'demand-notices', day) !== null) return [];
  const mayText = stoppedBy(holds, 'calls-and-texts', day) === null;
  const choices = new Set(party.choices.split(' '));
  return CHANNELS.flatMap((channel): Letter[] => {
    const to = addressOf(person, channel);
    if (to === null || (channel === 'text' && !mayText)) return [];
    // Nobody is texted who has not asked for it (47 USC 227); mail is sent until it is declined.
    const asked = choices.has(`${topic}:${channel}:true`);
    const declined = choices.has(`${topic}:${channel}:false`);
    if (channel === 'text' ? !asked : declined) return [];
    const { person_id: personId, contract_number: number } = party;
    const { contract_id: aboutContractId, seq, n } = row;
    const own = { name: calledBy(person), account: number.slice(-4) };
    const letter = {
      personId,
      messageId: messageIdOf('notice', aboutContractId, seq, n, personId, channel),
      template,
      channel,
      to,
      values: { ...values, ...own },
      dueMs: nowMs,
      aboutContractId,
    };
    // Template and values are of one row of `NOTICES`, which the compiler cannot follow here.
    return [letter as Letter];
  });
}

function addressOf({ email, phone }: Person, channel: Channel): string | null {
  const address = channel === 'mail' ? email : phone;
  return address === null || address.trim() === '' ? null : address.trim();
}
