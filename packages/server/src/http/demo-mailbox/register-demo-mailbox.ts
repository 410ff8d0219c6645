import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Shell } from '../../operation/shell.ts';
import { fullName, unsealPerson } from '../../people/person.ts';
import {
  findDemoLetter,
  findDemoMailbox,
  listDemoLetters,
  listDemoMailboxes,
} from '../../platform/post/carriers/demo-letter.sql.ts';
import { openShell } from '../open-shell.ts';
import type { PortalOptions } from '../portal-options.ts';
import {
  framedLetter,
  LISTED_MAX,
  letterPage,
  MAILBOX_STYLE_URL,
  MAILBOX_URL,
  mailboxesPage,
  mailboxPage,
} from './mailbox-pages.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type ByPerson = { readonly Params: { readonly personId: string } };
type ByLetter = { readonly Params: { readonly personId: string; readonly messageId: string } };

/**
 * The mailbox of the demonstration: what the simulated post office has delivered, for anybody to
 * read. It exists with that post office only; elsewhere these addresses are not found.
 */
export async function registerDemoMailbox(
  app: FastifyInstance,
  options: PortalOptions,
): Promise<void> {
  if (options.hasDemoMailbox !== true) return;
  const style = await readFile(new URL('./mailbox.css', import.meta.url), 'utf8');
  const shell = (): Shell => openShell(options);
  const zone = (): string => shell().lender.brand.timeZone;
  app.get(MAILBOX_STYLE_URL, async (_request, reply) => {
    const { light, dark } = shell().lender.brand.accent;
    const accents = `:root{--brand-accent-light:${light};--brand-accent-dark:${dark}}`;
    const css = reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache');
    return css.send(`${style}\n${accents}\n`);
  });
  app.get(MAILBOX_URL, async (_request, reply) => {
    const rows = await listDemoMailboxes(shell().store, LISTED_MAX);
    return sendPage(reply, mailboxesPage(rows.map((row) => mailboxOf(shell(), row))));
  });
  app.get<ByPerson>(`${MAILBOX_URL}/:personId`, async ({ params: { personId } }, reply) => {
    const owner = await ownerOf(shell(), personId);
    if (owner === null) return reply.callNotFound();
    const letters = await listDemoLetters(shell().store, personId, LISTED_MAX);
    return sendPage(reply, mailboxPage(owner, letters, zone()));
  });
  app.get<ByLetter>(`${MAILBOX_URL}/:personId/:messageId`, async ({ params }, reply) => {
    const owner = await ownerOf(shell(), params.personId);
    const letter = await letterOf(shell(), params);
    if (owner === null || letter === null) return reply.callNotFound();
    return sendPage(reply, letterPage(owner, letter, zone()));
  });
  app.get<ByLetter>(`${MAILBOX_URL}/:personId/:messageId/html`, async ({ params }, reply) => {
    const html = (await letterOf(shell(), params))?.body_html ?? null;
    if (html === null) return reply.callNotFound();
    // A letter carries its styles with it, as mail programs need; nothing else of it runs or loads.
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; " +
        'sandbox allow-top-navigation-by-user-activation',
    );
    return sendPage(reply, framedLetter(html));
  });
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .send(html);
}

async function letterOf(
  { store }: Shell,
  { personId, messageId }: { readonly personId: string; readonly messageId: string },
) {
  if (!UUID.test(personId) || !UUID.test(messageId)) return null;
  return findDemoLetter(store, personId, messageId);
}

async function ownerOf(shell: Shell, personId: string) {
  if (!UUID.test(personId)) return null;
  const row = await findDemoMailbox(shell.store, personId);
  return row === null ? null : mailboxOf(shell, row);
}

type MailboxRow = NonNullable<Awaited<ReturnType<typeof findDemoMailbox>>>;

function mailboxOf({ ring }: Shell, row: MailboxRow) {
  const name = fullName(unsealPerson(ring, row));
  return { personId: row.person_id, name, letters: row.letters };
}
