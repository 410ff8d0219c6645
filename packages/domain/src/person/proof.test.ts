import { expect, test } from 'vitest';
import { secondProofsOf } from './proof.ts';

test('second proofs are offered in their order, and only what is on file', () => {
  const nothing = { password: 'alone', passkeys: 0, app: false, mail: false, text: false } as const;
  expect(secondProofsOf({ ...nothing, recoveryCodes: 0 })).toEqual([]);
  const all = { ...nothing, passkeys: 2, app: true, mail: true, text: true, recoveryCodes: 8 };
  expect(secondProofsOf(all)).toEqual([
    'passkey',
    'app',
    'text-code',
    'mail-code',
    'recovery-code',
  ]);
});
