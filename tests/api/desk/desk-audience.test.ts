/**
 * Goal: nobody does at the desk what their role does not allow, and neither port answers for the
 * other.
 * Method: every operation, enumerated from the table of operations, is called as every role and as
 * everybody who has no business there; a new operation cannot escape.
 */
import { OPERATIONS } from '@roadbook/api/operations/all';
import { roleAllows, STAFF_ROLES } from '@roadbook/domain/person/staff-role';
import { allowed } from '@roadbook/server/http/audiences/staff';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK_AUDIENCES, type Input, refused, send } from '../call.ts';
import { checkProblem } from '../check-problem.ts';
import { example, operationsOf } from '../examples.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';

let portal: TestPortal;
let dana: string;
beforeAll(async () => {
  portal = await openTestPortal();
  dana = await portal.signIn('dana');
});
afterAll(() => portal.end());

const staff = operationsOf('staff');
const ids = staff.map(({ id }) => id);

test('there is something to walk through', () => {
  expect(staff.length).toBeGreaterThan(20);
  expect(operationsOf('desk-guest').length).toBeGreaterThan(5);
});

describe('an operation of staff', () => {
  const withoutSession: [string, () => Input][] = [
    ['nobody', () => ({})],
    ['a cookie nobody was given', () => ({ cookie: `roadbook-desk=${'A'.repeat(43)}` })],
    ['a customer', () => ({ cookie: dana })],
    ['a customer’s token as cookie', () => ({ cookie: `roadbook-desk=${dana.split('=')[1]}` })],
    ['an integrator', () => ({ token: portal.token })],
    ['an integrator’s token as cookie', () => ({ cookie: `roadbook-desk=${portal.token}` })],
  ];
  describe.each(withoutSession)('as %s', (_who, credentials) => {
    test.each(ids)('%s: not signed in', async (id) => {
      const before = await portal.countRows();
      await refused(portal, id, 'not-signed-in', { ...example(id), ...credentials() });
      expect(await portal.countRows()).toEqual(before);
    });
  });

  describe.each(STAFF_ROLES)('as %s', (role) => {
    test.each(staff.map(({ id, permission }) => [id, permission] as const))(
      '%s needs %s',
      async (id, permission) => {
        if (permission === undefined) throw new Error(`${id} names no permission`);
        const cookie = await portal.deskCookie(role);
        const before = await portal.countRows();
        const answer = await send(portal, id, { ...example(id), cookie });
        const isRefused =
          answer.statusCode === 403 && checkProblem(answer).code === 'not-permitted';
        expect(isRefused, answer.body).toBe(!roleAllows(role, permission));
        if (isRefused) expect(await portal.countRows()).toEqual(before);
      },
    );
  });

  test('is not bound at all without a permission', () => {
    const [operation] = staff;
    if (operation === undefined) throw new Error('no operation');
    const { permission: _, ...without } = operation;
    expect(() => allowed(without as typeof operation, async () => ({}))).toThrow(
      /names no permission/,
    );
  });
});

describe('a session at the desk', () => {
  test('opens nothing on the portal, and a customer’s opens nothing at the desk', async () => {
    const cookie = await portal.deskCookie('supervisor');
    for (const { id } of operationsOf('customer')) {
      await refused(portal, id, 'not-signed-in', { ...example(id), cookie });
    }
    const token = cookie.split('=')[1] ?? '';
    for (const { id } of operationsOf('customer')) {
      const input = { ...example(id), cookie: `roadbook=${token}` };
      await refused(portal, id, 'not-signed-in', input);
    }
  });

  test('ends after 15 minutes without a request, and after 12 hours in any case', async () => {
    const cookie = await portal.deskCookie('agent');
    const startMs = portal.clock.nowMs;
    await send(portal, 'getDeskSession', { cookie });
    portal.clock.nowMs += 16 * 60_000;
    await refused(portal, 'getDeskSession', 'not-signed-in', { cookie });
    const busy = await portal.deskCookie('agent');
    for (let minutes = 0; minutes <= 12 * 60; minutes += 14) {
      const answer = await send(portal, 'getDeskSession', { cookie: busy });
      expect(answer.statusCode, `${minutes} minutes`).toBe(200);
      portal.clock.nowMs += 14 * 60_000;
    }
    await refused(portal, 'getDeskSession', 'not-signed-in', { cookie: busy });
    portal.clock.nowMs = startMs;
  });

  test('of an account that was closed is over at once', async () => {
    const cookie = await portal.deskCookie('inspector');
    await portal.shell.store.query(`update staff set disabled_at = now() where role = 'inspector'`);
    await refused(portal, 'getDeskSession', 'not-signed-in', { cookie });
    await portal.shell.store.query('update staff set disabled_at = null');
  });
});

describe('each operation is answered on one port', () => {
  test.each(OPERATIONS.map(({ id, audience }) => [id, audience] as const))(
    '%s (%s)',
    async (id, audience) => {
      const isDesk = DESK_AUDIENCES.includes(audience);
      const other = { ...portal, app: portal.desk, desk: portal.app };
      const cookie = isDesk ? await portal.deskCookie('supervisor') : dana;
      const answer = await send(other, id, { ...example(id), cookie, token: portal.token });
      expect(checkProblem(answer).code).toBe('not-found');
    },
  );
});
