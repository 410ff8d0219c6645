import type { Shell } from '../../../operation/shell.ts';
import { credentialOfLogin } from '../../../people/credential.sql.ts';
import { keepOut, letIn } from '../../../people/holds/keep-out.ts';
import { loginHash } from '../../../people/person.ts';
import type { Say } from '../../command-request.ts';

const WHO = 'command-line';

/** Keeps a person out, and late fees off their contracts. */
export async function runAccessClose(
  shell: Shell,
  { login, because }: { readonly login: string; readonly because: string },
  say: Say,
): Promise<number> {
  const personId = await personOf(shell, login, say);
  if (personId === null) return 1;
  const contracts = await keepOut(shell, personId, because, WHO);
  say.line(`They are signed out and kept out. No late fee falls on ${contracts} contracts.`);
  say.line('To let them in again: roadbook access open <login>');
  return 0;
}

/** Lifts every hold of a person, and the holds that came with them on contracts. */
export async function runAccessOpen(shell: Shell, login: string, say: Say): Promise<number> {
  const personId = await personOf(shell, login, say);
  if (personId === null) return 1;
  const lifted = await letIn(shell, personId, WHO);
  say.line(
    lifted.length === 0
      ? 'Nothing keeps them out.'
      : `Lifted: ${lifted.join(', ')}. They can sign in again.`,
  );
  return 0;
}

async function personOf({ store, ring }: Shell, login: string, say: Say): Promise<string | null> {
  const row = await credentialOfLogin(store, loginHash(ring, login));
  if (row === undefined) say.line('Nobody signs in by that name.');
  return row?.person_id ?? null;
}
