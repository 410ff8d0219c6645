import { hasWords, say } from '../letters/copy.ts';
import { escapeHtml } from '../platform/escape-html.ts';

type Everything = {
  readonly madeAt: string;
  readonly lender: string;
  readonly parts: readonly {
    readonly part: string;
    readonly keptFor: string;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly notGiven: readonly { readonly what: string; readonly why: string }[];
};

const words = (key: string, values?: Readonly<Record<string, string>>): string =>
  escapeHtml(say('en', `held.${key}`, values));

/** Everything as a page to read and to print. It has no script, and is whole without any style. */
export function exportPage({ madeAt, lender, parts, notGiven }: Everything): string {
  const sections = parts.map(
    ({ part, keptFor, rows }) => `<section>
<h2>${words(`part.${part}`)}</h2>
<p>${escapeHtml(keptFor)}</p>
${rows.length === 0 ? `<p>${words('nothing')}</p>` : rows.map(rowOf).join('\n')}
</section>`,
  );
  const left = notGiven.map(({ what, why }) => `<li>${escapeHtml(what)}: ${escapeHtml(why)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words('title')}</title>
</head>
<body>
<h1>${words('title')}</h1>
<p>${words('made', { lender, at: madeAt })}</p>
${sections.join('\n')}
<section>
<h2>${words('not-given')}</h2>
<ul>${left.join('\n')}</ul>
</section>
</body>
</html>
`;
}

function rowOf(row: Readonly<Record<string, unknown>>): string {
  const facts = Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<dt>${escapeHtml(nameOf(name))}</dt><dd>${textOf(value)}</dd>`);
  return `<dl>${facts.join('')}</dl>\n<hr>`;
}

/** "firstName" and "first_name" as people read them. */
function nameOf(name: string): string {
  const key = `held.field.${name}`;
  if (hasWords(key)) return say('en', key);
  const plain = name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function textOf(value: unknown): string {
  return escapeHtml(typeof value === 'object' ? JSON.stringify(value) : String(value));
}
