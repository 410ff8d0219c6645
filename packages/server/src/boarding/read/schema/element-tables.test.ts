import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../../../tests/house/shared-data.ts';
import type { Element, Ex102Product } from './element-table.ts';
import { knownName, tableOf, tableOfNamespace } from './element-tables.ts';

test('a schema is told by its whole namespace', () => {
  const { namespace } = tableOf('lease');
  expect(tableOfNamespace(namespace)).toBe(tableOf('lease'));
  expect(tableOfNamespace(`${namespace}/`)).toBeNull();
  expect(tableOfNamespace('')).toBeNull();
});

test.each([
  ['loan', 'subvented', 'subvented'],
  ['loan', 'Subvented', 'subvented'],
  ['loan', 'DemandResolutionDate', 'demandResolutionDate'],
  ['lease', 'demandResolutionDate', 'DemandResolutionDate'],
  ['loan', 'reportingPeriodEndDate', 'reportingPeriodEndingDate'],
  ['lease', 'reportingPeriodBeginningDate', 'reportingPeriodBeginDate'],
  ['loan', 'acquisitionCost', null],
] as const)('%s %s → %s', (product, written, name) => {
  expect(knownName(tableOf(product), written)).toBe(name);
});

describeWithSharedData('the tables against the published element lists', (data) => {
  type Listed = {
    xmlName: string;
    type: string;
    maxOccurs: string;
    xsdType: string;
    codes?: { values: string[] };
  };
  const kinds: Record<string, string[]> = {
    String: ['text', 'code'],
    Date1: ['day'],
    Date2: ['month'],
    Decimal: ['money', 'rate'],
    Integer: ['integer'],
    Boolean: ['flag'],
  };

  test.each(['loan', 'lease'] as const)('auto %s', (product: Ex102Product) => {
    const path = `${data}/abs-ee/elements-auto${product}.json`;
    const list: { namespace: string; elements: Listed[] } = JSON.parse(readFileSync(path, 'utf8'));
    const table = tableOf(product);
    expect(table.namespace).toBe(list.namespace);
    const ofSchema = [...table.elements.values()].filter(({ ours }) => !ours);
    expect(ofSchema.map(({ name }) => name)).toEqual(list.elements.map(({ xmlName }) => xmlName));
    for (const { xmlName, type, maxOccurs, xsdType, codes } of list.elements) {
      const element = table.elements.get(xmlName) as Element;
      expect(kinds[type], xmlName).toContain(element.kind);
      expect(element.repeats, xmlName).toBe(maxOccurs !== '1');
      expect(element.codes, xmlName).toEqual(codes?.values ?? []);
      const sized = element.kind === 'text' || element.kind === 'integer';
      if (sized) expect(element.size, xmlName).toBe(Number(/_(\d+)_/.exec(xsdType)?.[1]));
    }
  });
});
