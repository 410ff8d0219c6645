/**
 * Goal: what a customer sees is what the ledger says, on any day and whatever was taken back.
 * Method: contracts live a while through the API and closes; after each step every breakdown on
 * every screen adds up, and the balances shown are the balances posted.
 */
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { call } from './call.ts';
import { type AssetName, contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Breakdown = { lines: { cents: string }[]; totalCents: string };
type Overview = {
  contractId: string;
  product: string;
  balance?: Breakdown;
  payoff?: Breakdown;
  amountDue: { total: Breakdown; pastDueCents: string; feesCents: string; daysPastDue: number };
  lastPayment: { on: string; amountCents: string } | null;
  curve?: { on: string; balanceCents: string; projected: boolean }[];
  unclearedCents: string;
  chargedOff: Breakdown | null;
};

let portal: TestPortal;
let cookie: string;
beforeAll(async () => {
  portal = await openTestPortal();
  cookie = await portal.signIn('dana');
});
afterAll(() => portal.end());

const overviewOf = (name: AssetName): Promise<Overview> =>
  call<Overview>(portal, 'getContract', { cookie, params: { contractId: contractIds[name] } });

let keys = 0;
const arrive = (name: AssetName, amountCents: string, receivedOn: string) => {
  keys += 1;
  return call<{ paymentId: string }>(portal, 'postArrivedPayment', {
    token: portal.token,
    params: { contractId: contractIds[name] },
    key: `arrives-${keys}`,
    body: { amountCents, receivedOn },
  });
};
const takeBack = (name: AssetName, { paymentId }: { paymentId: string }) => {
  keys += 1;
  return call(portal, 'reverseArrivedPayment', {
    token: portal.token,
    params: { contractId: contractIds[name], paymentId },
    key: `returned-${keys}`,
    body: { reason: 'r01' },
  });
};
const closeDays = async (count: number): Promise<void> => {
  const { store, clock } = portal.shell;
  for (let day = 1; day <= count; day += 1) await closeOpenDay(store, clock);
};

/** Every breakdown anywhere in an answer. */
function* breakdowns(value: unknown, at: string): Generator<[at: string, Breakdown]> {
  if (typeof value !== 'object' || value === null) return;
  if ('lines' in value && 'totalCents' in value) yield [at, value as Breakdown];
  for (const [key, each] of Object.entries(value)) yield* breakdowns(each, `${at}.${key}`);
}

afterEach(async () => {
  const { contracts } = await call<{ contracts: Overview[] }>(portal, 'listContracts', { cookie });
  for (const overview of contracts) {
    for (const [at, { lines, totalCents }] of breakdowns(overview, overview.product)) {
      const sum = lines.reduce((total, { cents }) => total + BigInt(cents), 0n);
      expect(sum.toString(), at).toBe(totalCents);
    }
    if (overview.balance !== undefined) {
      const now = overview.curve?.findLast(({ projected }) => !projected);
      expect(overview.balance.totalCents).toBe(await posted(overview.contractId));
      if (now !== undefined) expect(now.balanceCents).toBe(overview.balance.totalCents);
    }
  }
  expect((await checkLedger(portal.shell.store)).findings).toEqual([]);
});

/** Principal as its postings add up. */
async function posted(contractId: string): Promise<string | undefined> {
  const [row] = await portal.shell.store.query<{ cents: string }>(
    `select coalesce(sum(case when debit = 'principal' then cents when credit = 'principal'
       then -cents else 0 end), 0)::text as cents from posting where contract_id = $1`,
    [contractId],
  );
  return row?.cents;
}

describe('the last payment', () => {
  test('is none at first, then the newest', async () => {
    expect((await overviewOf('loan')).lastPayment).toBeNull();
    await arrive('loan', '47300', '2026-11-01');
    await arrive('loan', '10000', '2026-11-02');
    const { lastPayment } = await overviewOf('loan');
    expect(lastPayment).toEqual({ on: '2026-11-02', amountCents: '10000' });
  });

  test('is the one before when the newest is taken back', async () => {
    const newest = await arrive('loan', '20000', '2026-11-02');
    expect((await overviewOf('loan')).lastPayment?.amountCents).toBe('20000');
    await takeBack('loan', newest);
    const { lastPayment } = await overviewOf('loan');
    expect(lastPayment).toEqual({ on: '2026-11-02', amountCents: '10000' });
  });

  test('stays the newest when older money comes in or goes out', async () => {
    const older = await arrive('loan', '5000', '2026-10-31');
    const newest = { on: '2026-11-02', amountCents: '10000' };
    expect((await overviewOf('loan')).lastPayment).toEqual(newest);
    await takeBack('loan', older);
    expect((await overviewOf('loan')).lastPayment).toEqual(newest);
  });

  test('is none again when every payment went back', async () => {
    const only = await arrive('late', '1000', '2026-11-02');
    await takeBack('late', only);
    expect((await overviewOf('late')).lastPayment).toBeNull();
  });
});

describe('a charged-off loan', () => {
  test('owes what left the books, less what was paid since', async () => {
    expect((await overviewOf('loan')).chargedOff).toBeNull();
    expect((await overviewOf('chargedOff')).chargedOff?.totalCents).toBe('900000');
    await arrive('chargedOff', '42500', '2026-11-02');
    const { chargedOff } = await overviewOf('chargedOff');
    expect(chargedOff?.totalCents).toBe('857500');
    expect(chargedOff?.lines.map(({ cents }) => cents)).toEqual(['900000', '-42500']);
  });
});

describe('as days go by', () => {
  test('what was paid before its day is not due on it', async () => {
    await closeDays(13);
    const { amountDue } = await overviewOf('loan');
    expect(amountDue).toMatchObject({ asOf: '2026-11-15', nextDueDate: '2026-12-15' });
    expect(amountDue.daysPastDue).toBe(0);
    expect((await overviewOf('late')).amountDue.daysPastDue).toBe(31);
    await closeDays(12);
    expect((await overviewOf('late')).amountDue.daysPastDue).toBe(43);
  });

  test('money clears on its day', async () => {
    await arrive('late', '5000', '2026-11-27');
    const body = { receivedOn: '2026-11-27', amountCents: '6000', channel: 'check' };
    await call(portal, 'postArrivedPayment', {
      token: portal.token,
      params: { contractId: contractIds.late },
      key: 'a-check-00',
      body,
    });
    expect((await overviewOf('late')).unclearedCents).toBe('6000');
    await closeDays(11);
    expect((await overviewOf('late')).unclearedCents).toBe('0');
  });

  test('a loan in arrears shows what is past due and the fees of it', async () => {
    const { amountDue } = await overviewOf('late');
    expect(amountDue.daysPastDue).toBeGreaterThan(40);
    expect(BigInt(amountDue.pastDueCents)).toBeGreaterThan(47_300n);
    expect(BigInt(amountDue.feesCents)).toBeGreaterThan(0n);
    const { totalCents } = amountDue.total;
    expect(BigInt(totalCents)).toBeGreaterThanOrEqual(BigInt(amountDue.pastDueCents));
  });

  test('a lease falls due month by month: past due, its fee, and the next payment', async () => {
    const totals = { pastDueCents: '44346', feesCents: '2217', nextPaymentCents: '44346' };
    const { amountDue } = await overviewOf('lease');
    expect(amountDue).toMatchObject({ ...totals, total: { totalCents: '90909' } });
    await arrive('lease', '44346', '2026-12-01');
    const after = await overviewOf('lease');
    const left = { pastDueCents: '0', feesCents: '2217', total: { totalCents: '46563' } };
    expect(after.amountDue).toMatchObject(left);
  });
});
