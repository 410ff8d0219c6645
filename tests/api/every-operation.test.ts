/**
 * Goal: every operation does what its value says.
 * Method: each is called happily at least once; status and body are held to its schema, strictly.
 */
import { OPERATIONS } from '@roadbook/api/operations/all';
import * as appointmentOperations from '@roadbook/api/operations/appointments';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call as callOperation, DESK_AUDIENCES, type Input, send } from './call.ts';
import { example } from './examples.ts';
import { gettingInOperations } from './identity/getting-in-operations.ts';
import { takeCode, takeLetters } from './identity/letters.ts';
import { contractIds, PASSWORD } from './people.ts';
import { cookieOf, openTestPortal, type TestPortal } from './test-portal.ts';

type Receipt = {
  paymentId: string;
  state: string;
  amountCents: string;
  on: string;
  standing: { owed: { totalCents: string }; nextDueDate: string };
  methodLabel: string | null;
  split: { lines: { label: string; cents: string }[]; totalCents: string } | null;
};

let portal: TestPortal;
let cookie: string;
const called = new Set<string>();
const contractId = contractIds.loan;
const params = { contractId };

const call = <T>(id: string, input: Input = {}): Promise<T> => {
  called.add(id);
  return callOperation<T>(portal, id, input);
};

beforeAll(async () => {
  portal = await openTestPortal();
  cookie = await portal.signIn('dana');
});
afterAll(async () => {
  // Those of the desk are called in desk/, and a bill is disputed there, in give-back-suite.ts;
  // those of appointments are in appointments-suite.ts.
  called.add('disputeBillLine');
  called.add('getReturnForm');
  const elsewhere = new Set(Object.keys(appointmentOperations));
  const ours = OPERATIONS.filter(
    ({ id, audience }) => !DESK_AUDIENCES.includes(audience) && !elsewhere.has(id),
  );
  expect(ours.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
  await portal.end();
});

const bankAccount = {
  holderName: 'Dana Whitfield',
  routingNumber: '021000021',
  accountNumber: '000123456789',
  accountType: 'checking',
  password: PASSWORD,
};

describe('a customer', () => {
  let methodId: string;

  test('signs in, sees who is signed in, signs out', async () => {
    const body = { login: 'robin@larkspur.example', password: PASSWORD };
    called.add('signIn');
    const answer = await portal.send({ method: 'POST', url: '/api/v1/session', payload: body });
    expect(answer.json()).toEqual({
      firstName: 'Robin',
      userName: 'robin',
      idleUntil: '2026-11-02T15:15:00.000Z',
      endsInSeconds: 900,
      endsAtLatestInSeconds: 43_200,
      today: '2026-11-02',
      simulated: true,
    });
    const own = { cookie: cookieOf(answer) };
    expect(await call('getSession', own)).toEqual(answer.json());
    expect(await call('signOut', own)).toEqual({});
  });

  test('sees every contract, each at a glance', async () => {
    type Overview = { contractId: string; product: string; status: string };
    const list = await call<{ contracts: Overview[] }>('listContracts', { cookie });
    expect(list.contracts.map(({ product, status }) => `${product} ${status}`).toSorted()).toEqual([
      'lease open',
      'loan charged-off',
      'loan open',
      'loan open',
    ]);
    for (const overview of list.contracts) {
      const input = { cookie, params: { contractId: overview.contractId } };
      expect(await call('getContract', input)).toEqual(overview);
    }
  });

  test('sees the schedule of a loan, whose principal adds up, and of a lease', async () => {
    type Schedule = { rows: { principalCents: string; paymentCents: string }[] };
    const loan = await call<Schedule>('getSchedule', { cookie, params });
    const principal = loan.rows.reduce((sum, row) => sum + BigInt(row.principalCents), 0n);
    expect(principal).toBe(1_825_042n);
    const lease = await call<Schedule>('getSchedule', {
      cookie,
      params: { contractId: contractIds.lease },
    });
    expect(lease.rows).toHaveLength(36);
  });

  test('takes the whole history along as a file', async () => {
    const file = await call<string>('exportHistory', { cookie, params });
    expect(file).toContain('Date,Recorded (Central Time),What,Amount');
  });

  test('saves a bank account, masked', async () => {
    const method = await call<{ methodId: string }>('addPaymentMethod', {
      cookie,
      body: bankAccount,
    });
    expect(method).toMatchObject({ label: 'Checking account ending in 6789', lastFour: '6789' });
    methodId = method.methodId;
    expect(method).toMatchObject({ lastUsedOn: null, refusedOn: null });
    expect(await call('listPaymentMethods', { cookie })).toEqual({ methods: [method] });
    const [row] = await portal.shell.store.query<{ sealed: Buffer }>(
      'select * from payment_method',
    );
    expect(JSON.stringify(row)).not.toContain('000123456789');
    expect(row?.sealed.includes('000123456789')).toBe(false);
  });

  test('previews a payment, makes it, and gets a receipt that says the same', async () => {
    const wish = { amountCents: '47300', purpose: 'regular', on: '2026-11-02' };
    type Preview = { split: Receipt['split']; standing: Receipt['standing'] };
    const preview = await call<Preview>('previewPayment', { cookie, params, body: wish });
    const receipt = await call<Receipt>('makePayment', {
      cookie,
      params,
      key: 'first-payment',
      body: { ...wish, methodId },
    });
    expect(receipt).toMatchObject({
      state: 'accepted',
      amountCents: '47300',
      methodLabel: 'Checking account ending in 6789',
      standing: preview.standing,
    });
    // 18,250.42 at 6.49 % for the 15 days from 18 October: 48.675..., as 48.68.
    expect(receipt.split?.lines.find(({ label }) => label === 'interest')?.cents).toBe('4868');
    expect(receipt.split).toEqual(preview.split);
    expect(receipt.split?.totalCents).toBe('47300');
    // The contract page a second later says what the review and the receipt said.
    const page = await call<{ standing: unknown }>('getContract', { cookie, params });
    expect(page.standing).toEqual(preview.standing);
    const again = { cookie, params: { contractId, paymentId: receipt.paymentId } };
    expect(await call('getPayment', again)).toEqual(receipt);
  });

  test('promises a payment for a later day and cancels it', async () => {
    const body = { amountCents: '47300', purpose: 'regular', on: '2026-11-20', methodId };
    const promised = await call<Receipt>('makePayment', { cookie, params, key: 'promise-1', body });
    expect(promised).toMatchObject({ state: 'scheduled', on: '2026-11-20', split: null });
    const scheduled = { cookie, params: { contractId, scheduleId: promised.paymentId } };
    expect(await call('cancelScheduledPayment', { ...scheduled, key: 'cancel-1' })).toEqual({});
    const receipt = { cookie, params: { contractId, paymentId: promised.paymentId } };
    expect(await call('getPayment', receipt)).toMatchObject({ state: 'cancelled' });
  });

  test('asks what pays the loan off, and stores a quote for every day of it', async () => {
    type Quote = { days: { on: string; totalCents: string }[]; goodThrough: string };
    const payoff = await call<{ payoff: { totalCents: string } }>('getPayoff', {
      cookie,
      params,
      query: { on: '2026-11-05' },
    });
    const quote = await call<Quote>('quotePayoff', {
      cookie,
      params,
      key: 'quote-0001',
      body: { from: '2026-11-02' },
    });
    expect(quote.goodThrough).toBe('2026-11-12');
    // After a reload the quote is still there.
    expect(await call('listPayoffQuotes', { cookie, params })).toEqual({ quotes: [quote] });
    expect(quote.days).toHaveLength(11);
    expect(quote.days.find(({ on }) => on === '2026-11-05')?.totalCents).toBe(
      payoff.payoff.totalCents,
    );
  });

  test('reads the history, newest first, with running balances', async () => {
    type History = {
      transactions: {
        seq: number;
        kind: string;
        balanceCents: string;
        lines: { cents: string }[];
      }[];
      before: number | null;
    };
    const history = await call<History>('listTransactions', { cookie, params });
    expect(history.transactions.map(({ kind }) => kind)).toEqual([
      'scheduled-payment-cancelled',
      'payment-scheduled',
      'payment',
      'boarded',
    ]);
    expect(history.transactions.map(({ balanceCents }) => balanceCents)).toEqual([
      '1782610',
      '1782610',
      '1782610',
      '1825042',
    ]);
    expect(history.before).toBeNull();
    const query = { before: '3' };
    const older = await call<History>('listTransactions', { cookie, params, query });
    expect(older.transactions.map(({ seq }) => seq)).toEqual([2, 1]);
  });

  test('sees which account paid last', async () => {
    type Methods = { methods: { lastUsedOn: string }[] };
    const { methods } = await call<Methods>('listPaymentMethods', { cookie });
    expect(methods.map(({ lastUsedOn }) => lastUsedOn)).toEqual(['2026-11-02']);
  });

  test('asks to be called, once, and sees that the request stands', async () => {
    const before = await call<{ waiting: null; phone: string | null }>('getCallBack', {
      cookie,
      params,
    });
    expect(before.waiting).toBeNull();
    const asked = { cookie, params, ...example('askCallBack'), key: 'call-back-1' };
    const request = { ...asked, params };
    const told = await call<{ reference: string }>('askCallBack', request);
    expect(told).toMatchObject({ about: 'other-due-date', partOfDay: 'any', note: null });
    expect(told.reference).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(await call('askCallBack', request)).toEqual(told);
    expect(await call('getCallBack', { cookie, params })).toMatchObject({ waiting: told });
  });

  test('reads what is on file about the one who asks, and no number of the state', async () => {
    const details = await call('getDetails', { cookie });
    expect(details).toMatchObject({ name: 'Dana Whitfield', userName: 'dana' });
    expect(JSON.stringify(details)).not.toContain('900-10');
  });

  test('sees the profile, changes all of it and takes it along', async () => {
    called.add('stepUpByPassword');
    const stepped = await send(portal, 'stepUpByPassword', {
      cookie,
      ...example('stepUpByPassword'),
    });
    cookie = cookieOf(stepped);
    const given = (id: string) => ({ cookie, ...example(id) });
    expect(await call('getProfile', { cookie })).toMatchObject({ name: 'Dana Whitfield' });
    await call('changeMailingAddress', given('changeMailingAddress'));
    await call('changeGaraging', { ...given('changeGaraging'), params });
    await call('changeHowToTalk', given('changeHowToTalk'));
    await call('chooseNotice', given('chooseNotice'));
    await takeLetters(portal);
    await call('sendContactCode', given('sendContactCode'));
    const code = await takeCode(portal);
    const { channel, address } = example('sendContactCode').body as Record<string, string>;
    await call('addContact', { cookie, body: { channel, address, code } });
    await call('makeContactMain', { cookie, body: { channel, address: 'dana@larkspur.example' } });
    await call('removeContact', given('removeContact'));
    expect(await call('exportProfile', { cookie })).toMatchObject({ lender: expect.any(String) });
    expect(await call('exportProfilePage', { cookie })).toContain('<h1>');
    const { moves } = await call<{ moves: unknown[] }>('listGaragingMoves', {
      token: portal.token,
    });
    expect(moves).toHaveLength(1);
  });

  test('removes the bank account', async () => {
    expect(await call('removePaymentMethod', { cookie, params: { methodId } })).toEqual({});
    expect(await call('listPaymentMethods', { cookie })).toEqual({ methods: [] });
  });
});

describe('an integrator', () => {
  const found = {
    contractId: contractIds.late,
    contractNumber: 'LMF-1002',
    product: 'loan',
    deal: 'LARK-TEST',
    assetNumber: 'L-2',
    status: 'active',
  };

  test('finds contracts by number, and by deal and asset number', async () => {
    const { token } = portal;
    const byNumber = { token, query: { number: 'LMF-1002' } };
    const byAsset = { token, query: { deal: 'LARK-TEST', assetNumber: 'L-2' } };
    expect(await call('findContracts', byNumber)).toEqual({ contracts: [found] });
    expect(await call('findContracts', byAsset)).toEqual({ contracts: [found] });
    const nobody = { token, query: { number: 'LMF-0000' } };
    expect(await call('findContracts', nobody)).toEqual({ contracts: [] });
  });

  test('posts money, reads the ledger of it, and takes it back', async () => {
    const { token } = portal;
    const own = { contractId: contractIds.late };
    type Arrived = { paymentId: string; seq: number; principalCents: string };
    const body = { receivedOn: '2026-11-01', amountCents: '47300' };
    const receipt = await call<Arrived>('postArrivedPayment', {
      token,
      params: own,
      key: 'lockbox-1',
      body,
    });
    type Ledger = {
      entries: { kind: string; postings: { debit: string; credit: string; cents: string }[] }[];
    };
    const ledger = await call<Ledger>('listEntries', { token, params: own, query: { after: '1' } });
    expect(ledger.entries[0]).toMatchObject({ kind: 'payment', seq: receipt.seq });
    const sum = ledger.entries[0]?.postings
      .filter(({ debit }) => debit === 'cash')
      .reduce((total, { cents }) => total + BigInt(cents), 0n);
    expect(sum).toBe(47_300n);
    const reversal = await call('reverseArrivedPayment', {
      token,
      params: { ...own, paymentId: receipt.paymentId },
      key: 'return-01',
      body: { reason: 'r01' },
    });
    expect(reversal).toMatchObject({ amountCents: '47300', reason: 'r01', status: 'active' });
    const overview = await call<{ balance: { totalCents: string } }>('getContractForIntegrator', {
      token,
      params: own,
    });
    expect(overview.balance.totalCents).toBe('1825042');
  });

  test('reads the balance of every account, which are the sum of the postings', async () => {
    const own = { token: portal.token, params: { contractId: contractIds.late } };
    type Balances = { balances: { account: string; normalSide: string; balanceCents: string }[] };
    const { balances } = await call<Balances>('getBalances', own);
    const of = (account: string) => balances.find((each) => each.account === account);
    expect(of('principal')).toMatchObject({ normalSide: 'debit', balanceCents: '1825042' });
    expect(of('interest-income')).toMatchObject({ normalSide: 'credit' });
    const sum = balances.reduce((total, { balanceCents }) => total + BigInt(balanceCents), 0n);
    expect(sum).toBe(0n);
  });

  test('tells what the odometer of a lease shows', async () => {
    const own = { cookie, params: { contractId: contractIds.lease }, key: 'reading-0001' };
    const body = { miles: 24_000, on: '2026-10-30' };
    const told = await call('tellOdometer', { ...own, body });
    expect(told).toMatchObject({ ...body, source: 'lessee', isCounted: true });
  });

  test('sees that the car of a lease is not on its way back', async () => {
    const own = { cookie, params: { contractId: contractIds.lease } };
    const shown = await call('getGiveBack', own);
    expect(shown).toMatchObject({ stage: 'with-customer', receipt: null, bills: [] });
  });

  test('reads the end of a lease and what its lessee saved', async () => {
    const own = { cookie, params: { contractId: contractIds.lease } };
    for (const id of ['saveLeaseEndWalk', 'saveLeaseEndPlan'] as const) {
      await call(id, { ...own, body: example(id).body });
    }
    const { facts } = await call<{ facts: object }>('getLeaseEnd', own);
    const kept = await call<{ plan: object; walk: object }>('getSavedLeaseEnd', own);
    const { token } = portal;
    const seen = await call('getLeaseEndForIntegrator', { token, params: own.params });
    expect(seen).toMatchObject({ facts, saved: [kept] });
    await call('deleteLeaseEndPlan', own);
    await call('deleteLeaseEndWalk', own);
    expect(await call('getSavedLeaseEnd', own)).toEqual({ plan: null, walk: null });
  });

  test('stores a payoff quote', async () => {
    const input = { token: portal.token, params: { contractId: contractIds.late } };
    const body = { from: '2026-11-10' };
    const quote = await call('quotePayoffForIntegrator', { ...input, key: 'quote-0002', body });
    expect(quote).toMatchObject({ from: '2026-11-10', quotedOn: '2026-11-02' });
  });
});

gettingInOperations({ portal: () => portal, call, called });

describe('a guest', () => {
  test('finds a contract, pays and finds the receipt', async () => {
    const found = await call<{ pass: string; amountDueCents: string }>(
      'findGuestContract',
      example('findGuestContract'),
    );
    expect(found.amountDueCents).toMatch(/^\d+$/);
    const { password: _, ...account } = bankAccount;
    const body = { ...account, pass: found.pass, amountCents: '100' };
    const paid = await call<{ reference: string }>('payAsGuest', { body, key: 'as-a-guest' });
    expect(paid).toMatchObject({ state: 'accepted', amountCents: '100', on: '2026-11-02' });
    const { reference } = paid;
    expect(await call('getGuestReceipt', { body: { reference } })).toEqual(paid);
  });
});
