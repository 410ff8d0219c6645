import { expect, test } from 'vitest';
import { checkLedgerProofOn } from '../../../testing/book/proof/check-ledger-suite.ts';
import { openEmptyStore } from '../../../testing/test-store.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { checkLedger } from './check-ledger.ts';

checkLedgerProofOn('embedded');

test('an empty database proves: it has no day yet, and nothing to lose', async () => {
  const { store, end } = await openEmptyStore('embedded');
  await migrate(store);
  const { findings } = await checkLedger(store);
  await end();
  expect(findings).toEqual([]);
});
