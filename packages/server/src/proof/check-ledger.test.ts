import { expect, test } from 'vitest';
import { migrate } from '../store/migrate.ts';
import { openEmptyStore } from '../testing/test-store.ts';
import { checkLedger } from './check-ledger.ts';
import { checkLedgerProofOn } from './testing/check-ledger-suite.ts';

checkLedgerProofOn('embedded');

test('an empty database proves: it has no day yet, and nothing to lose', async () => {
  const { store, end } = await openEmptyStore('embedded');
  await migrate(store);
  const { findings } = await checkLedger(store);
  await end();
  expect(findings).toEqual([]);
});
