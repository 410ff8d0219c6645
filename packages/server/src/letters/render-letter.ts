import { NOTICE_TEMPLATES } from '@roadbook/domain/contract/notice-template';
import type { Brand } from '../lender/lender.ts';
import { hoursText } from '../lender/office-hours.ts';
import type { RenderedLetter } from '../platform/post/carriers/carrier.ts';
import { oneLine } from '../platform/post/carriers/mail-text.ts';
import { NotDelivered } from '../platform/post/not-delivered.ts';
import type { ToRender } from '../platform/post/person/send-person-messages.ts';
import { type LetterLang, say } from './copy.ts';
import { formatValue } from './letter-format.ts';
import { letterHtml } from './letter-html.ts';
import { isLetterTemplate, LETTERS, type LetterTemplate } from './letter-values.ts';

/** What letters are written with. */
export type LetterHead = {
  readonly brand: Brand;
  readonly publicUrl: string;
  readonly clock: () => number;
};

/** Fills the words of a letter in; gives up where a build does not know its template. */
export function renderLetter(head: LetterHead, letter: ToRender): RenderedLetter {
  const { template } = letter;
  if (!isLetterTemplate(template)) throw new NotDelivered('template-unknown', 'give-up');
  const lang: LetterLang = 'en';
  const values = filled(head, letter);
  const words = (part: string): string => say(lang, `post.${template}.${part}`, values);
  if (letter.channel === 'text')
    return { subject: null, text: oneLine(words('short')), html: null };
  const subject = oneLine(words('subject'));
  const greeting = say(lang, values.name === '' ? 'post.greeting-nobody' : 'post.greeting', values);
  const paragraphs = words('body').split('\n\n');
  const action = { words: words('action'), href: linkOf(head, template, letter.values) };
  const closing = [
    say(lang, 'post.questions', values),
    // Nobody can choose not to be told who is at their account.
    ...(isNotice(template) ? [say(lang, 'post.fewer')] : []),
    say(lang, 'post.safety'),
    head.brand.addresses.regular.join(', '),
    head.brand.legal,
  ];
  const parts = [greeting, ...paragraphs, `${action.words}: ${action.href}`, closing.join('\n')];
  const text = `${parts.join('\n\n')}\n`;
  const html = letterHtml({ lang, subject, greeting, paragraphs, action, closing }, head.brand);
  return { subject, text, html };
}

/** Where a letter leads: a page, and where it has one, a random token that says nothing. */
function linkOf(
  { publicUrl }: LetterHead,
  template: LetterTemplate,
  { token }: ToRender['values'],
): string {
  const page = `${publicUrl}${LETTERS[template]}`;
  return typeof token === 'string' ? `${page}/${token}` : page;
}

/** What is said of a lender’s hours: naming their time zone takes longer than the whole letter. */
const hours = new WeakMap<Brand, string>();

function hoursOf(brand: Brand): string {
  const known = hours.get(brand);
  if (known !== undefined) return known;
  const text = hoursText(brand.phone.hours);
  hours.set(brand, text);
  return text;
}

/**
 * The values as texts. Each is one line: a name with a line break in it begins neither a header nor
 * a paragraph.
 */
function filled({ brand, clock }: LetterHead, letter: ToRender): Record<string, string | number> {
  const isText = letter.channel === 'text';
  const year = new Date(clock()).getUTCFullYear();
  const values: Record<string, string | number> = {
    lender: isText ? brand.shortName : brand.name,
    phone: brand.phone.number,
    hours: hoursOf(brand),
  };
  for (const [name, value] of Object.entries(letter.values)) {
    const shown =
      name === 'reason' && typeof value === 'string'
        ? say('en', `post.${value}`)
        : formatValue(value, year, isText);
    values[name] = typeof shown === 'string' ? oneLine(shown) : shown;
  }
  return values;
}

const NOTICES: ReadonlySet<string> = new Set(NOTICE_TEMPLATES);

function isNotice(template: string): boolean {
  return NOTICES.has(template);
}
