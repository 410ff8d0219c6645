/**
 * The words are parted by page, and a screen that shows a key whose catalogue was not loaded would
 * show the key. So imports are walked from everything that loads on its own, and what its modules
 * name is held against the catalogues that are there by then.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const web = fileURLToPath(new URL('../..', import.meta.url));
const copy = join(web, 'shared/copy/en');

/** What a browser or the build begins with. */
const ENTRIES = [
  'portal/app.tsx',
  'portal/lease-end/main.tsx',
  'portal/lease-end/guide/start-later.ts',
  'portal/public.ts',
  'portal/prerender.tsx',
  'portal/served/served.tsx',
  'desk/app.tsx',
  'desk/door/main.ts',
  'desk/prerender.tsx',
].map((entry) => join(web, entry));

/** Which catalogues have a key: the lender's own voice says some of the planner's again. */
const cataloguesOf = new Map<string, string[]>();
for (const name of readdirSync(copy)) {
  for (const [, key = ''] of readFileSync(join(copy, name), 'utf8').matchAll(/^msgid "(.+)"$/gm)) {
    cataloguesOf.set(key, [...(cataloguesOf.get(key) ?? []), join(copy, name)]);
  }
}

type Module = {
  readonly imports: readonly string[];
  readonly later: readonly string[];
  readonly keys: readonly string[];
};

/**
 * Modules that name a code's words only where the catalogue has them, and whose other words come
 * with the screens that show such codes: the lines of a lease's end with the planner, the words of
 * problems when the first one is shown.
 */
const SAID_IF_KNOWN = new Map([
  [join(web, 'shared/amount/line-words.ts'), join(copy, 'explained.po')],
  [join(web, 'shared/state/problem-notice.tsx'), join(copy, 'signed-in.po')],
  [join(web, 'desk/customer/customer-page.tsx'), join(copy, 'desk.po')],
]);

const IMPORT = /^(?:import|export) (?!type\b)(?:[^'"`;]*?from )?'(\.[^']+)'/gm;
const LATER = /\bimport\('(\.[^']+)'\)|import\.meta\.glob<[^>]*>*\(\s*'(\.[^']+)'/g;
const LITERAL = /'([\w-]+(?:\.[\w./-]+)+)'/g;
const TEMPLATE = /`([a-z-]+\.[^`\s]*\$\{[^`]*)`/g;

function readModule(file: string): Module {
  if (!/\.tsx?$/.test(file)) return { imports: [], later: [], keys: [] };
  const text = readFileSync(file, 'utf8');
  const found = (pattern: RegExp): string[] =>
    [...text.matchAll(pattern)]
      .map(([, first, second]) => resolve(dirname(file), first ?? second ?? ''))
      .filter((path) => existsSync(path));
  const patterns = [...text.matchAll(TEMPLATE)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[\\w-]+')}$`);
  });
  const literals = new Set([...text.matchAll(LITERAL)].map(([, literal]) => literal));
  const only = SAID_IF_KNOWN.get(file);
  const keys = [...cataloguesOf].flatMap(([key, catalogues]) => {
    // What only the page of a lease of ours says is no part of what the planner says of any.
    const isOwn = catalogues.every((catalogue) => /\bown-/.test(catalogue));
    const isFilled = !isOwn && patterns.some((pattern) => pattern.test(key));
    const isNamed = literals.has(key) || isFilled;
    return isNamed && (only === undefined || catalogues.includes(only)) ? [key] : [];
  });
  return { imports: found(IMPORT), later: found(LATER), keys };
}

const modules = new Map<string, Module>();
function moduleAt(file: string): Module {
  const known = modules.get(file) ?? readModule(file);
  modules.set(file, known);
  return known;
}

/** A module with all that comes with it at once. */
function closureOf(root: string): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    moduleAt(file).imports.forEach(visit);
  };
  visit(root);
  return seen;
}

/** Everything that an entry loads on its own and later, each with what comes with it. */
function loadedFrom(entry: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (root: string): void => {
    if (found.has(root)) return;
    const closure = closureOf(root);
    found.set(root, closure);
    for (const file of closure) {
      const { later } = moduleAt(file);
      // Words that a module loads beside a file are there with it.
      const words = later.filter((each) => each.endsWith('-copy.ts'));
      for (const each of later) {
        visit(each);
        for (const one of words.flatMap((word) => [...closureOf(word)])) found.get(each)?.add(one);
      }
    }
  };
  visit(entry);
  return found;
}

/** Which words a page names that neither its entry nor it has loaded. */
function wordsMissing(entry: string): string[] {
  const loaded = loadedFrom(entry);
  const atOnce = loaded.get(entry) ?? new Set();
  return [...loaded].flatMap(([root, closure]) => {
    const isThere = (catalogue: string) => closure.has(catalogue) || atOnce.has(catalogue);
    const named = new Set([...closure].flatMap((file) => moduleAt(file).keys));
    return [...named]
      .filter((key) => !cataloguesOf.get(key)?.some(isThere))
      .map((key) => `${relative(web, root)} without ${key}`);
  });
}

describe('every page', () => {
  it.each(ENTRIES.map((entry) => [relative(web, entry), entry]))('of %s has its words', (_, at) => {
    expect(wordsMissing(at)).toEqual([]);
  });

  it('is found where it loads on its own', () => {
    const roots = new Set(ENTRIES.flatMap((entry) => [...loadedFrom(entry).keys()]));
    expect(roots.size).toBeGreaterThan(ENTRIES.length + 20);
  });
});
