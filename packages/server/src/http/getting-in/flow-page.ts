import { escapeHtml } from '../../platform/escape-html.ts';

/**
 * What a page of the sign-in shows this time: the parts by name, and the values of its markers.
 * The pages are made when the portal is built; nothing of them needs script.
 */
export type Flow = {
  readonly shown: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

/** A part that has no other part inside it. */
const PART = /<section data-when="([a-z -]+)">((?:(?!<section )[\s\S])*?)<\/section>/g;
const MARKER = /\{\{flow\.([a-zA-Z]+)\}\}/g;

/** Leaves of a page what is to be shown, and fills in the rest. A value is never HTML. */
export function fillFlow(html: string, { shown, values }: Flow): string {
  const names = new Set(shown);
  let page = html;
  for (let before = ''; before !== page; ) {
    before = page;
    page = page.replaceAll(PART, (_whole, when: string, inner: string) =>
      when.split(' ').some((name) => names.has(name)) ? inner : '',
    );
  }
  return page.replaceAll(MARKER, (_whole, name: string) => escapeHtml(values[name] ?? ''));
}
