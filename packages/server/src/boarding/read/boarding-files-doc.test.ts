import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tableOf } from './element-tables.ts';
import { PARTY_FIELDS } from './party-columns.ts';
import { requiredElements } from './required-for-boarding.ts';
import { REJECTS_HEADER } from './write-rejects.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../../../docs/boarding-files.md', import.meta.url)),
  'utf8',
);
const said = new Set(Array.from(page.matchAll(/`([^`\n]+)`/g), ([, code]) => code));

const missing = (codes: Iterable<string>): string[] => [...codes].filter((code) => !said.has(code));

test.each(['loan', 'lease'] as const)('the page names every element of a %s', (product) => {
  const [, list = ''] = page.split(`## Every element of an auto ${product}`);
  for (const name of tableOf(product).elements.keys()) expect(list).toContain(`| \`${name}\` |`);
  expect(missing(requiredElements(product).flat())).toEqual([]);
});

test('the page names every column of the parties and the rejects file', () => {
  expect(missing(PARTY_FIELDS.map(([, { column }]) => column))).toEqual([]);
  expect(missing(REJECTS_HEADER.trim().split(','))).toEqual([]);
});

test('the page explains every rule that a golden file breaks, and every remark', () => {
  const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
  const outcomes = readdirSync(folder)
    .filter((name) => name.endsWith('.expected'))
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
    .join('\n');
  const rules = outcomes.matchAll(/^ {2}(?:remark )?([a-z0-9-]+)(?: at (?:byte|line) \d+)?: /gm);
  const broken = new Set(Array.from(rules, ([, rule = '']) => rule));
  expect(broken.size).toBeGreaterThan(50);
  expect(missing(broken)).toEqual([]);
});
