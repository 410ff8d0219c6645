/**
 * Goal: a token that was revoked opens nothing from the next request on, and no list shows a token.
 * Method: the commands' own functions on the store behind a server that is asked over HTTP.
 */
import type { Say } from '@roadbook/server/cli/command-request';
import { runToken, runTokenList, runTokenRevoke } from '@roadbook/server/cli/commands/run-token';
import { tokenId } from '@roadbook/server/people/api-token';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operationOf } from './call.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.end());

let said: string[] = [];
const say: Say = { line: (text) => void said.push(text), progress: () => undefined };
beforeEach(() => {
  said = [];
});

async function make(name: string): Promise<string> {
  await runToken(portal.shell, { command: 'token', audience: 'integrator', name }, say);
  return said.pop() ?? '';
}

const revoke = (which: string): Promise<number> =>
  runTokenRevoke(portal.shell, { command: 'token-revoke', which }, say);

const path = operationOf('getContractForIntegrator').path;

async function statusWith(token: string): Promise<number> {
  const url = path.replace(':contractId', contractIds.loan);
  const headers = { authorization: `Bearer ${token}` };
  return (await portal.send({ method: 'GET', url, headers })).statusCode;
}

test('a token that was revoked by name is refused at once, and others go on', async () => {
  const token = await make('lockbox');
  expect(await statusWith(token)).toBe(200);
  expect(await revoke('lockbox')).toBe(0);
  expect(await statusWith(token)).toBe(401);
  expect(await statusWith(portal.token)).toBe(200);
  expect(await revoke('lockbox')).toBe(0);
  expect(said.at(-1)).toBe('lockbox was revoked before. Nothing was changed.');
});

test('of two with one name neither is revoked until one is named by its id', async () => {
  const [kept, lost] = [await make('twice'), await make('twice')];
  expect(await revoke('twice')).toBe(2);
  expect(said[0]).toMatch(/^2 tokens are called twice\. Nothing was revoked\./);
  expect([await statusWith(kept), await statusWith(lost)]).toEqual([200, 200]);
  expect(await revoke(tokenId(lost))).toBe(0);
  expect([await statusWith(kept), await statusWith(lost)]).toEqual([200, 401]);
  expect(await revoke('twice')).toBe(0);
  expect(await statusWith(kept)).toBe(401);
});

test('a token that was found somewhere is revoked by itself, and not said again', async () => {
  const token = await make('leaked');
  expect(await revoke(token)).toBe(0);
  expect(await revoke(`${token}x`)).toBe(2);
  expect(said.join()).not.toContain(token);
  expect(await statusWith(token)).toBe(401);
});

test('the list says name, audience, when made and when revoked, and never the token', async () => {
  const token = await make('statements');
  await revoke('statements');
  said = [];
  expect(await runTokenList(portal.shell, say)).toBe(0);
  const line = said.find((each) => each.includes('statements'));
  expect(line).toMatch(/^[0-9a-f]{12} {2}statements {2}integrator {2}made \S+Z {2}revoked \S+Z$/);
  expect(said.join()).not.toContain(token.slice(-20));
});

test('a name that no token has is refused, and nothing is revoked', async () => {
  expect(await revoke('nobody')).toBe(2);
  expect(said).toEqual(['There is no token nobody. See which there are with: token list']);
  expect(await statusWith(portal.token)).toBe(200);
});
