/** Rules about what is written down: the ledger's rows, migrations, the wire, packages, documents. */
import { isGenerated, isMarkdown, isTest, withoutComments } from './file-kinds.ts';
import { type Finding, findInLines, type TidyRule } from './tidy-rule.ts';

const appendOnly = '"?(entry|posting)"?\\b';
const editing = new RegExp(
  `\\b(update|delete\\s+from|truncate(\\s+table)?)\\s+(only\\s+)?("?\\w+"?\\.)?${appendOnly}(?!\\s*:)|` +
    `\\b(updateTable|deleteFrom)\\(\\s*['"\`](entry|posting)['"\`]`,
  'i',
);

const isSql = (path: string): boolean =>
  path.startsWith('packages/server/') &&
  /\.(ts|sql)$/.test(path) &&
  !isTest(path) &&
  !isGenerated(path);

const ledgerRows: TidyRule = {
  name: 'the-ledger-is-append-only',
  lesson:
    'Entries and postings are what happened; nobody edits what happened. Correct a mistake with a mirrored entry (a reversal), so that both stay visible.',
  find: (tree) =>
    findInLines(
      tree,
      isSql,
      (line) => {
        const found = editing.exec(line)?.[0];
        return found === undefined ? null : `says “${found}”`;
      },
      (text) => withoutComments(text).replace(/--[^\n]*/g, ''),
    ),
  bad: [
    { 'packages/server/src/store/a.ts': "sql`update entry set reply = ''`" },
    { 'packages/server/src/store/a.ts': 'sql`DELETE FROM posting where id = 1`' },
    { 'packages/server/src/store/a.ts': "database.updateTable('posting').set({})" },
    { 'packages/server/src/store/migrations/0002-fix/up.sql': 'truncate table public.entry;' },
  ],
  good: {
    'packages/server/src/store/a.ts':
      '// never update entry\nsql`update contract_state set version`',
    'packages/server/src/store/b.sql': 'revoke update, delete on entry, posting from roadbook;',
    'packages/server/src/store/c.test.ts': 'sql`delete from entry`',
    'packages/server/src/store/d.ts': 'sql`select * from entry for update`',
  },
};

const migrations: TidyRule = {
  name: 'a-migration-tells-its-story',
  lesson:
    'Each migration is a folder NNNN-in-words with up.sql and notes.md: what changes, why, how long it locks, what the operator does. Forward only; a shipped one is never edited.',
  find: (tree) => {
    const folders = new Map<string, Set<string>>();
    for (const path of tree.keys()) {
      const match = /^(packages\/server\/.*\/migrations\/[^/]+)\/(.+)$/.exec(path);
      if (match === null) continue;
      const [, folder = '', file = ''] = match;
      folders.set(folder, (folders.get(folder) ?? new Set()).add(file));
    }
    return [...folders].flatMap(([path, files]) => wrongMigration(path, files));
  },
  bad: [
    { 'packages/server/src/store/migrations/0001-ledger/up.sql': '' },
    {
      'packages/server/src/store/migrations/ledger/up.sql': '',
      'packages/server/src/store/migrations/ledger/notes.md': '# Ledger',
    },
  ],
  good: {
    'packages/server/src/store/migrations/0001-ledger/up.sql': '',
    'packages/server/src/store/migrations/0001-ledger/notes.md': '# Ledger',
  },
};

function wrongMigration(path: string, files: Set<string>): Finding[] {
  const wanted = ['up.sql', 'notes.md'].filter((name) => !files.has(name));
  const findings = wanted.map((name) => ({ path, what: `has no ${name}` }));
  if (/\/\d{4}-[a-z0-9-]+$/.test(path)) return findings;
  return [...findings, { path, what: 'is not named NNNN-in-words' }];
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const centsOnTheWire: TidyRule = {
  name: 'cents-travel-as-text',
  lesson:
    'A JSON number is a floating point number to most readers. Cents travel as digit strings (the codec of api/wire.ts), in every field whose name ends in Cents.',
  find: (tree) =>
    [...tree]
      .filter(([path]) => path.endsWith('openapi.json'))
      .flatMap(([path, text]) =>
        numericCents(JSON.parse(text) as Json, '').map((what) => ({ path, what })),
      ),
  bad: [
    { 'openapi.json': '{"properties":{"amountDueCents":{"type":"integer"}}}' },
    { 'openapi.json': '{"a":[{"properties":{"feeCents":{"type":["number","null"]}}}]}' },
    { 'openapi.json': '{"properties":{"feeCents":{"anyOf":[{"type":"number"},{"type":"null"}]}}}' },
    { 'openapi.json': '{"parameters":[{"name":"amountCents","schema":{"type":"integer"}}]}' },
  ],
  good: {
    'openapi.json':
      '{"properties":{"feeCents":{"type":"string"},"days":{"type":"integer"},"percents":{"type":"number"}}}',
  },
};

const isNumeric = (json: Json): boolean => /"(number|integer)"/.test(JSON.stringify(json));

/** Says where a field ending in Cents may hold a number, walking the whole document. */
function numericCents(json: Json, where: string): string[] {
  if (json === null || typeof json !== 'object') return [];
  if (Array.isArray(json)) return json.flatMap((item, at) => numericCents(item, `${where}/${at}`));
  const { name, schema } = json;
  const parameter =
    typeof name === 'string' && name.endsWith('Cents') && schema !== undefined && isNumeric(schema)
      ? [`${where}: parameter ${name} is a number`]
      : [];
  const fields = Object.entries(json).flatMap(([key, value]) =>
    key.endsWith('Cents') && isNumeric(value)
      ? [`${where}/${key} is a number`]
      : numericCents(value, `${where}/${key}`),
  );
  return [...parameter, ...fields];
}

const exactVersions: TidyRule = {
  name: 'versions-are-exact',
  lesson:
    'A range lets tomorrow’s install differ from the one that was tested. Add packages with npm install --save-exact, and let the lock and the manifest say the same.',
  find: (tree) =>
    [...tree]
      .filter(([path]) => /^(packages\/[^/]+\/)?package\.json$/.test(path))
      .flatMap(([path, text]) => rangesIn(path, JSON.parse(text) as Manifest)),
  bad: [
    { 'package.json': '{"devDependencies":{"vite":"^8.3.8"}}' },
    { 'packages/api/package.json': '{"dependencies":{"zod":"latest"}}' },
  ],
  good: { 'package.json': '{"engines":{"node":"^20.19.0"},"dependencies":{"zod":"4.6.7"}}' },
};

type Manifest = Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;

function rangesIn(path: string, manifest: Manifest): Finding[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ path, what: `asks for ${name} ${version}` }));
}

const oneTitle: TidyRule = {
  name: 'a-document-has-one-title',
  lesson: 'Every Markdown file begins with one # title and has no second: one file, one subject.',
  find: (tree) =>
    [...tree]
      .filter(([path]) => isMarkdown(path))
      .map(([path, text]) => ({ path, titles: countTitles(text) }))
      .filter(({ titles }) => titles !== 1)
      .map(({ path, titles }) => ({ path, what: `has ${titles} titles` })),
  bad: [{ 'docs/a.md': 'no title' }, { 'docs/a.md': '# One\n\n# Two\n' }],
  good: { 'docs/a.md': '# One\n\n```sh\n# a comment\n```\n\n## Part\n' },
};

const countTitles = (text: string): number =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').match(/^# \S/gm)?.length ?? 0;

const namedPath =
  /`((?:packages|scripts|tests|docs|\.ci)\/[\w./-]+|[\w.-]+(?:\/[\w.-]+)*\.(?:ts|mjs|md))`/g;

const namedFiles: TidyRule = {
  name: 'a-document-names-files-that-exist',
  lesson:
    'A path in a document is a promise to the reader. Mend it when the file moves. Records of decisions are history and may name what is gone.',
  find: (tree) => {
    const places = ['', 'packages/domain/src/'];
    const exists = (path: string) =>
      [...tree.keys()].some((known) =>
        places.some((place) => `${known}/`.startsWith(`${place}${path.replace(/\/$/, '')}/`)),
      );
    return [...tree]
      .filter(([path]) => isMarkdown(path) && !/^(docs\/adr\/|CHANGELOG)/.test(path))
      .flatMap(([path, text]) =>
        [...text.matchAll(namedPath)]
          .map(([, named = '']) => named)
          .filter((named) => named.includes('/') && !exists(named))
          .map((named) => ({ path, what: `names ${named}, which is not there` })),
      );
  },
  bad: [
    { 'README.md': 'See `packages/domain/src/loan/gone.ts`.' },
    { 'GLOSSARY.md': '| payoff | `loan/gone.ts` |' },
  ],
  good: {
    'README.md': 'See `packages/domain/src/loan`, `loan/payoff.ts`, `up.sql` and `../shared/x`.',
    'packages/domain/src/loan/payoff.ts': '',
    'docs/adr/0001-first.md': 'We removed `packages/old/src/a.ts`.',
  },
};

/** `name`, `other` · `path.ts`: names that a document says are in a file. */
const namesInFile = /((?:`\w+`, )*`\w+`) · `([\w./-]+\.tsx?)`/g;

const documentedNames: TidyRule = {
  name: 'a-map-names-what-its-files-hold',
  lesson:
    'ARCHITECTURE.md says in which file a question is answered and by which name. Mend the row when the name moves, or the reader opens the wrong file.',
  find: (tree) =>
    [...(tree.get('ARCHITECTURE.md') ?? '').matchAll(namesInFile)].flatMap(
      ([, names = '', path = '']) => {
        const text = tree.get(path) ?? tree.get(`packages/domain/src/${path}`);
        if (text === undefined) return [];
        return [...names.matchAll(/`(\w+)`/g)]
          .map(([, name = '']) => name)
          .filter(
            (name) =>
              !new RegExp(`export (?:async )?(?:function|const|type) ${name}\\b`).test(text),
          )
          .map((name) => ({ path: 'ARCHITECTURE.md', what: `says that ${path} has ${name}` }));
      },
    ),
  bad: [
    {
      'ARCHITECTURE.md': '| What ends a loan? | `payoff` · `loan/payoff.ts` |',
      'packages/domain/src/loan/payoff.ts': 'export function payoffCents() {}',
    },
    {
      'ARCHITECTURE.md': '| What? | `payoff`, `gone` · `loan/payoff.ts` |',
      'packages/domain/src/loan/payoff.ts': 'export function payoff() {}',
    },
  ],
  good: {
    'ARCHITECTURE.md': '| What? | `payoff`, `A` · `loan/payoff.ts` | and `x` · `y`',
    'packages/domain/src/loan/payoff.ts': 'export async function payoff() {}\nexport const A = 1;',
  },
};

export const recordRules = [
  documentedNames,
  ledgerRows,
  migrations,
  centsOnTheWire,
  exactVersions,
  oneTitle,
  namedFiles,
];
