import { expect, test } from 'vitest';
import { refuseNodeVersion, satisfies } from './node-version.mjs';

const range = '^20.19.0 || ^22.12.0 || >=24.0.0';

test.each([
  ['18.20.0', false],
  ['20.18.9', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.5.0', false],
  ['24.0.0', true],
  ['26.1.0-nightly2026', true],
])('Node %s is inside the range: %s', (version, expected) => {
  expect(satisfies(version, range)).toBe(expected);
});

test('a range that cannot be read is never taken for a yes', () => {
  expect(() => satisfies('20.19.0', '~20.19')).toThrow('cannot be read');
});

test('the refusal names the range, the Node at hand and what to do', () => {
  expect(refuseNodeVersion('18.1.0')).toMatch(/needs Node \^20.*this is Node 18\.1\.0.*Install/);
  expect(refuseNodeVersion()).toBeNull();
});
