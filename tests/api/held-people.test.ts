/**
 * Goal: a person who is held, kept out or not concerned gets exactly what they may have.
 * Method: every operation of customers and integrators, enumerated from the table of operations, is
 * called for a person with each kind of hold, by a guest, and by a co-party with another's ids.
 */
import type { Operation } from '@roadbook/api/operation';
import type { PersonHoldKind } from '@roadbook/domain/person/person-hold';
import { makePass } from '@roadbook/server/money/guest/guest-pass';
import { insertPersonHold } from '@roadbook/server/people/holds/person-hold.sql';
import { uuidV7 } from '@roadbook/server/platform/database/uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, refused, send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { example, NO_SUCH_ID, operationsOf } from './examples.ts';
import { contractIds, giveSignIns } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let dana: string;
let robin: string;
beforeAll(async () => {
  portal = await openTestPortal();
  dana = await portal.signIn('dana');
  robin = await portal.signIn('robin');
});
afterAll(() => portal.end());
beforeEach(async () => {
  await portal.shell.store.query('delete from person_hold');
  await portal.shell.store.query('delete from throttle');
});

const customers = operationsOf('customer');
const changes = customers.filter(({ method }) => method !== 'GET');
const idsOf = (operations: readonly Operation[]): string[] => operations.map(({ id }) => id);

async function hold(kind: PersonHoldKind): Promise<void> {
  const { store, clock } = portal.shell;
  const personId = await portal.personId('dana');
  const told = { kind, untilMs: null, evidence: 'a test', decidedBy: 'a test' };
  await insertPersonHold(store, { personId, holdId: uuidV7(clock()), ...told }, clock());
}

/**
 * What stays open while an account is frozen: money may come in, somebody may call, a way out of a
 * session or of a bank account may be taken, and proofs may be given. A new operation that changes
 * something is either refused then, or stands here.
 */
const OPEN_WHILE_FROZEN = [
  'askCallBack',
  'askStepUpPasskey',
  'bookAppointment',
  'cancelAppointment',
  'cancelScheduledPayment',
  'deleteLeaseEndPlan',
  'deleteLeaseEndWalk',
  'disputeBillLine',
  'endOtherSessions',
  'endSession',
  'holdSlot',
  'makePayment',
  'moveAppointment',
  'previewPayment',
  'quotePayoff',
  'removePaymentMethod',
  'renamePasskey',
  'saveLeaseEndPlan',
  'saveLeaseEndWalk',
  'sendStepUpCode',
  'signOut',
  'stepUpByCode',
  'stepUpByPasskey',
  'stepUpByPassword',
  'tellOdometer',
];

test('every change is either refused to somebody frozen, or open with a reason', () => {
  const heldOps = changes.filter(({ problems }) => problems.includes('data-held'));
  expect([...idsOf(heldOps), ...OPEN_WHILE_FROZEN].toSorted()).toEqual(idsOf(changes).toSorted());
});

describe.each(['frozen', 'recovering'] as const)('while an account is %s', (kind) => {
  const asked = kind === 'frozen' ? 'data-held' : 'data-held-until';
  test.each(customers.map(({ id, problems }) => [id, problems.includes(asked)] as const))(
    '%s is held: %s',
    async (id, isHeld) => {
      await hold(kind);
      const cookie = id.startsWith('stepUp') || /^(end|sign)/.test(id) ? robin : dana;
      const { store } = portal.shell;
      const before = await store.query('select * from credential order by person_id');
      const answer = await send(portal, id, { ...example(id), cookie });
      const code = answer.statusCode < 400 ? null : checkProblem(answer).code;
      expect(code?.startsWith('data-held') === true, answer.body).toBe(isHeld);
      if (isHeld) {
        expect(await store.query('select * from credential order by person_id')).toEqual(before);
      }
      if (cookie === robin) robin = await portal.signIn('robin');
    },
  );
});

describe.each(['closed', 'access'] as const)('a person who is kept out (%s)', (kind) => {
  test('has no session any more, for no operation, and one again when it is lifted', async () => {
    await hold(kind);
    for (const id of idsOf(customers)) {
      await refused(portal, id, 'not-signed-in', { ...example(id), cookie: dana });
    }
    await portal.shell.store.query('delete from person_hold');
    await call(portal, 'getSession', { cookie: dana });
  });

  test('changes nothing for integrators and for the other party', async () => {
    const codes = async (): Promise<readonly (readonly [string, number])[]> => {
      const found: [string, number][] = [];
      for (const { id, method } of operationsOf('integrator')) {
        if (method !== 'GET') continue;
        const answer = await send(portal, id, { ...example(id), token: portal.token });
        found.push([id, answer.statusCode]);
      }
      for (const { id, method } of customers) {
        if (method !== 'GET') continue;
        const answer = await send(portal, id, { ...example(id), cookie: robin });
        found.push([id, answer.statusCode]);
      }
      return found;
    };
    const before = await codes();
    await hold(kind);
    expect(await codes()).toEqual(before);
  });
});

describe('a guest', () => {
  test('opens with a pass nothing but the guest’s payment', async () => {
    const pass = makePass(portal.shell.ring, contractIds.loan, portal.clock.nowMs);
    for (const audience of ['customer', 'integrator', 'staff']) {
      for (const { id } of operationsOf(audience)) {
        const code = audience === 'integrator' ? 'token-refused' : 'not-signed-in';
        const asCookie = `roadbook=${pass}; roadbook-desk=${pass}; roadbook-guest=${pass}`;
        await refused(portal, id, code, { ...example(id), cookie: asCookie });
        await portal.shell.store.query('delete from throttle');
        const answer = await send(portal, id, { ...example(id), token: pass });
        expect(checkProblem(answer).code).toBe(code);
      }
    }
  });
});

/** Rows of dana's that an address names, each made or found for the walk. */
async function danasIds(): Promise<Readonly<Record<string, string>>> {
  const { store } = portal.shell;
  // Somebody who came back without proofs may change the password, so it was changed above.
  await giveSignIns(store);
  dana = await portal.signIn('dana');
  const added = await call<{ methodId: string }>(portal, 'addPaymentMethod', {
    ...example('addPaymentMethod'),
    cookie: dana,
  });
  const body = { amountCents: '5000', purpose: 'regular', on: '2026-11-20', ...pick(added) };
  const promised = await call<{ paymentId: string }>(portal, 'makePayment', {
    cookie: dana,
    params: { contractId: contractIds.late },
    key: 'a-promise-of-dana',
    body,
  });
  const personId = await portal.personId('dana');
  const [session] = await store.query<{ session_id: string }>(
    'select session_id from session where person_id = $1',
    [personId],
  );
  const passkeyId = Buffer.from('a passkey of dana').toString('base64url');
  await store.query(
    `insert into passkey (credential_id, person_id, public_key, counter, transports, aaguid, name,
       backed_up, created_at) values ($1, $2, '\\x00', 0, '[]', $3, 'Key', false, now())`,
    [Buffer.from(passkeyId, 'base64url'), personId, NO_SUCH_ID],
  );
  return {
    methodId: added.methodId,
    paymentId: promised.paymentId,
    scheduleId: promised.paymentId,
    sessionId: session?.session_id ?? '',
    passkeyId,
  };
}

const pick = ({ methodId }: { methodId: string }) => ({ methodId });

describe('a co-party', () => {
  test('reaches nothing that is the other’s alone, by no id in no address', async () => {
    const ids = await danasIds();
    // A line of a bill and an appointment are the contract’s, so they are its parties’ together.
    const shared = new Set(['lineId', 'appointmentId', 'placeId']);
    const withIds = customers.filter(
      ({ path }) => /:(?!contractId)\w+/.test(path) && ![...shared].some((id) => path.includes(id)),
    );
    expect(withIds.length).toBeGreaterThan(5);
    for (const { id, path } of withIds) {
      const [, name = ''] = /:(?!contractId)(\w+)/.exec(path) ?? [];
      const value = ids[name];
      if (value === undefined) throw new Error(`${id}: give dana a row that ${name} names`);
      const input = example(id);
      const params = { ...input.params, [name]: value };
      const rows = await portal.countRows();
      const answer = await send(portal, id, { ...input, params, cookie: robin });
      expect(answer.statusCode, `${id}: ${answer.body}`).toBeGreaterThanOrEqual(400);
      expect(checkProblem(answer).code).toMatch(/-not-found$|^step-up-needed$/);
      expect(await portal.countRows()).toEqual(rows);
    }
  });
});
