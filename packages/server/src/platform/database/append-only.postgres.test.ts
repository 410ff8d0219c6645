/**
 * Goal: what happened cannot be edited by the role that Roadbook works as, and Roadbook works.
 * Method: an ordinary role that owns its schema boards, posts, closes and proves, and then tries.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardSampleLease, boardSampleLoan } from '../../../testing/sample-book.ts';
import { arrivedPayment, returnedPayment } from '../../../testing/sample-payment.ts';
import { OPEN_DAY, TEST_CLOCK } from '../../../testing/test-lender.ts';
import {
  openOrdinaryRoleStore,
  openTestStore,
  type TestStore,
} from '../../../testing/test-store.ts';
import { openFirstDay } from '../../book/day/business-day.ts';
import { closeOpenDay } from '../../book/day/close-day.ts';
import { checkLedger } from '../../book/proof/check-ledger.ts';
import { createWriter } from '../../book/write/writer.ts';
import { editorWarning, roleThatMayEdit } from './append-only.ts';
import { migrate } from './migrate.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openOrdinaryRoleStore();
  await migrate(opened.store);
  await openFirstDay(opened.store, OPEN_DAY, TEST_CLOCK());
});
afterAll(() => opened.end());

test('boarding, payments, a reversal and the close work as before', async () => {
  const { store } = opened;
  const loan = await boardSampleLoan(store, 'A-1');
  const lease = await boardSampleLease(store, 'A-2');
  const writer = createWriter(store, TEST_CLOCK);
  const commands = [
    arrivedPayment(loan, 'payment-1', 47_300n),
    arrivedPayment(lease, 'payment-1', 44_346n),
    returnedPayment(loan, 'return-1', 2),
  ];
  for (const command of commands) {
    expect(await writer.run(command)).toMatchObject({ outcome: 'done' });
  }
  expect(await closeOpenDay(store, TEST_CLOCK)).toMatchObject({ day: OPEN_DAY, setAside: 0 });
  const { findings } = await checkLedger(store);
  expect(findings).toEqual([]);
});

describe('the owner of the tables', () => {
  test.each([
    'update entry set body = body',
    'update entry set amount_cents = amount_cents + 1 where seq = 1',
    'delete from entry',
    'truncate entry',
    'update posting set cents = cents + 1',
    'delete from posting where seq = 1',
    'truncate posting',
    'truncate entry, posting',
    'select from entry for update',
  ])('is refused: %s', async (sql) => {
    const { store } = opened;
    const count = () =>
      store.query('select (select count(*) from entry), (select sum(cents) from posting)');
    const before = await count();
    await expect(store.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await count()).toEqual(before);
  });
});

test('the start warns of a superuser, and of privileges that came back', async () => {
  const { store } = opened;
  expect(await roleThatMayEdit(store)).toBeNull();
  await store.query('grant delete on posting to current_user');
  const editor = await roleThatMayEdit(store);
  expect(editor).toMatchObject({ isSuperuser: false });
  const warning = editor === null ? '' : editorWarning(editor);
  expect(warning).not.toContain('\n');
  await store.query(warning.slice(warning.indexOf('revoke')));
  expect(await roleThatMayEdit(store)).toBeNull();

  const bySuperuser = await openTestStore('postgresql');
  const superuser = await roleThatMayEdit(bySuperuser.store);
  await bySuperuser.end();
  expect(superuser).toMatchObject({ isSuperuser: true });
});
