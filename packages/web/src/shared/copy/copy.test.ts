import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTRY_KINDS } from '@roadbook/domain/contract/entry-kind';
import { describe, expect, it } from 'vitest';

const web = fileURLToPath(new URL('../..', import.meta.url));
const domain = fileURLToPath(new URL('../../../../domain/src', import.meta.url));

function sourcesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

const screens = sourcesUnder(web);
const trade = sourcesUnder(domain);
const catalogues = readdirSync(join(web, 'shared/copy/en')).filter((name) => name.endsWith('.po'));
const keysOf = (name: string): string[] =>
  [...readFileSync(join(web, 'shared/copy/en', name), 'utf8').matchAll(/^msgid "(.+)"$/gm)].map(
    (match) => match[1]!,
  );
const keys = catalogues.flatMap(keysOf);
const known = new Set(keys);

/** Keys written as templates, such as `home.${promise}.title`, as patterns. */
const patternsOf = (found: Iterable<RegExpMatchArray>) =>
  [...found].map(([, template]) => {
    const parts = template!.split(/\$\{[^}]*\}/).map((part) => part.replace(/\./g, '\\.'));
    return new RegExp(`^${parts.join('[\\w./-]+')}$`);
  });
const templates = patternsOf(screens.matchAll(/`([a-z-]+\.[^`\s]*\$\{[^`]*)`/g));
const shownTemplates = patternsOf(screens.matchAll(/\bt\(\s*`([^`\s]*\$\{[^`]*)`/g));

describe('the copy catalogue', () => {
  it('has no key twice, but for the lender’s own voice in place of the planner’s', () => {
    const own = catalogues.filter((name) => name.startsWith('own-'));
    const inOwnVoice = own.flatMap(keysOf);
    expect(new Set(inOwnVoice).size).toBe(inOwnVoice.length);
    const others = catalogues.filter((name) => !own.includes(name)).flatMap(keysOf);
    expect(new Set(others).size).toBe(others.length);
    const planner = new Set(['plan.po', 'plan-rest.po', 'next-step.po'].flatMap(keysOf));
    const again = inOwnVoice.filter((key) => others.includes(key));
    expect(again.length).toBeGreaterThan(20);
    expect(again.filter((key) => !planner.has(key))).toEqual([]);
  });

  it('has every sentence that a screen names', () => {
    const named = [...screens.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });

  it('has a sentence for every template', () => {
    expect(shownTemplates.length).toBeGreaterThan(10);
    const empty = shownTemplates.filter((pattern) => !keys.some((key) => pattern.test(key)));
    expect(empty.map(String)).toEqual([]);
  });

  it('has no sentence that nobody shows', () => {
    const literals = new Set([...screens.matchAll(/'([\w.-]+)'/g)].map((match) => match[1]!));
    const unused = keys.filter(
      (key) => !literals.has(key) && !templates.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('names every label and every rule that the trade writes into an amount', () => {
    const written = [...trade.matchAll(/\bline\(\s*'([\w-]+)',\s*'([\w-]+)'/g)];
    const slots = [...trade.matchAll(/label: '([\w-]+)',\s*rule: '([\w-]+)'/g)];
    const pairs = [...written, ...slots];
    expect(pairs.length).toBeGreaterThan(20);
    const missing = pairs.flatMap(([, label, rule]) =>
      [`line.${label}`, `rule.${rule}`].filter((key) => !known.has(key)),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('names every kind of entry', () => {
    const kinds = Object.keys(ENTRY_KINDS).map((kind) => `kind.${kind}`);
    expect(kinds.length).toBeGreaterThan(10);
    expect(kinds.filter((key) => !known.has(key))).toEqual([]);
  });
});
