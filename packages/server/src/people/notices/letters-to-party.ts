import { decode } from '@roadbook/api/wire';
import { type Hold, stoppedBy } from '@roadbook/domain/contract/hold';
import { CHANNELS, type Channel } from '@roadbook/domain/person/channel';
import { date } from '@roadbook/domain/time/calendar';
import type { LetterTemplate } from '../../letters/letter-values.ts';
import type { Letter } from '../../letters/send-to-person.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import { type LetterValue, messageIdOf } from '../../platform/post/person/person-message.ts';
import type { ReportFault } from '../../platform/report-fault.ts';
import { calledBy, type Person, unsealPerson } from '../person.ts';
import type { NoticeLetter } from './notice-letter.ts';
import type { NoticePerson } from './notice-people.sql.ts';

/** People by id. Whoever cannot be opened is told of, and gets no letter; the others do. */
export function openPeople(
  { ring, report }: { readonly ring: KeyRing; readonly report: ReportFault },
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

/** What letters are about: a contract, what asked for them, and when. */
export type About = {
  readonly contractId: string;
  /** What makes the ids of the letters, so that asking twice sends once. */
  readonly asked: readonly (string | number)[];
  readonly nowMs: number;
  /** After this a letter is not worth sending. */
  readonly expiresMs?: number;
};

/** What is told: a template with its values, and under which topic it was wanted. */
export type Told = Pick<NoticeLetter, 'topic' | 'demands'> & {
  readonly template: LetterTemplate;
  readonly values: Readonly<Record<string, LetterValue>>;
};

/** The letters to one party: by each channel that is wanted and has an address. */
export function lettersTo(
  party: NoticePerson,
  person: Person,
  { contractId, asked, nowMs, ...times }: About,
  { template, topic, demands, values }: Told,
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
    const isAsked = choices.has(`${topic}:${channel}:true`);
    const declined = choices.has(`${topic}:${channel}:false`);
    if (channel === 'text' ? !isAsked : declined) return [];
    const { person_id: personId, contract_number: number } = party;
    const own = { name: calledBy(person), account: number.slice(-4) };
    const letter = {
      personId,
      messageId: messageIdOf(...asked, personId, channel),
      template,
      channel,
      to,
      values: { ...values, ...own },
      dueMs: nowMs,
      aboutContractId: contractId,
      ...times,
    };
    // Template and values belong together by their source, which the compiler cannot follow here.
    return [letter as Letter];
  });
}

function addressOf({ email, phone }: Person, channel: Channel): string | null {
  const address = channel === 'mail' ? email : phone;
  return address === null || address.trim() === '' ? null : address.trim();
}
