import type { Brand } from '../lender/lender.ts';
import { escapeHtml } from '../platform/escape-html.ts';

/** The parts of a letter, as texts. */
export type LetterParts = {
  readonly lang: string;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly words: string; readonly href: string };
  readonly closing: readonly string[];
};

/** Mail programs drop style sheets, so light is inline; those that keep one turn dark by it. */
const DARK = `@media (prefers-color-scheme: dark) {
body, .page { background: #17181a !important; color: #f2f1ee !important; }
.card { background: #212327 !important; border-color: #3a3d43 !important; }
.quiet { color: #b9bcc2 !important; }
.name { color: #f2f1ee !important; }
}`;

/** Inline, because most mail programs read no other styles. */
const style = (...rules: readonly string[]): string => `style="${rules.join('; ')}"`;

const BODY = style(
  'margin: 0',
  'padding: 16px',
  'background: #f8f7f4',
  'color: #1c1d1f',
  "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  'font-size: 16px',
  'line-height: 1.5',
);
const CARD = style(
  'max-width: 560px',
  'margin: 0 auto',
  'padding: 24px',
  'background: #ffffff',
  'border: 1px solid #dcdad4',
  'border-radius: 8px',
);
const FOOT = style('max-width: 560px', 'margin: 16px auto 0', 'padding: 0 24px');
const NAME = style('margin: 0 0 24px', 'font-weight: 600', 'color: #1c1d1f');
const TITLE = style('margin: 0 0 16px', 'font-size: 22px', 'line-height: 1.3');
const QUIET = style('margin: 0 0 8px', 'font-size: 14px', 'color: #55585e');
const button = (accent: string): string =>
  style(
    'display: inline-block',
    'padding: 12px 20px',
    'border-radius: 8px',
    `background: ${accent}`,
    'color: #ffffff',
    'font-weight: 600',
    'text-decoration: none',
  );

/** The one layout of every letter: the lender, the words, one link, and how to reach somebody. */
export function letterHtml(letter: LetterParts, brand: Brand): string {
  const { lang, subject, greeting, paragraphs, action, closing } = letter;
  const text = escapeHtml;
  const paragraph = (words: string): string => `<p style="margin: 0 0 16px">${text(words)}</p>`;
  const quiet = (words: string): string => `<p class="quiet" ${QUIET}>${text(words)}</p>`;
  const link = `<a href="${text(action.href)}" ${button(text(brand.accent.light))}>`;
  return `<!doctype html>
<html lang="${text(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${text(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" ${BODY}>
<div class="card" ${CARD}>
<p class="name" ${NAME}>${text(brand.name)}</p>
<h1 ${TITLE}>${text(subject)}</h1>
${[greeting, ...paragraphs].map(paragraph).join('\n')}
<p style="margin: 24px 0">${link}${text(action.words)}</a></p>
</div>
<div ${FOOT}>
${closing.map(quiet).join('\n')}
</div>
</body>
</html>
`;
}
