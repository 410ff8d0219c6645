import type { Shell } from '../../operation/shell.ts';
import { recordLook } from '../access-log.sql.ts';
import { addressLines } from '../answer-details.ts';
import {
  INVITATION_DAYS,
  invitationHash,
  makeInvitationCode,
  printedCode,
} from '../invitation-code.ts';
import { fullName, unsealPerson } from '../person.ts';
import {
  type InvitableRow,
  insertInvitations,
  invitablePeople,
  type NewInvitation,
} from './invitation.sql.ts';

const DAY_MS = 86_400_000;
/** So many people are read, and so many codes are written, at a time. */
const AT_ONCE = 200;

/** What goes onto one page. */
export type InvitationToPrint = {
  readonly name: string;
  readonly address: readonly string[];
  readonly contractNumbers: string;
  readonly code: string;
  readonly expiresMs: number;
};

/** How many people got a letter, and why others did not. */
export type InvitedCounts = {
  readonly letters: number;
  readonly registered: number;
  readonly held: number;
  /** They have a letter whose code still counts. */
  readonly waiting: number;
  /** The numbers of contracts with somebody whose address is not on file. */
  readonly withoutAddress: readonly string[];
};

export type InviteWhom = {
  /** Contract numbers; all contracts where there are none. */
  readonly numbers: readonly string[];
  /** A new letter also for those whose last one still counts. */
  readonly again: boolean;
};

/**
 * Makes a letter with a code for everybody without an account. `print` is called for each, and
 * `finish` when the pages are on the disk: only then the codes begin to count, so that a run that
 * is cut off leaves no code that nobody has on paper. Only hashes of them are stored.
 */
export async function invitePeople(
  shell: Shell,
  { numbers, again }: InviteWhom,
  print: (letter: InvitationToPrint) => Promise<void>,
  finish: () => Promise<void>,
): Promise<InvitedCounts> {
  const { store, ring, clock } = shell;
  const nowMs = clock();
  const expiresMs = nowMs + INVITATION_DAYS * DAY_MS;
  const made: NewInvitation[] = [];
  const counts = { registered: 0, held: 0, waiting: 0 };
  const withoutAddress: string[] = [];
  const take = async (row: InvitableRow): Promise<void> => {
    if (row.is_registered) counts.registered += 1;
    else if (row.is_held) counts.held += 1;
    else if (row.has_letter && !again) counts.waiting += 1;
    else {
      const person = unsealPerson(ring, row);
      if (person.street === null) {
        withoutAddress.push(row.numbers);
        return;
      }
      const code = makeInvitationCode();
      const { person_id: personId, contract_id: contractId } = row;
      made.push({ codeHash: invitationHash(ring, code), personId, contractId });
      await print({
        name: fullName(person),
        address: addressLines(person),
        contractNumbers: row.numbers,
        code: printedCode(code),
        expiresMs,
      });
    }
  };
  for (let after: string | null = null; ; ) {
    const rows: InvitableRow[] = await invitablePeople(store, numbers, after, AT_ONCE, nowMs);
    for (const row of rows) await take(row);
    after = rows.at(-1)?.person_id ?? null;
    if (rows.length < AT_ONCE) break;
  }
  if (made.length > 0) {
    await finish();
    await store.transaction(async (tx) => {
      for (let at = 0; at < made.length; at += AT_ONCE) {
        const some = made.slice(at, at + AT_ONCE);
        await insertInvitations(tx, some, nowMs, expiresMs);
        for (const { personId, contractId } of some) {
          const look = { who: 'command-line', personId, contractId, what: 'invitation-printed' };
          await recordLook(tx, look, nowMs);
        }
      }
    });
  }
  return { letters: made.length, ...counts, withoutAddress };
}
