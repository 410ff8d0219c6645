/** A portal with people who have no account yet, set back before each test. */
import { invitePeople } from '@roadbook/server/people/invitations/invite-people';
import type { Engine } from '@roadbook/server/testing/test-store';
import { expect } from 'vitest';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { type Browser, openBrowser } from './browser.ts';
import { takeCode, takeLetters } from './letters.ts';
import { boardNewcomers, newcomer } from './newcomers.ts';

export const REGISTER_PASSWORD = 'four quiet orange doors';
export const TERMS = '2026-01';
/** What somebody knows who has an account already. */
export const DANA = {
  contractNumber: 'LMF-1001',
  dateOfBirth: '1986-04-12',
  ssnLastFour: '0001',
  zip: '97201',
};
export const FINISH = {
  userName: null,
  password: REGISTER_PASSWORD,
  passkey: null,
  termsVersion: TERMS,
};

const START = Date.UTC(2026, 10, 2, 15);
const EMPTIED = [
  'throttle',
  'known_device',
  'session',
  'ceremony',
  'one_time_code',
  'person_message',
  'security_notice',
  'invitation',
  'terms_accepted',
  'person_change',
];

/** The code of a problem, else the status. */
export function codeOf(answer: { body: string; statusCode: number }): string {
  return (JSON.parse(answer.body) as { code?: string }).code ?? String(answer.statusCode);
}

export type RegistrationBook = Awaited<ReturnType<typeof openRegistrationBook>>;

export async function openRegistrationBook(engine: Engine) {
  const portal: TestPortal = await openTestPortal({ engine });
  const { store } = portal.shell;
  await boardNewcomers(store);
  const people = {
    ana: await newcomer(store, 'N-1', 'borrower'),
    ben: await newcomer(store, 'N-1', 'co-borrower'),
    again: await newcomer(store, 'N-2', 'borrower'),
  };
  await store.query('create table person_before as select * from person');
  await store.query('create table party_before as select * from contract_party');

  const clean = async (): Promise<void> => {
    portal.clock.nowMs = START;
    for (const table of EMPTIED) await store.query(`delete from ${table}`);
    const mine = `('${Object.values(people).join("','")}')`;
    for (const table of ['credential', 'login', 'passkey']) {
      await store.query(`delete from ${table} where person_id in ${mine}`);
    }
    await store.query(
      `update person p set key_id = b.key_id, sealed = b.sealed from person_before b
       where p.person_id = b.person_id and p.sealed <> b.sealed`,
    );
    await store.query('delete from contract_party');
    await store.query('insert into contract_party select * from party_before');
  };

  const sessions = async (): Promise<number> =>
    (await store.query('select token_hash from session')).length;

  /** The code of the letter to Ana or Ben. */
  const invited = async (name: 'Ana Ríos' | 'Ben Ríos'): Promise<string> => {
    const codes = new Map<string, string>();
    await invitePeople(
      portal.shell,
      { numbers: ['LMF-3001'], again: true },
      async (letter) => void codes.set(letter.name, letter.code),
      async () => undefined,
    );
    return codes.get(name) ?? '';
  };

  /** Gets the code for an email and types it. */
  const confirm = async (browser: Browser, email: string): Promise<void> => {
    await takeLetters(portal);
    const sent = await browser.call('setRegistrationEmail', { email });
    expect(sent.statusCode, sent.body).toBe(200);
    const body = { way: 'new-mail-code', code: await takeCode(portal) };
    expect(codeOf(await browser.call('proveCeremonyCode', body))).toBe('200');
  };

  /** Somebody who has shown the facts of a contract. */
  const begun = async (facts: object): Promise<Browser> => {
    const browser = openBrowser(portal.app);
    const answer = await browser.call('registerByFacts', facts);
    expect(answer.statusCode, answer.body).toBe(202);
    return browser;
  };

  const end = async (): Promise<void> => {
    await store.query('drop table person_before');
    await store.query('drop table party_before');
    await portal.end();
  };
  return { portal, people, start: START, clean, sessions, invited, confirm, begun, end };
}
