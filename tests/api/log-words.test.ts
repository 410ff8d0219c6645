/**
 * Goal: the log names nobody. Every test of the API and the whole browser run look for it at their
 * end; here the search itself is tried, with what was asked in the clear beside it.
 */
import { expect, test } from 'vitest';
import { send } from './call.ts';
import { example } from './examples.ts';
import { logWords, wordsInLog } from './log-words.ts';
import { PASSWORD } from './people.ts';
import { openTestPortal } from './test-portal.ts';

test('personal data that is sent is not logged, and would be found if it were', async () => {
  const portal = await openTestPortal();
  const words = await logWords(portal.shell.store, portal.shell.ring);
  expect(new Set(words.map(({ kind }) => kind))).toEqual(new Set(['name', 'email', 'ssn']));
  await send(portal, 'signIn', { body: { login: 'dana@larkspur.example', password: PASSWORD } });
  await send(portal, 'signIn', { body: { login: 'Dana Whitfield\n{"level":60}', password: '' } });
  await send(portal, 'proveCeremonyFacts', example('proveCeremonyFacts'));
  await send(portal, 'findGuestContract', { query: { email: 'dana@larkspur.example' } });
  expect(portal.log.length).toBeGreaterThan(6);
  for (const line of portal.log) expect(() => JSON.parse(line)).not.toThrow();
  expect(wordsInLog(portal.log, words)).toEqual([]);
  const found = wordsInLog(['{"msg":"welcome DANA@larkspur.example"}'], words);
  expect(found).toEqual(['email: {"msg":"welcome DANA@larkspur.example"}']);
  await portal.end();
});
