/** Rules about the pure core and about money: no clock, no chance, no floating point. */
import { isDomain, isProduct, isTest, isTypeScript, withoutComments } from './file-kinds.ts';
import { findInLines, type TidyRule, type Tree } from './tidy-rule.ts';

const impure = /\b(new\s+Date\b|Date\s*[.(]|Math\.random|Intl\b|performance\.now|crypto\b)/;

const noClock: TidyRule = {
  name: 'the-domain-has-no-clock-and-no-dice',
  lesson:
    'A rule that reads a clock or a random number gives two answers to one question and cannot be proved. Take the business date, the recorded time and ids as arguments.',
  find: (tree) =>
    findInLines(
      tree,
      isDomain,
      (line) => {
        const found = impure.exec(line)?.[0];
        return found === undefined ? null : `uses ${found.trim()}`;
      },
      withoutComments,
    ),
  bad: [
    { 'packages/domain/src/loan/a.ts': 'const now = new Date();' },
    { 'packages/domain/src/loan/a.ts': 'const now = Date.now();' },
    { 'packages/domain/src/loan/a.ts': 'const id = Math.random();' },
    { 'packages/domain/src/loan/a.ts': 'const text = new Intl.NumberFormat();' },
  ],
  good: {
    'packages/domain/src/loan/a.ts': '// Date() is banned here.\nconst d: BusinessDate = dueDate;',
    'packages/server/src/clock.ts': 'const now = new Date();',
  },
};

/**
 * The one place where cents may become a number: a picture is measured in pixels. The amounts
 * beside it are still text made from whole cents.
 */
const draws = (path: string): boolean => path.startsWith('packages/web/src/shared/picture/');

const floating = /\.toFixed\(|\bparseFloat\(|\bMath\.(round|floor|ceil|trunc)\([^)]*Cents/;
const centsToNumber = /\bNumber\([^)]*Cents\b|Cents\b[^;]*\bNumber\(|\bNumber\([^)]*[cC]ents\)/;

const wholeCents: TidyRule = {
  name: 'no-floating-point-near-money',
  lesson:
    'Money is whole cents in bigint from the wire to the ledger, and only money/ rounds. A floating point number cannot hold 0.10, and toFixed rounds behind your back. Use the functions of domain/money; text for people comes from formatCents, lengths in a picture from web/src/shared/picture/.',
  find: (tree) =>
    findInLines(
      tree,
      (path) => isProduct(path) && isTypeScript(path) && !draws(path),
      (line) => {
        const found = floating.exec(line)?.[0] ?? centsToNumber.exec(line)?.[0];
        return found === undefined ? null : `uses ${found}`;
      },
      withoutComments,
    ),
  bad: [
    { 'packages/server/src/a.ts': 'const text = amount.toFixed(2);' },
    { 'packages/api/src/a.ts': 'const amount = parseFloat(text);' },
    { 'packages/server/src/a.ts': 'const amount = Number(principalCents) / 100;' },
    { 'packages/web/src/a.ts': 'const dollars = Math.round(totalCents / 12);' },
  ],
  good: {
    'packages/server/src/a.ts':
      '// never Number(balanceCents)\nconst port = Number(process.env.PORT);',
    'packages/web/src/shared/picture/share.ts': 'const y = Number(balanceCents);',
  },
};

const hasLogic = (text: string): boolean => /\bfunction\b|=>/.test(withoutComments(text));

const testedRules: TidyRule = {
  name: 'every-rule-of-the-trade-has-a-test',
  lesson:
    'A file of the domain that decides or computes has its test beside it, or is named by the test of the rule that it serves. Untested arithmetic is an opinion.',
  find: (tree) => {
    const imported = importedByTests(tree);
    return [...tree]
      .filter(([path, text]) => isDomain(path) && hasLogic(text))
      .filter(([path]) => !tree.has(path.replace(/\.ts$/, '.test.ts')) && !imported.has(path))
      .map(([path]) => ({ path, what: 'is named by no test' }));
  },
  bad: [{ 'packages/domain/src/loan/payoff.ts': 'export function payoff() {}' }],
  good: {
    'packages/domain/src/loan/terms.ts': 'export type Terms = { aprPpb: bigint };',
    'packages/domain/src/loan/payoff.ts': 'export function payoff() {}',
    'packages/domain/src/loan/payoff.test.ts': '',
    'packages/domain/src/loan/stub.ts': 'export const stub = () => 1n;',
    'packages/domain/src/loan/interest.test.ts': "import { stub } from './stub.ts';",
    'packages/domain/src/time/split.ts': 'export const split = () => 1n;',
    'tests/simulator.test.ts': "import { split } from '@roadbook/domain/time/split';",
  },
};

/** Paths of domain files that some test imports, by relative path or by package name. */
function importedByTests(tree: Tree): Set<string> {
  const imported = new Set<string>();
  for (const [path, text] of tree) {
    if (!isTest(path)) continue;
    for (const [, target = ''] of text.matchAll(/from\s+['"]([^'"]+)['"]/g)) {
      const named = /^@roadbook\/domain\/(.+)$/.exec(target)?.[1];
      if (named !== undefined) imported.add(`packages/domain/src/${named}.ts`);
      if (target.startsWith('.')) {
        imported.add(new URL(target, `file:///${path}`).pathname.slice(1));
      }
    }
  }
  return imported;
}

export const moneyRules = [noClock, wholeCents, testedRules];
