import { say } from '../../letters/copy.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import type { DemoLetter } from '../../platform/post/carriers/demo-letter.sql.ts';

/** Somebody who has got something. */
export type Mailbox = {
  readonly personId: string;
  readonly name: string;
  readonly letters: number;
};

export const MAILBOX_URL = '/demo/mailbox';
export const MAILBOX_STYLE_URL = '/demo/mailbox.css';

/** So many of a person’s letters are listed: a demonstration is looked around in, not searched. */
export const LISTED_MAX = 100;

const words = (key: string, values?: Readonly<Record<string, string | number>>): string =>
  escapeHtml(say('en', `mailbox.${key}`, values));

const nameOf = (name: string): string => (name === '' ? say('en', 'mailbox.nobody') : name);

/** Everybody who has got something, the newest first. */
export function mailboxesPage(mailboxes: readonly Mailbox[]): string {
  const rows = mailboxes.map(({ personId, name, letters }) => {
    const href = `${MAILBOX_URL}/${personId}`;
    const count = words('person-letters', { letters });
    return `<li><a href="${href}">${escapeHtml(nameOf(name))}</a> <span>${count}</span></li>`;
  });
  const list = `<h2>${words('people')}</h2>\n<ul class="rows">${rows.join('\n')}</ul>`;
  return page(
    say('en', 'mailbox.title'),
    `<h1>${words('title')}</h1>
${mailboxes.length === 0 ? `<p>${words('empty')}</p>` : list}`,
  );
}

/** What one person has got, newest first. */
export function mailboxPage(
  { personId, name }: Omit<Mailbox, 'letters'>,
  letters: readonly DemoLetter[],
  timeZone: string,
): string {
  const count = letters.length;
  const isCut = count >= LISTED_MAX;
  const title = say('en', 'mailbox.of', { name: nameOf(name) });
  const rows = letters.map((letter) => {
    const href = `${MAILBOX_URL}/${personId}/${letter.message_id}`;
    const subject = escapeHtml(letter.subject ?? letter.body_text);
    return `<li><a href="${href}">${subject}</a> <span>${about(letter, timeZone)}</span></li>`;
  });
  return page(
    title,
    `<p><a href="${MAILBOX_URL}">${words('back-to-people')}</a></p>
<h1>${escapeHtml(title)}</h1>
<p class="quiet">${isCut ? words('newest-only', { count }) : words('newest-first')}</p>
<ul class="rows">${rows.join('\n')}</ul>`,
  );
}

/** One letter as HTML in a frame of its own and as text, or one text. */
export function letterPage(
  { personId, name }: Omit<Mailbox, 'letters'>,
  letter: DemoLetter,
  timeZone: string,
): string {
  const title = letter.subject ?? say('en', 'mailbox.text', { to: letter.to_address });
  const href = `${MAILBOX_URL}/${personId}`;
  const back = words('back-to-person', { name: nameOf(name) });
  const frame = `${href}/${letter.message_id}/html`;
  const html =
    letter.body_html === null
      ? ''
      : `<h2>${words('as-html')}</h2>
<iframe src="${frame}" title="${words('as-html')}"
  sandbox="allow-top-navigation-by-user-activation"></iframe>
<h2>${words('as-text')}</h2>`;
  return page(
    title,
    `<p><a href="${href}">${back}</a></p>
<h1>${escapeHtml(title)}</h1>
<p class="quiet">${about(letter, timeZone)}</p>
${html}
<pre>${escapeHtml(letter.body_text)}</pre>`,
  );
}

/** A letter as its frame shows it: its links open in the whole window. */
export function framedLetter(html: string): string {
  return html.replace('<head>', '<head>\n<base target="_top">');
}

function about({ channel, to_address: to, arrived_at }: DemoLetter, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const at = format.format(Date.parse(arrived_at));
  return `${words(channel, { to })}. ${words('arrived', { at })}`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – ${words('title')}</title>
<link rel="stylesheet" href="${MAILBOX_STYLE_URL}">
</head>
<body>
<header><p role="note">${words('warning')}</p></header>
<main>
${body}
</main>
<footer><p><a href="/">${words('to-portal')}</a></p></footer>
</body>
</html>
`;
}
