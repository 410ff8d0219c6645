import { readFileSync } from 'node:fs';
import { NOTICE_TEMPLATES } from '@roadbook/domain/contract/notice-template';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TEST_CLOCK, TEST_LENDER } from '../../testing/test-lender.ts';
import type { LetterValue } from '../platform/post/person/person-message.ts';
import { hasWords, say } from './copy.ts';
import { formatCents } from './letter-format.ts';
import { LETTERS, type LetterTemplate } from './letter-values.ts';
import { renderLetter } from './render-letter.ts';

const templates = Object.keys(LETTERS) as LetterTemplate[];
const PARTS = ['subject', 'body', 'action', 'short'] as const;
const text = readFileSync(new URL('./copy/en/post.po', import.meta.url), 'utf8');
const sentences = new Map(
  [...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, key = '', words = '']) => [
    key,
    words,
  ]),
);
const head = {
  brand: TEST_LENDER.brand,
  publicUrl: 'https://portal.larkspur.example',
  clock: TEST_CLOCK,
};

/** The longest that a value may be in earnest. */
const LONGEST: Readonly<Record<string, LetterValue>> = {
  name: 'Maximiliana Bartholomea',
  account: '1234',
  amount: { cents: '12345678' },
  promised: { cents: '12345678' },
  on: { day: '2026-09-23' },
  from: { day: '2026-09-23' },
  through: { day: '2026-09-30' },
  reason: 'returned.r10',
  by: { day: '2026-09-30' },
  miles: '136,120',
  outcome: 'dispute.dropped',
  kind: 'home',
  time: '10:30 AM Mountain Time',
  place: 'Alder Bay Car Center',
  address: '1200 Heron Way, Alder Bay, WA 98100',
  reference: 'ABCD-EFGH-JKLM',
  offer: 'kept',
  offerOn: { day: '2026-09-24' },
  offerTime: '10:30 AM Mountain Time',
  offerPlace: 'Alder Bay Car Center',
};
const mail = (template: string, values: Record<string, LetterValue> = {}) =>
  renderLetter(head, {
    template,
    channel: 'mail',
    lang: 'en',
    values: { ...LONGEST, ...values },
  });
const short = (template: string) =>
  renderLetter(head, { template, channel: 'text', lang: 'en', values: LONGEST }).text;

const QUOTE = 'lease-end/case/issue-return-quote';

function readDomain(path: string): string {
  return readFileSync(new URL(`../../../domain/src/${path}.ts`, import.meta.url), 'utf8');
}

describe('the catalogue of letters', () => {
  test('has every part of every letter, and a letter for every notice', () => {
    const missing = templates.flatMap((template) =>
      PARTS.map((part) => `post.${template}.${part}`).filter((key) => !hasWords(key)),
    );
    expect(missing).toEqual([]);
    expect(templates).toEqual(expect.arrayContaining([...NOTICE_TEMPLATES]));
  });

  test('has no key twice, and none that nobody says', () => {
    expect([...text.matchAll(/^msgid ".+"$/gm)]).toHaveLength(sentences.size);
    const letters = new Set(
      templates.flatMap((each) => PARTS.map((part) => `post.${each}.${part}`)),
    );
    const source = [
      'render-letter.ts',
      'paper/invitation-letter.ts',
      '../http/demo-mailbox/mailbox-pages.ts',
    ].map((path) => readFileSync(new URL(`./${path}`, import.meta.url), 'utf8'));
    const calendar = new URL('../lease-end/appointments/calendar.ts', import.meta.url);
    source.push(readFileSync(calendar, 'utf8'));
    for (const path of ['notices/notice-letter.ts', 'security-notices/security-notice.sql.ts']) {
      source.push(readFileSync(new URL(`../people/${path}`, import.meta.url), 'utf8'));
    }
    for (const path of ['contract/give-back', 'lease-end/case/after-bill', QUOTE]) {
      source.push(readDomain(path));
    }
    const said = (key: string): boolean => {
      const last = key.replace(/^(?:post\.paper|post|mailbox)\./, '');
      const word = last.replace(
        /^(?:returned|security|withdrawn|taken-back|dispute|dispute-reason)\./,
        '',
      );
      return source.some((each) => [key, last, word].some((name) => each.includes(`'${name}'`)));
    };
    const channels = ['mailbox.mail', 'mailbox.text', 'post.returned.other'];
    const unsaid = [...sentences.keys()].filter(
      // Pages of their own say these: everything that is held, and the return form.
      (key) =>
        !/^(?:held|form)\./.test(key) && !letters.has(key) && !channels.includes(key) && !said(key),
    );
    expect(unsaid).toEqual([]);
  });
});

describe.each(templates)('the letter %s', (template) => {
  test('says its values, and leaves no gap', () => {
    const { subject, text: body, html } = mail(template);
    for (const words of [subject, body, html, short(template)]) {
      expect(words).not.toMatch(/\{\w+\}|undefined|null|NaN/);
    }
    expect(body).toContain('Hello Maximiliana Bartholomea,');
    expect(body).toContain(TEST_LENDER.brand.phone.number);
    expect(body).toContain(TEST_LENDER.brand.name);
  });

  test('is short enough for one text of the GSM alphabet', () => {
    const words = short(template);
    expect(words.length).toBeLessThanOrEqual(160);
    expect(words).toMatch(/^[A-Za-z0-9 .,:;!?$()'"/&+-]*$/);
  });

  test('has one link, to a page and to no person', () => {
    const links = [...(mail(template).html ?? '').matchAll(/href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    expect(links).toEqual([`${head.publicUrl}${LETTERS[template]}`]);
  });

  test('shows HTML for what it is, whoever writes it into a name', () => {
    const { html } = mail(template, { name: '<img src=x onerror=alert(1)>"\'&' });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(html).not.toContain('<img');
  });
});

test('no name begins another header, or a paragraph', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      const { subject, text: body } = mail('payment-received', { name, account: name });
      expect(subject).not.toMatch(/[\r\n]/);
      expect(body.split('\n')).toHaveLength(mail('payment-received').text.split('\n').length);
    }),
  );
  const { text: body } = mail('payment-received', { name: 'Ann\r\nBcc: all@lender.example' });
  expect(body).toContain('Hello Ann Bcc: all@lender.example,');
});

test('somebody without a name is greeted all the same', () => {
  expect(mail('loan-closed', { name: '' }).text).toMatch(/^Hello,\n/);
});

test('a letter of another build is given up, with its code', () => {
  expect(() => mail('from-the-future')).toThrow('not delivered (template-unknown)');
});

test('words that are missing throw instead of showing their key', () => {
  expect(() => say('en', 'post.nothing')).toThrow('no words under post.nothing');
});

test.each([
  ['5', '$0.05'],
  ['44660', '$446.60'],
  ['-500', '-$5.00'],
  ['9999999999999999', '$99,999,999,999,999.99'],
])('%s cents are said as %s', (cents, said) => {
  expect(formatCents(cents)).toBe(said);
});

test('a day of this year is said with its weekday, another with its year', () => {
  expect(mail('lease-matured', { on: { day: '2026-12-04' } }).text).toContain(
    'Friday, December 4.',
  );
  expect(mail('lease-matured', { on: { day: '2025-12-04' } }).text).toContain('December 4, 2025.');
});
