/** Asking to be called: kept once, for one person, and found by the staff. */
import { runCallBackDone, runCallBacks } from '@roadbook/server/cli/commands/run-call-backs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, refused } from './call.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let dana: string;
let robin: string;
const params = { contractId: contractIds.loan };
const body = { about: 'payment-relief', phone: '(555) 555-0199', note: 'After work, please.' };

type Told = { reference: string; callBackId: string };

beforeAll(async () => {
  portal = await openTestPortal();
  dana = await portal.signIn('dana');
  robin = await portal.signIn('robin');
});
afterAll(() => portal.end());

async function said(run: (say: { line: (text: string) => void; progress: () => void }) => unknown) {
  const lines: string[] = [];
  await run({ line: (text) => void lines.push(text), progress: () => undefined });
  return lines.join('\n');
}

describe('a request to be called', () => {
  let told: Told;

  test('is kept with a reference; the same key answers the same', async () => {
    const input = { cookie: dana, params, body, key: 'first-call' };
    told = await call<Told>(portal, 'askCallBack', input);
    expect(await call(portal, 'askCallBack', input)).toEqual(told);
    const other = { ...input, body: { ...body, phone: '(555) 555-0100' } };
    await refused(portal, 'askCallBack', 'key-used-for-other-input', other);
  });

  test('is not taken a second time while it waits, not even at once', async () => {
    const again = { cookie: dana, params, body, key: 'second-call' };
    const problem = await refused(portal, 'askCallBack', 'call-back-waiting', again);
    expect(problem.facts).toEqual({ callBack: told.reference });
    const lease = { contractId: contractIds.lease };
    const both = await Promise.allSettled(
      ['a', 'b', 'c'].map((key) =>
        call(portal, 'askCallBack', { cookie: dana, params: lease, body, key: `at-once-${key}` }),
      ),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('belongs to one person: the other on the contract may ask as well', async () => {
    const seen = await call<{ waiting: null }>(portal, 'getCallBack', { cookie: robin, params });
    expect(seen.waiting).toBeNull();
    await call(portal, 'askCallBack', { cookie: robin, params, body, key: 'robins-call' });
  });

  test('is limited, so that nobody floods the telephones', async () => {
    const late = { contractId: contractIds.late };
    const input = (key: string) => ({ cookie: dana, params: late, body, key });
    await call(portal, 'askCallBack', input('late-call'));
    for (let times = 0; ; times += 1) {
      const waiting = await refused(
        portal,
        'askCallBack',
        'call-back-waiting',
        input(`t-${times}-more`),
      ).catch(() => null);
      if (waiting === null) break;
      expect(times).toBeLessThan(10);
    }
    await refused(portal, 'askCallBack', 'too-many-attempts', input('one-more-call'));
  });

  test('is stored sealed', async () => {
    const rows = await portal.shell.store.query('select * from call_back');
    expect(
      JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('555-0199');
  });

  test('is listed for the staff, and after a call the person may ask again', async () => {
    const list = await said((say) => runCallBacks(portal.shell, say));
    expect(list).toContain(told.reference);
    expect(list).toContain('Dana Whitfield, (555) 555-0199, any time: relief from payments');
    expect(list).toContain('"After work, please."');
    const looks = await portal.shell.store.query(
      "select * from access_log where what = 'call-back'",
    );
    expect(looks.length).toBeGreaterThan(0);
    expect(await said((say) => runCallBackDone(portal.shell, told.reference, say))).toBe(
      `${told.reference} is answered.`,
    );
    expect(await said((say) => runCallBackDone(portal.shell, told.reference, say))).toContain(
      'Nobody waits for a call under',
    );
    portal.clock.nowMs += 3_700_000;
    const fresh = await portal.signIn('dana');
    await call(portal, 'askCallBack', { cookie: fresh, params, body, key: 'after-the-call' });
  });
});

test.each([
  ['phone', { ...body, phone: '12' }],
  ['phone', { ...body, phone: 'call me' }],
  ['about', { ...body, about: 'everything' }],
  ['partOfDay', { ...body, partOfDay: 'night' }],
  ['note', { ...body, note: 'x'.repeat(501) }],
])('a bad %s is refused by its field', async (field, wrong) => {
  const cookie = await portal.signIn('robin');
  const input = { cookie, params, body: wrong, key: 'bad-input-1' };
  const { errors } = await refused(portal, 'askCallBack', 'invalid-input', input);
  expect(errors.map((each) => each.field)).toEqual([`body.${field}`]);
});
