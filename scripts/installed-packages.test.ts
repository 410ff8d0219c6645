import { describe, expect, test } from 'vitest';
import { isWhatTheLockNames } from './installed-packages.mjs';

const here = { platform: 'linux', arch: 'x64' };
const zod = { version: '4.6.7', integrity: 'sha512-a' };
const linux = {
  version: '1.0.0',
  integrity: 'sha512-b',
  os: ['linux'],
  cpu: ['x64'],
  optional: true,
};
const mac = { ...linux, os: ['darwin'] };
const musl = { ...linux, libc: ['musl'] };
const lock = {
  packages: {
    '': {},
    'packages/domain': { version: '0.1.0' },
    'node_modules/zod': zod,
    'node_modules/linux': linux,
    'node_modules/mac': mac,
    'node_modules/musl': musl,
  },
};
const {
  'node_modules/mac': _mac,
  'node_modules/musl': _musl,
  '': _root,
  ...packages
} = lock.packages;

describe('what npm has installed', () => {
  test('is what the lock names, without the packages of other machines', () => {
    expect(isWhatTheLockNames(lock, { packages }, here)).toBe(true);
  });

  test.each([
    ['nothing was installed', {}],
    ['a package is missing', { ...packages, 'node_modules/zod': undefined }],
    ['a version is another', { ...packages, 'node_modules/zod': { ...zod, version: '4.6.6' } }],
    ['a checksum is another', { ...packages, 'node_modules/zod': { ...zod, integrity: 'x' } }],
    ['machine code is missing', { ...packages, 'node_modules/linux': undefined }],
  ])('is not where %s', (_what, recorded) => {
    expect(isWhatTheLockNames(lock, { packages: recorded }, here)).toBe(false);
  });

  test('is not where it was installed for another machine', () => {
    expect(isWhatTheLockNames(lock, { packages }, { platform: 'darwin', arch: 'x64' })).toBe(false);
  });
});
