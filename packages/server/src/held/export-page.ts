import { spokenDollars } from '@roadbook/domain/money/cents';
import type { Lender } from '../lender/lender.ts';
import { localTime } from '../lender/local-time.ts';
import { hasWords, say } from '../letters/copy.ts';
import { escapeHtml } from '../platform/escape-html.ts';
import { plainPage } from '../platform/plain-page.ts';

type Zone = Pick<Lender, 'brand'>;
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
export function exportPage({ madeAt, lender, parts, notGiven }: Everything, zone: Zone): string {
  const sections = parts.map(
    ({ part, keptFor, rows }) => `<section>
<h2>${words(`part.${part}`)}</h2>
<p>${escapeHtml(keptFor)}</p>
${rows.length === 0 ? `<p>${words('nothing')}</p>` : rows.map((row) => rowOf(row, zone)).join('\n')}
</section>`,
  );
  const left = notGiven.map(({ what, why }) => `<li>${escapeHtml(what)}: ${escapeHtml(why)}</li>`);
  return plainPage(
    words('title'),
    `<p>${words('made', { lender, at: spokenMoment(madeAt, zone) })}</p>
${sections.join('\n')}
<section>
<h2>${words('not-given')}</h2>
<ul>${left.join('\n')}</ul>
</section>`,
  );
}

function rowOf(row: Readonly<Record<string, unknown>>, zone: Zone): string {
  const facts = Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([name, value]) =>
        `<dt>${escapeHtml(nameOf(name))}</dt><dd>${textOf(name, value, zone)}</dd>`,
    );
  return `<dl>${facts.join('')}</dl>\n<hr>`;
}

/** "firstName" and "first_name" as people read them. */
function nameOf(name: string): string {
  const key = `held.field.${name}`;
  if (hasWords(key)) return say('en', key);
  const plain = name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function textOf(name: string, value: unknown, zone: Zone): string {
  if (typeof value === 'object') return escapeHtml(JSON.stringify(value));
  const text = String(value);
  if (CENTS.test(name) && DIGITS.test(text)) return escapeHtml(spokenDollars(BigInt(text)));
  return escapeHtml(MOMENT.test(text) ? spokenMoment(text, zone) : text);
}

const CENTS = /(?:_cents|Cents)$/;
const DIGITS = /^-?\d+$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** By the lender's clock: the day as it is sorted, and the time as it is read. */
function spokenMoment(at: string, zone: Zone): string {
  const { day, time } = localTime(zone, at);
  return `${day}, ${time}`;
}
