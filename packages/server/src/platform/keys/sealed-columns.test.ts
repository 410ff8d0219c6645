import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ColumnContent,
  columnContents,
  wordColumns,
} from '../../../testing/platform/keys/column-contents.ts';
import { openTestStore, type TestStore } from '../../../testing/test-store.ts';
import { SEALED_TABLES } from './sealed-columns.ts';

let opened: TestStore;
let contents: readonly ColumnContent[];
beforeAll(async () => {
  opened = await openTestStore('embedded');
  contents = await columnContents();
});
afterAll(() => opened.end());

const ofKind = (kind: ColumnContent['kind']): string[] =>
  contents.filter((each) => each.kind === kind).map(({ column }) => column);

test('of every column that can hold words or bytes it is written down what it holds', async () => {
  expect(contents.map(({ column }) => column).sort()).toEqual(
    [...(await wordColumns(opened.store))].sort(),
  );
});

test('every sealed column has its identity, so that a rotation of keys finds it', () => {
  const sealed = SEALED_TABLES.flatMap(({ table, sealed: columns }) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  expect(sealed.sort()).toEqual(
    ofKind('sealed')
      // It proves the keys, and goes with them.
      .filter((column) => column !== 'key_check.sealed')
      .sort(),
  );
});

test('what is readable says why', () => {
  for (const { kind, why } of contents) expect(why !== '').toBe(kind === 'clear');
});
