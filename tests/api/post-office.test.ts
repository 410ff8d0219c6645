/** What an operator and the demonstration see of the post office. */
import { runPost, runPostNotices, runPostRetry } from '@roadbook/server/cli/commands/run-post';
import type { Running } from '@roadbook/server/http/portal-options';
import { simulatedCarriers } from '@roadbook/server/platform/post/carriers/simulated-carriers';
import { startPostOffice } from '@roadbook/server/serve/post-office';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { call } from './call.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let running: Running;
const stop = new AbortController();
const PAGE = { accept: 'text/html' };

beforeAll(async () => {
  running = { isStopping: false, underWay: 0, notes: () => [] };
  portal = await openTestPortal({ hasDemoMailbox: true, running });
});
afterAll(async () => {
  stop.abort();
  await portal.end();
});

const page = (url: string) => portal.app.inject({ url, headers: PAGE });
const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="(\/demo\/mailbox\/[^"]+)"/g)].map(([, href = '']) => href);

async function said(run: (say: { line: (text: string) => void; progress: () => void }) => unknown) {
  const lines: string[] = [];
  await run({ line: (text) => void lines.push(text), progress: () => undefined });
  return lines.join('\n');
}

describe('the mailbox of the demonstration', () => {
  test('says what it is while it is empty', async () => {
    const answer = await page('/demo/mailbox');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('This is a simulation.');
    expect(answer.body).toContain('Nothing has arrived yet.');
    expect(answer.headers['x-robots-tag']).toBe('noindex, nofollow');
  });

  test('has a payment’s letter seconds after the payment, for each of its people', async () => {
    const { shell, log } = portal;
    const report = (...told: unknown[]): void => void log.push(JSON.stringify(told));
    const carriers = simulatedCarriers(shell.store, shell.clock);
    const settings = { publicUrl: 'http://127.0.0.1:4000' };
    const office = startPostOffice({ shell, carriers }, settings, report, stop.signal);
    running.post = office.status;
    expect(office.warnings).toEqual([]);
    const token = portal.token;
    const body = { receivedOn: '2026-11-02', amountCents: '12345' };
    const params = { contractId: contractIds.loan };
    await call(portal, 'postArrivedPayment', { token, params, body, key: 'a-letter' });
    await vi.waitFor(
      async () => expect(hrefs((await page('/demo/mailbox')).body)).toHaveLength(2),
      { timeout: 20_000, interval: 100 },
    );
    expect(office.notes()).toEqual([]);
    const people = (await page('/demo/mailbox')).body;
    expect(people).toContain('Dana Whitfield');
    expect(people).toContain('Robin Whitfield');
  });

  test('shows a letter as HTML that can do nothing, and as text', async () => {
    const [box = ''] = hrefs((await page('/demo/mailbox')).body);
    const list = (await page(box)).body;
    expect(list).toContain('We received your payment of $123.45');
    const own = hrefs(list).find((href) => href.startsWith(`${box}/`)) ?? '';
    const shown = (await page(own)).body;
    expect(shown).toContain('This is a simulation.');
    expect(shown).toContain('<pre>Hello ');
    const html = await page(`${own}/html`);
    expect(html.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox/);
    expect(html.headers['cache-control']).toBe('no-store');
    expect(html.body).toContain('<base target="_top">');
  });

  test.each([
    '/demo/mailbox/nobody',
    '/demo/mailbox/01890000-0000-7000-8000-000000000001',
    '/demo/mailbox/01890000-0000-7000-8000-000000000001/01890000-0000-7000-8000-000000000002',
    "/demo/mailbox/1'--/2/html",
  ])('%s is not found', async (url) => {
    const answer = await page(url);
    expect(answer.statusCode).toBe(404);
  });

  test('is not there where mail is real', async () => {
    const real = await portal.another({});
    const [box = ''] = hrefs((await page('/demo/mailbox')).body);
    for (const url of ['/demo/mailbox', box, '/demo/mailbox.css']) {
      expect((await real.inject({ url, headers: PAGE })).statusCode).toBe(404);
    }
    await real.close();
  });

  test('nothing that was sent, and nobody, is in a line of the log', async () => {
    expect(portal.log.length).toBeGreaterThan(0);
    for (const line of portal.log) {
      for (const personal of ['larkspur.example', 'Dana', 'Robin', 'Whitfield', '123.45']) {
        expect(line).not.toContain(personal);
      }
    }
  });
});

describe('letters that were given up', () => {
  const ready = async () => (await portal.app.inject({ url: '/health/ready' })).json();

  test('are counted for the operator, and listed without a person in them', async () => {
    stop.abort();
    const { shell } = portal;
    const personal = [/larkspur\.example/, /Dana|Robin/];
    await shell.store.query(
      `insert into person_message (person_id, message_id, lane, template, channel, lang, place,
         key_id, to_sealed, data_sealed, created_at, due_at, attempts, dead_at, last_code)
       select person_id, '01890000-0000-8000-8000-00000000000a', lane, template, channel, lang, 0,
         key_id, to_sealed, to_sealed, created_at, due_at, 3, due_at, 'smtp-550'
       from person_message limit 1`,
    );
    const report = (): void => undefined;
    const carriers = { mail: null, text: null };
    const office = startPostOffice(
      { shell, carriers },
      { publicUrl: 'http://127.0.0.1:4000' },
      report,
      AbortSignal.abort(),
    );
    expect(office.warnings[0]).toContain('No mail server is set');
    running.post = office.status;
    expect(await ready()).toMatchObject({
      status: 'ready',
      post: { people: { waiting: 0, late: 0, dead: 1 } },
      notes: [
        expect.stringContaining('No mail server is set: letters to customers wait'),
        'Given up and not sent: 1. "npm run roadbook -- post" lists them.',
      ],
    });
    const list = await said((say) => runPost(shell, say));
    expect(list).toContain('0 waiting (0 of them late), 1 given up');
    expect(list).toContain('smtp-550, payment-received by mail: 1');
    expect(list).toContain('01890000-0000-8000-8000-00000000000a');
    for (const each of personal) expect(list).not.toMatch(each);
  });

  test('a retry names what it did, and an id that is none is refused', async () => {
    const { shell } = portal;
    expect(await said((say) => runPostRetry(shell, 'everything', say))).toContain('no message id');
    const unknown = '01890000-0000-8000-8000-00000000000b';
    expect(await said((say) => runPostRetry(shell, unknown, say))).toContain('No such letter');
    expect(await said((say) => runPostRetry(shell, 'ALL', say))).toBe('1 will be tried again.');
    expect(await said((say) => runPostRetry(shell, 'all', say))).toContain('No such letter');
    expect(await said((say) => runPost(shell, say))).toContain('1 waiting');
  });

  test('a count that cannot be made is told of, and the server is ready all the same', async () => {
    const told: unknown[] = [];
    const { shell } = portal;
    const query = async (): Promise<never> => {
      throw Object.assign(new Error('no'), { code: '42P01' });
    };
    const broken = { ...shell, store: { ...shell.store, query } };
    const carriers = { mail: null, text: null };
    const report = (words: string, _fault: unknown, facts?: object): void =>
      void told.push([words, facts]);
    const signal = AbortSignal.abort();
    const settings = { publicUrl: 'http://127.0.0.1:4000' };
    running.post = startPostOffice({ shell: broken, carriers }, settings, report, signal).status;
    expect(await ready()).toEqual({ status: 'ready' });
    expect(told).toContainEqual(['What waits to be sent could not be counted', { code: '42P01' }]);
  });
});

test('what a person wants is recorded for a topic or for all, and nobody is invented', async () => {
  const { shell } = portal;
  const asked = { command: 'post-notices', number: 'LMF-1001', role: 'borrower' } as const;
  const set = (changes: object): Promise<string> => {
    const request = { ...asked, channel: 'text', wanted: true, topic: null, ...changes } as const;
    return said((say) => runPostNotices(shell, request, say));
  };
  expect(await set({})).toMatch(
    /gets texts: payments, planned-payments, late-payments, account, appointments/,
  );
  expect(await set({ topic: 'payments', wanted: false })).toContain('gets no texts: payments.');
  expect(await set({ topic: 'weather' })).toContain('"weather" is no topic.');
  expect(await set({ role: 'lessee' })).toContain('has a lessee. Nothing was changed.');
  const rows = await shell.store.query(
    'select topic, wanted from notice_preference order by wanted, topic',
  );
  expect(rows).toEqual([
    { topic: 'payments', wanted: false },
    ...['account', 'appointments', 'late-payments', 'planned-payments'].map((topic) => ({
      topic,
      wanted: true,
    })),
  ]);
});

test('a letter that is handed over twice is one letter in the mailbox', async () => {
  const { shell } = portal;
  const carriers = simulatedCarriers(shell.store, shell.clock);
  const parcel = {
    id: '01890000-0000-8000-8000-00000000000c',
    personId: '01890000-0000-7000-8000-000000000001',
    to: 'dana@larkspur.example',
    letter: { subject: null, text: 'hello', html: null },
  };
  await carriers.text?.send(parcel);
  await carriers.text?.send(parcel);
  const rows = await shell.store.query('select from demo_letter where message_id = $1', [
    parcel.id,
  ]);
  expect(rows).toHaveLength(1);
});
