/**
 * Goal: somebody who has nothing left comes back by letter or call, and nobody else does.
 * Method: whole ways by API and by forms; random walks over every step of it must never find a
 * session before the facts, the code and the wait.
 */
import type { Engine } from '@roadbook/server/testing/test-store';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { effort } from '../../house/effort.ts';
import { call } from '../call.ts';
import { checkProblem } from '../check-problem.ts';
import { example } from '../examples.ts';
import { makePagesFolder } from '../pages-folder.ts';
import { contractIds, giveAddress, giveSignIns, PASSWORD } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { type Browser, openBrowser } from './browser.ts';
import { lettersOf, takeLetters } from './letters.ts';

const FACTS = {
  contractNumber: 'LMF-1001',
  dateOfBirth: '1986-04-12',
  ssnLastFour: '0001',
  zip: '97201',
};
const NEW_PASSWORD = 'four quiet orange doors';
const HOUR_MS = 3_600_000;
const WAIT_MS = 48 * HOUR_MS;

type State = { next: string; ways: string[]; waitUntil: string | null };
type Asked = { call: { code: string; promisedOn: string } | null; noFeesUntil: string | null };

export function lostEverythingSuite(engine: Engine): void {
  let portal: TestPortal;
  let dana: string;
  const start = Date.UTC(2026, 10, 2, 15);
  beforeAll(async () => {
    portal = await openTestPortal({ engine });
    dana = await portal.personId('dana');
    await giveAddress(portal.shell.store, dana);
  });
  afterAll(() => portal.end());
  const clean = async (): Promise<void> => {
    portal.clock.nowMs = start;
    for (const table of [
      'throttle',
      'known_device',
      'session',
      'ceremony',
      'person_message',
      'security_notice',
      'person_hold',
      'invitation',
      'recovery_letter',
      'call_back',
      'work_item',
    ]) {
      await portal.shell.store.query(`delete from ${table}`);
    }
  };
  beforeEach(clean);

  const codeOf = (answer: { body: string; statusCode: number }): string =>
    (JSON.parse(answer.body) as { code?: string }).code ?? String(answer.statusCode);
  const begun = async (): Promise<Browser> => {
    const browser = openBrowser(portal.app);
    const answer = await browser.call('beginLostEverything', FACTS);
    expect(answer.json()).toMatchObject({ next: 'prove', ways: ['letter', 'call-back'] });
    return browser;
  };
  /** What is in the envelope: somebody of operations opens the letter in order to print it. */
  const letterCode = async (): Promise<string> => {
    const cookie = await portal.deskCookie('operations');
    const { items } = await call<{ items: { kind: string; itemKey: string }[] }>(
      portal,
      'listWork',
      { cookie },
    );
    const letterId = items.find(({ kind }) => kind === 'letter')?.itemKey ?? '';
    const print = { cookie, params: { letterId } };
    return (await call<{ code: string }>(portal, 'printLetter', print)).code;
  };
  const confirmCall = async (code: string) => {
    const cookie = await portal.deskCookie('agent');
    const params = { personId: dana, contractId: contractIds.loan };
    await call(portal, 'giveReason', { ...example('giveReason'), cookie, params });
    const body = { code, note: 'Called the number on file.' };
    return call<{ waitUntil: string }>(portal, 'confirmRecoveryCall', { cookie, params, body });
  };
  const holdsOnLoan = async (): Promise<string> => {
    const [row] = await portal.shell.store.query<{ holds: unknown }>(
      'select holds from contract_state where contract_id = $1',
      [contractIds.loan],
    );
    return JSON.stringify(row?.holds);
  };

  test('by letter: asked, printed, typed, waited for, and in with a new password', async () => {
    const old = await portal.signIn('dana');
    const browser = await begun();
    const asked = (await browser.call('askRecoveryLetter')).json() as Asked;
    expect(asked.noFeesUntil).toBe('2026-11-12');
    expect(await holdsOnLoan()).toContain('access');
    const first = (await takeLetters(portal)).map(({ template, values }) => [
      template,
      values.reason,
    ]);
    expect(first).toEqual([['security-notice', 'security.recovery-started']]);
    await browser.call('askRecoveryLetter');
    expect(await takeLetters(portal)).toEqual([]);
    const code = await letterCode();
    const typed = await browser.call('proveRecovery', { code: code.toLowerCase() });
    const { ceremony } = typed.json() as { ceremony: State };
    expect(ceremony).toMatchObject({ next: 'wait', waitUntil: '2026-11-04T15:00:00.000Z' });
    const told = (await takeLetters(portal)).map(({ template, channel, to }) => [
      template,
      channel,
      to,
    ]);
    expect(told.toSorted()).toEqual([
      ['recovery-started', 'mail', 'dana@larkspur.example'],
      ['recovery-started', 'text', '(555) 555-0111'],
    ]);
    const early = await browser.call('setCeremonyPassword', { password: NEW_PASSWORD });
    expect(codeOf(early)).toBe('proof-not-asked');

    portal.clock.nowMs = start + WAIT_MS;
    // Another browser: the same facts and the same code go on with the same wait.
    const other = await begun();
    const again = await other.call('proveRecovery', { code });
    expect((again.json() as { ceremony: State }).ceremony.next).toBe('open');
    const short = await other.call('setCeremonyPassword', { password: 'short one 7' });
    expect(checkProblem(short)).toMatchObject({
      code: 'password-not-taken',
      facts: { least: '15' },
    });
    const done = await other.call('setCeremonyPassword', { password: NEW_PASSWORD });
    expect(done.json()).toMatchObject({ ceremony: null, session: { userName: 'dana' } });
    expect(codeOf(await portal.send({ url: '/api/v1/session', headers: { cookie: old } }))).toBe(
      'not-signed-in',
    );
    expect(codeOf(await browser.call('getCeremony'))).toBe('ceremony-over');
    const third = await begun();
    expect(codeOf(await third.call('proveRecovery', { code }))).toBe('recovery-code-wrong');
    const account = example('addPaymentMethod').body as Record<string, unknown>;
    const held = await other.call('addPaymentMethod', { ...account, password: NEW_PASSWORD });
    expect(checkProblem(held)).toMatchObject({
      code: 'data-held-until',
      facts: { on: '2026-11-05', time: '9:00 AM' },
    });
    // A way to sign in may be added: the letter stands for the second proof.
    expect((await other.call('stepUpByPassword', { password: NEW_PASSWORD })).json()).toMatchObject(
      { isEnough: true },
    );
    expect((await other.call('beginPasskey')).statusCode).toBe(200);
    portal.clock.nowMs += 24 * HOUR_MS;
    const signedIn = openBrowser(portal.app);
    for (const [name, value] of other.cookies) {
      if (name.endsWith('device')) signedIn.cookies.set(name, value);
    }
    const entered = await signedIn.call('signIn', { login: 'dana', password: NEW_PASSWORD });
    expect(entered.statusCode).toBe(200);
    const after = await signedIn.call('addPaymentMethod', { ...account, password: NEW_PASSWORD });
    expect(codeOf(after)).toBe('step-up-needed');
    await giveSignIns(portal.shell.store);
  });

  test('by call: the person reads out a code that nobody at the desk can see', async () => {
    const browser = await begun();
    const asked = (await browser.call('askRecoveryCall', { partOfDay: 'morning' })).json() as Asked;
    expect(asked.call?.promisedOn).toBe('2026-11-03');
    const code = asked.call?.code ?? '';
    const again = (await browser.call('askRecoveryCall', { partOfDay: 'any' })).json() as Asked;
    expect(again.call?.code).toBe(code);
    const cookie = await portal.deskCookie('agent');
    const { items } = await call<{ items: unknown[] }>(portal, 'listWork', { cookie });
    expect(items).toMatchObject([
      { kind: 'call-back', about: 'lost-everything', partOfDay: 'morning', personId: dana },
    ]);
    expect(JSON.stringify(items)).not.toContain(code);
    expect(codeOf(await browser.call('proveRecovery', { code }))).toBe('call-not-made');
    await expect(confirmCall('00000000')).rejects.toThrow('call-code-wrong');
    const { waitUntil } = await confirmCall(`${code.slice(0, 4)} ${code.slice(4)}`);
    await expect(confirmCall(code)).rejects.toThrow('call-code-wrong');
    expect(waitUntil).toBe('2026-11-04T15:00:00.000Z');
    const proved = await browser.call('proveRecovery', { code });
    expect((proved.json() as { ceremony: State }).ceremony).toMatchObject({
      next: 'wait',
      waitUntil,
    });
    expect((await lettersOf(portal)).map(({ template }) => template)).toContain('recovery-started');
  });

  test('"this was not me" ends every way back, until we have talked to the person', async () => {
    const browser = await begun();
    await browser.call('askRecoveryLetter');
    const code = await letterCode();
    await browser.call('proveRecovery', { code });
    const letter = (await lettersOf(portal)).find(
      ({ template }) => template === 'recovery-started',
    );
    const { freezeByNotice } = await import('@roadbook/server/people/holds/keep-out');
    expect(await freezeByNotice(portal.shell, String(letter?.values.token))).toBe(true);
    portal.clock.nowMs = start + WAIT_MS;
    expect(codeOf(await browser.call('setCeremonyPassword', { password: NEW_PASSWORD }))).toBe(
      'ceremony-over',
    );
    const next = openBrowser(portal.app);
    expect(codeOf(await next.call('beginLostEverything', FACTS))).toBe('recovery-stopped');
  });

  test.each([
    ['a contract that is not there', { ...FACTS, contractNumber: 'LMF-0000' }],
    ['another day of birth', { ...FACTS, dateOfBirth: '1986-04-13' }],
    ['another ZIP', { ...FACTS, zip: '97299' }],
    ['other last four', { ...FACTS, ssnLastFour: '9999' }],
  ])('%s begins nothing, and which fact it was is not told', async (_what, facts) => {
    const answer = await openBrowser(portal.app).call('beginLostEverything', facts);
    expect(codeOf(answer)).toBe('facts-wrong');
    expect(answer.cookies).toEqual([]);
  });

  test('ten guesses at one contract are enough for a while', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const facts = { ...FACTS, zip: `9720${n % 2}`, ssnLastFour: `${1_000 + n}` };
      codes.push(codeOf(await openBrowser(portal.app).call('beginLostEverything', facts)));
    }
    expect(new Set(codes.slice(0, 10))).toEqual(new Set(['facts-wrong']));
    expect(codes.at(-1)).toBe('too-many-attempts');
  });

  test('the forms lead the same way without script', async () => {
    const pages = await makePagesFolder();
    const app = await portal.another({ pagesFolder: pages.path });
    const browser = openBrowser(app);
    const { contractNumber, ssnLastFour, zip } = FACTS;
    const typed = { contractNumber, ssnLastFour, zip, month: '4', day: '12', year: '1986' };
    const wrong = await browser.post('/sign-in/lost-everything', { ...typed, zip: '97299' });
    expect([wrong.statusCode, wrong.body]).toEqual([
      422,
      expect.stringContaining('sign-in.lost-everything'),
    ]);
    const to = async (path: string, fields: Record<string, string>): Promise<unknown> =>
      (await browser.post(path, fields)).headers.location;
    expect(await to('/sign-in/lost-everything', typed)).toBe('/sign-in/proof');
    expect(await to('/sign-in/proof/letter', {})).toBe('/sign-in/proof/letter');
    expect(await to('/sign-in/proof/call-back', { partOfDay: 'any' })).toBe(
      '/sign-in/proof/call-back',
    );
    const refused = await browser.post('/sign-in/proof/recovery', { way: 'letter', code: 'no' });
    expect(refused.statusCode).toBe(422);
    const code = await letterCode();
    expect(await to('/sign-in/proof/recovery', { way: 'letter', code })).toBe('/sign-in/proof');
    portal.clock.nowMs = start + WAIT_MS;
    expect((await browser.get('/sign-in/proof')).statusCode).toBe(200);
    expect(await to('/sign-in/new-password', { password: NEW_PASSWORD })).toBe('/contracts');
    await giveSignIns(portal.shell.store);
    await app.close();
    await pages.remove();
  });

  describe('whatever is tried in whatever order', () => {
    const ACTS = [
      'letter',
      'call',
      'code',
      'wrong',
      'wait',
      'password',
      'facts',
      'sign-in',
    ] as const;

    test('no session is there before the facts, the code and the wait', async () => {
      const walk = fc.array(fc.constantFrom(...ACTS), { maxLength: 10 });
      await fc.assert(
        fc.asyncProperty(walk, async (acts) => {
          await clean();
          const browser = await begun();
          let provenAt: number | null = null;
          for (const what of acts) {
            if (what === 'letter') await browser.call('askRecoveryLetter');
            if (what === 'call') await browser.call('askRecoveryCall', {});
            if (what === 'wrong') await browser.call('proveRecovery', { code: 'AAAAAAAAAAAA' });
            if (what === 'wait') portal.clock.nowMs += WAIT_MS / 2;
            if (what === 'facts') await browser.call('proveCeremonyFacts', FACTS);
            if (what === 'sign-in') {
              await browser.call('signIn', { login: 'dana', password: `${PASSWORD}!` });
            }
            if (what === 'code' && provenAt === null) {
              const code = await letterCode().catch(() => 'AAAAAAAAAAAA');
              const answer = await browser.call('proveRecovery', { code });
              if (answer.statusCode === 200) provenAt = portal.clock.nowMs;
            }
            if (what === 'password') {
              await browser.call('setCeremonyPassword', { password: NEW_PASSWORD });
            }
            const open = await portal.shell.store.query('select person_id from session');
            const mayOpen = provenAt !== null && portal.clock.nowMs >= provenAt + WAIT_MS;
            if (!mayOpen) expect(open).toEqual([]);
            if (open.length > 0) break;
          }
        }),
        { numRuns: effort(150), seed: 20_261_130 },
      );
      await giveSignIns(portal.shell.store);
    }, 300_000);
  });
}
