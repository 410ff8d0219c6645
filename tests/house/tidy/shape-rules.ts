/** Rules about the shape of files: length, width, names, barrels, imports. */
import { isSource, isTable, isTest, isTypeScript, withoutComments } from './file-kinds.ts';
import { type Finding, findInLines, type TidyRule, type Tree } from './tidy-rule.ts';

const longestFile = 400;
/** From here on a file is watched; the test prints it without failing. */
export const alarmingFile = 250;
const longestLine = 100;

/** Number of lines; a final line break ends a line and begins none. */
export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

const numbered = (lines: number): string => Array(lines).fill('const x = 1;').join('\n');

const fileLength: TidyRule = {
  name: 'a-file-is-one-idea',
  lesson: `A file is one idea: most have 60 to 120 lines, and none has more than ${longestFile}. Find the second idea and give it its own file and name.`,
  find: (tree) =>
    [...tree]
      .filter(([path, text]) => isSource(path) && !isTable(path) && lineCount(text) > longestFile)
      .map(([path, text]) => ({ path, what: `has ${lineCount(text)} lines` })),
  bad: [{ 'packages/domain/src/loan/payoff.ts': numbered(401) }],
  good: { 'packages/domain/src/loan/payoff.ts': `${numbered(400)}\n` },
};

const lineWidth: TidyRule = {
  name: 'a-line-fits-the-screen',
  lesson: `A line has at most ${longestLine} columns, so that two files stand side by side. Break the sentence or name the expression.`,
  find: (tree) =>
    findInLines(
      tree,
      (path) => isSource(path) && !isTable(path) && !path.startsWith('tests/house/'),
      // An address cannot be broken, nor can the path of an import.
      (line) =>
        [...line].length > longestLine && !/https?:\/\/\S{40}|^import .* from '/.test(line)
          ? `has ${[...line].length} columns`
          : null,
    ),
  bad: [{ 'packages/web/src/a.tsx': `const x = '${'x'.repeat(90)}';` }],
  good: {
    'packages/web/src/a.tsx': 'x'.repeat(100),
    'packages/web/src/copy/en.ts': 'x'.repeat(300),
  },
};

const emptyNames = /^(utils?|helpers?|common|managers?|services?|misc|stuff)$/;

const fileNames: TidyRule = {
  name: 'a-name-says-what-is-inside',
  lesson:
    'No file or folder is called utils, helpers, common, manager, service or misc: such a name takes in anything and is searched by nobody. Name the one thing it does, in the words of the trade.',
  find: (tree) =>
    [...tree.keys()]
      // A service worker is the web platform's word for a thing, not a place for leftovers.
      .filter((path) => !/service-worker/.test(path))
      .filter((path) =>
        path.split('/').some((part) => part.split(/[.\-_]/).some((word) => emptyNames.test(word))),
      )
      .map((path) => ({ path, what: 'has an empty word in its name' })),
  bad: [
    { 'packages/server/src/date-utils.ts': '' },
    { 'packages/server/src/common/dates.ts': '' },
    { 'packages/server/src/payment-service.ts': '' },
  ],
  good: {
    'packages/web/src/service-worker.ts': '',
    'packages/domain/src/contract/servicing.ts': '',
  },
};

const barrels: TidyRule = {
  name: 'no-barrels',
  lesson:
    'No file only passes on what others export: it hides where a thing lives, makes circles and loads everything for one name. Import from the file that holds it.',
  find: (tree) =>
    [...tree]
      .filter(([path, text]) => isTypeScript(path) && isBarrel(withoutComments(text)))
      .map(([path]) => ({ path, what: 'only passes on exports' })),
  bad: [
    { 'packages/api/src/index.ts': "export * from './problem.ts';" },
    {
      'packages/api/src/all.ts': "export { a, b } from './a.ts';\nexport type { C } from './c.ts';",
    },
  ],
  good: { 'packages/api/src/index.ts': "import { a } from './a.ts';\nexport const b = a;" },
};

function isBarrel(code: string): boolean {
  const rest = code.replace(
    /export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g,
    '',
  );
  return rest.trim() === '' && code.trim() !== '';
}

const importPattern = /(?:from\s+|import\s+|import\()['"](\.[^'"]*)['"]/g;

const importedPaths: TidyRule = {
  name: 'an-import-names-its-file',
  lesson:
    'A relative import carries its extension and stays inside its package; between packages, import by name (@roadbook/domain/money/cents). Then Node, Vite and the layer rules find the same file.',
  find: (tree) => [...tree].flatMap(([path, text]) => wronglyImported(path, text)),
  bad: [
    { 'packages/api/src/a.ts': "import { b } from './b';" },
    { 'packages/api/src/a.ts': "import { b } from '../../domain/src/money/cents.ts';" },
  ],
  good: {
    'packages/api/src/pay/a.ts':
      "import { b } from '../b.ts';\nimport '@roadbook/domain/money/cents';",
    'packages/api/src/a.test.ts':
      "import { sharedData } from '../../../tests/house/shared-data.ts';",
  },
};

function wronglyImported(path: string, text: string): Finding[] {
  if (!isTypeScript(path) || path.startsWith('tests/house/')) return [];
  const home = /^packages\/[^/]+\//.exec(path)?.[0];
  const findings: Finding[] = [];
  for (const [, target = ''] of withoutComments(text).matchAll(importPattern)) {
    if (!/\.(tsx?|mjs|cjs|css|json|po|svg)(\?\w+)?$/.test(target)) {
      findings.push({ path, what: `imports ${target} without its extension` });
    }
    const reached = new URL(target, `file:///${path}`).pathname.slice(1);
    if (home !== undefined && !isTest(path) && !reached.startsWith(home)) {
      findings.push({ path, what: `leaves its package for ${target}` });
    }
  }
  return findings;
}

/** Files past the alarm, longest first, for the test to print. */
export function alarmingFiles(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => isSource(path) && !isTable(path))
    .map(([path, text]) => ({ path, lines: lineCount(text) }))
    .filter(({ lines }) => lines > alarmingFile)
    .sort((a, b) => b.lines - a.lines)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
}

export const shapeRules = [fileLength, lineWidth, fileNames, barrels, importedPaths];
