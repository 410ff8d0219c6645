import { expect, test } from 'vitest';
import { dependsOnMoney, ENTRY_KINDS, type EntryKind } from './entry-kind.ts';

const kinds = Object.keys(ENTRY_KINDS) as EntryKind[];

test('what takes an entry back is never taken back itself', () => {
  const mirrors = kinds.flatMap((kind) => ENTRY_KINDS[kind].mirror ?? []);
  // A refund that is owed is taken back by one of the other sign: it is its own mirror.
  const chained = mirrors.filter((kind) => dependsOnMoney(kind) && kind !== 'refund-owed');
  expect(chained).toEqual([]);
  expect(mirrors.filter((kind) => kind.endsWith('-reversed')).length).toBeGreaterThan(6);
});

test('what falls at the close of its day depends on the money of that day', () => {
  const atClose = kinds.filter((kind) => ENTRY_KINDS[kind].falls === 'at-close');
  expect(atClose.length).toBeGreaterThan(3);
  expect(atClose.filter((kind) => !dependsOnMoney(kind))).toEqual([]);
});
