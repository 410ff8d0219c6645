import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_CLOCK } from '../../testing/test-lender.ts';
import { openTestStore, type TestStore } from '../../testing/test-store.ts';
import { watchedStore } from '../../testing/watched-store.ts';
import { findToken, makeToken } from './api-token.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore('embedded');
});
afterAll(() => opened.end());

test('tokens that are shown together each get their own answer, from one question', async () => {
  const sent: string[] = [];
  const store = watchedStore(opened.store, (statement) => void sent.push(statement));
  const one = await makeToken(store, 'integrator', 'one', TEST_CLOCK());
  const two = await makeToken(store, 'integrator', 'two', TEST_CLOCK());
  sent.length = 0;
  const ask = (token: string, audience: string) => findToken(store, token, audience);
  const names = await Promise.all([
    ask(one, 'integrator'),
    ask(two, 'integrator'),
    ask(one, 'integrator'),
    ask(one, 'customer'),
    ask('rb_integrator_of-nobody', 'integrator'),
  ]);
  expect(names).toEqual(['one', 'two', 'one', null, null]);
  expect(sent).toEqual(['find-tokens']);
});

test('a token that was revoked is refused from then on', async () => {
  const { store } = opened;
  const token = await makeToken(store, 'integrator', 'gone', TEST_CLOCK());
  expect(await findToken(store, token, 'integrator')).toBe('gone');
  await store.query(`update api_token set revoked_at = now() where name = 'gone'`);
  expect(await findToken(store, token, 'integrator')).toBeNull();
});
