import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dayAt } from '../../../lender/local-time.ts';
import { invitationLetter } from '../../../letters/paper/invitation-letter.ts';
import { beginPaper, type Paper } from '../../../letters/paper/paper.ts';
import type { Shell } from '../../../operation/shell.ts';
import { INVITATION_DAYS } from '../../../people/invitation-code.ts';
import { unknownNumbers } from '../../../people/invitations/invitation.sql.ts';
import { type InvitedCounts, invitePeople } from '../../../people/invitations/invite-people.ts';
import type { RequestOf } from '../../command.ts';
import type { Say } from '../../command-request.ts';
import { ALL_DONE, NOTHING_DONE, SOME_FAILED } from '../../exit-codes.ts';

/** Contracts that are named on the terminal before the rest is only counted. */
const NAMED_MAX = 10;

/**
 * Writes the letters into a file that only its owner can read. It is written under another name and
 * renamed when its codes count: a file with the right name is a whole one.
 */
export async function runInvite(
  shell: Shell,
  { numbers, out, again, publicUrl }: RequestOf<'invite'>,
  say: Say,
): Promise<number> {
  const unknown = await unknownNumbers(shell.store, numbers);
  if (unknown.length > 0) {
    say.line(`There is no contract ${unknown.join(', ')}. Nothing was done.`);
    return NOTHING_DONE;
  }
  if ((await stat(out).catch(() => null)) !== null) {
    say.line(`${out} is there already. Name another file with --out. Nothing was done.`);
    return NOTHING_DONE;
  }
  const making = `${out}.making`;
  const file = await open(making, 'w', 0o600).catch(() => null);
  if (file === null) {
    say.line(`${out} cannot be written. Name a file in a folder that exists with --out.`);
    return NOTHING_DONE;
  }
  try {
    const counts = await printTo(file, shell, { numbers, again, publicUrl });
    if (counts.letters > 0) await rename(making, out);
    tell(counts, out, shell, say);
    return counts.withoutAddress.length > 0 ? SOME_FAILED : ALL_DONE;
  } finally {
    await file.close();
    await rm(making, { force: true });
  }
}

async function printTo(
  file: FileHandle,
  shell: Shell,
  { numbers, again, publicUrl }: Pick<RequestOf<'invite'>, 'numbers' | 'again' | 'publicUrl'>,
): Promise<InvitedCounts> {
  const { lender, clock } = shell;
  const { brand } = lender;
  const madeAt = new Date(clock());
  let written: Promise<unknown> = Promise.resolve();
  const take = (chunk: Uint8Array): void => {
    written = written.then(() => file.write(chunk));
  };
  let begun: Paper | null = null;
  /** Begun by the first letter: without one there is nothing to write. */
  const paper = async (): Promise<Paper> => {
    begun ??= await beginPaper({ title: 'Invitations', madeAt }, take);
    return begun;
  };
  const today = inWords(dayAt(lender, madeAt.toISOString()));
  return invitePeople(
    shell,
    { numbers, again },
    async (letter) => {
      const until = inWords(dayAt(lender, new Date(letter.expiresMs).toISOString()));
      (await paper()).add(invitationLetter(brand, publicUrl, letter, { today, until }));
    },
    async () => {
      await (await paper()).end();
      await written;
      await file.sync();
    },
  );
}

function tell(
  { letters, registered, held, waiting, withoutAddress }: InvitedCounts,
  out: string,
  { lender, clock }: Shell,
  say: Say,
): void {
  const until = new Date(clock() + INVITATION_DAYS * 86_400_000).toISOString();
  say.line(
    letters === 0
      ? 'Nobody is to be invited: no file was written.'
      : `${counted(letters, 'letter')} in ${out}. The codes count until ` +
          `${inWords(dayAt(lender, until))}. Print the file, then delete it: it opens accounts.`,
  );
  if (registered > 0) say.line(`${counted(registered, 'person', 'people')} with an account.`);
  if (waiting > 0) {
    say.line(
      `${counted(waiting, 'person', 'people')} with a letter that still counts. ` +
        '--again makes a new one in its place.',
    );
  }
  if (held > 0) say.line(`${counted(held, 'person', 'people')} kept out by a hold.`);
  if (withoutAddress.length > 0) {
    const named = withoutAddress.slice(0, NAMED_MAX).join('; ');
    const more = withoutAddress.length - NAMED_MAX;
    say.line(
      `${counted(withoutAddress.length, 'person', 'people')} without a postal address: of ` +
        `${named}${more > 0 ? ` and ${more} more` : ''}. Board a parties file with it.`,
    );
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const words = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as people write it: "December 21, 2026". */
function inWords(day: string): string {
  return words.format(new Date(`${day}T00:00:00Z`));
}
