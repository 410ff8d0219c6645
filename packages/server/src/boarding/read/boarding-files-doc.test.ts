import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ACT_RULES } from '../../lender/boarding-checks.ts';
import { PARTY_FIELDS } from './party/party-columns.ts';
import type { Ex102Product } from './schema/element-table.ts';
import { tableOf } from './schema/element-tables.ts';
import { useOf } from './schema/element-use.ts';
import { requiredElements } from './schema/required-for-boarding.ts';
import { REJECTS_HEADER } from './write-rejects.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../../../docs/boarding-files.md', import.meta.url)),
  'utf8',
);
const said = new Set(Array.from(page.matchAll(/`([^`\n]+)`/g), ([, code]) => code));

const missing = (codes: Iterable<string>): string[] => [...codes].filter((code) => !said.has(code));

/** What becomes of an element, in the words of the page. */
function saysUse(product: Ex102Product, name: string): string {
  const use = useOf(product, name);
  if (use === null) return `${name} has no use`;
  if (use.use === 'mapped') return `| makes ${use.to} |`;
  return use.use === 'checked' ? `| held against ${use.against} |` : `| not used: ${use.because} |`;
}

test.each(['loan', 'lease'] as const)('the page names every element of a %s', (product) => {
  const [, list = ''] = page.split(`## Every element of an auto ${product}`);
  for (const name of tableOf(product).elements.keys()) {
    const row = list.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
    expect(row, name).toContain(saysUse(product, name));
  }
  expect(missing(requiredElements(product).flat())).toEqual([]);
});

test('the page names every column of the parties and the rejects file', () => {
  expect(missing(PARTY_FIELDS.map(([, { column }]) => column))).toEqual([]);
  expect(missing(REJECTS_HEADER.trim().split(','))).toEqual([]);
});

test('the page explains every rule that a lender can set', () => {
  const limits = ['payment-off-level', 'maturity-off-term', 'remaining-term-off'];
  const more = ['balance-over-original', 'interest-paid-ahead', 'interest-paid-behind'];
  expect(missing([...ACT_RULES, ...limits, ...more])).toEqual([]);
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
