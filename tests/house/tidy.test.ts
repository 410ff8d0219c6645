/**
 * Goal: the house keeps what no linter knows.
 * Method: each rule looks over every file that git knows or would take, and each rule is first
 * shown samples that it must report and one that it must let pass.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { moneyRules } from './tidy/money-rules.ts';
import { placeRules } from './tidy/place-rules.ts';
import { readTree } from './tidy/read-tree.ts';
import { recordRules } from './tidy/record-rules.ts';
import { alarmingFile, alarmingFiles, shapeRules } from './tidy/shape-rules.ts';
import { testRules } from './tidy/test-rules.ts';
import type { TidyRule, Tree } from './tidy/tidy-rule.ts';
import { wordRules } from './tidy/word-rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rules: TidyRule[] = [
  ...shapeRules,
  ...placeRules,
  ...wordRules,
  ...moneyRules,
  ...recordRules,
  ...testRules,
];
const treeOf = (files: Record<string, string>): Tree => new Map(Object.entries(files));

describe('this house', () => {
  const tree = readTree(root);

  test('was read whole', () => {
    expect(tree.size).toBeGreaterThan(50);
    expect([...tree.keys()]).toContain('package.json');
  });

  test.each(rules)('$name', ({ find, lesson }) => {
    const findings = find(tree).map(({ path, line, what }) =>
      line === undefined ? `${path} ${what}` : `${path}:${line} ${what}`,
    );
    if (findings.length > 0) expect.fail(`${lesson}\n  ${findings.join('\n  ')}`);
  });

  test('has the documents that a visitor looks for', () => {
    const wanted = ['README', 'ARCHITECTURE', 'STYLE', 'GLOSSARY', 'CHANGELOG', 'SECURITY']
      .concat('CONTRIBUTING')
      .map((name) => `${name}.md`)
      .concat('LICENSE');
    expect(wanted.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  test('is watched where files grow', () => {
    const alarming = alarmingFiles(tree);
    if (alarming.length > 0) {
      console.warn(
        `Past ${alarmingFile} lines, look for a second idea:\n  ${alarming.join('\n  ')}`,
      );
    }
    // Watched files stay the exception; at a tenth of the house they are the habit.
    expect(alarming.length).toBeLessThan(tree.size / 10);
  });
});

describe.each(rules)('the rule $name', ({ find, bad, good, lesson }) => {
  test.each(bad.map((files) => ({ files })))('reports $files', ({ files }) => {
    expect(find(treeOf(files)).length).toBeGreaterThan(0);
  });

  test('lets the lawful neighbour pass, and teaches', () => {
    expect(find(treeOf(good))).toEqual([]);
    expect(lesson).toMatch(/^[A-Z].*\.$/);
  });
});
