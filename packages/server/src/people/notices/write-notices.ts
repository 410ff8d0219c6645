import { sendToPersons } from '../../letters/send-to-person.ts';
import type { Queryable } from '../../platform/database/store.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import type { OutboxRow } from '../../platform/post/outbox.sql.ts';
import type { Notices } from '../../platform/post/send-outbox.ts';
import type { ReportFault } from '../../platform/report-fault.ts';
import { lettersTo, openPeople } from './letters-to-party.ts';
import { noticeLetter } from './notice-letter.ts';
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
      const { contract_id: contractId, seq, n } = row;
      const about = { contractId, asked: ['notice', contractId, seq, n], nowMs };
      return person === undefined ? [] : lettersTo(party, person, about, notice);
    });
  });
  await sendToPersons(tx, { ring: parts.ring, nowMs }, letters);
}
