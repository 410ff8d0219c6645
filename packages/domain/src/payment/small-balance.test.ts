import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import {
  beginLife,
  closeThrough,
  decide,
  newestPaymentSeq,
  paymentOf,
  payOn,
  post,
  reverse,
} from '../../testing/life.ts';
import { loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import { balanceOf } from '../ledger/balances.ts';
import { payoffCents } from '../loan/payoff.ts';
import { quotePayoff } from '../loan/quote-payoff.ts';
import { addDays, date } from '../time/calendar.ts';
import { owedCents } from './small-balance.ts';

const cases = readFileSync(new URL('./cases/quoted-remainders.txt', import.meta.url), 'utf8');

const written = (contract: ReturnType<typeof sampleLoan>) =>
  balanceOf(contract.balances, 'small-balance-write-off');

describe('a small remainder', () => {
  const open = beginLife(sampleLoan());
  const short = (cents: bigint, on = '2026-03-02') =>
    payoffCents(closeThrough(open, addDays(date(on), -1)).contract, date(on)) - cents;

  test('of a payoff that was quoted is written off whatever the purpose word is', () => {
    const quoted = closeThrough(open, '2026-03-01');
    const life = decide(
      quoted,
      quotePayoff(quoted.contract, quoted.businessDate, quoted.businessDate),
    );
    const paid = payOn(life, '2026-03-02', short(3_24n));
    expect(paid.contract.status).toBe('paid-in-full');
    expect(written(paid.contract)).toBe(3_24n);
    expect(owedCents(paid.contract)).toBe(0n);
  });

  test('stays owed where nobody spoke of a payoff, and the loan goes on', () => {
    const paid = payOn(open, '2026-03-02', short(3_24n));
    expect(paid.contract.status).toBe('active');
    expect(owedCents(paid.contract)).toBe(3_24n);
  });

  test('is never written off above the small balance', () => {
    const quoted = closeThrough(open, '2026-03-01');
    const life = decide(
      quoted,
      quotePayoff(quoted.contract, quoted.businessDate, quoted.businessDate),
    );
    expect(payOn(life, '2026-03-02', short(5_01n)).contract.status).toBe('active');
    expect(payOn(life, '2026-03-02', short(5_00n)).contract.status).toBe('paid-in-full');
  });

  const quote = (life: typeof open) =>
    decide(life, quotePayoff(life.contract, life.businessDate, life.businessDate));
  /** A payment of two days earlier is posted: what came since is decided again. */
  const withOlder = (life: typeof open) =>
    post(life, paymentOf(10_00n, addDays(life.businessDate, -2)));

  test('of a quoted payoff is written off also when older money came in between', () => {
    const quoted = quote(closeThrough(payOn(open, '2026-02-26', 20_00n), '2026-03-01'));
    const life = withOlder(closeThrough(payOn(quoted, '2026-03-02', 20_00n), '2026-03-02'));
    const amount = payoffCents(life.contract, life.businessDate) - 3_24n;
    expect(payOn(life, life.businessDate, amount).contract.status).toBe('paid-in-full');
  });

  test('counts while the last quote does: a second one takes nothing back', () => {
    const once = quote(closeThrough(open, '2026-02-19'));
    const twice = quote(closeThrough(once, '2026-02-23'));
    const on = date('2026-02-22');
    const amount = payoffCents(once.contract, on) - 3_24n;
    expect(post(twice, paymentOf(amount, on)).contract.status).toBe('paid-in-full');
  });

  test('is written off on the days of a quote and of its mail, and on no other', () => {
    checkTable(cases, (row) => {
      const on = row.date('received');
      const posted = row.text('posted') === '-' ? on : row.date('posted');
      let life = open;
      for (const text of row.list('quotes')) {
        const [day = '', from = day] = text.split(' for ');
        life = closeThrough(life, addDays(date(day), -1));
        life = decide(life, quotePayoff(life.contract, date(from), date(day)));
      }
      life = closeThrough(life, addDays(posted, -1));
      const received = closeThrough(open, addDays(on, -1)).contract;
      const payment = paymentOf(payoffCents(received, on) - row.cents('short'), on);
      const { contract } = post(life, payment);
      return { status: contract.status, 'written off': written(contract) };
    });
  });

  /** 12,000.07 at 0 % over three months, the last installment a few cents more. */
  const terms = loanTerms({
    amountFinancedCents: 1_000_02n,
    annualRatePpb: 0n,
    installmentCount: 3,
    installmentCents: 333_34n,
  });
  const toTheEnd = (last: bigint, on = '2026-04-15') =>
    payOn(
      payOn(payOn(beginLife(sampleLoan(terms)), '2026-02-15', 333_34n), '2026-03-15', 333_34n),
      on,
      last,
    );

  test('is written off by money on or after the last due date', () => {
    expect(toTheEnd(333_33n).contract.status).toBe('paid-in-full');
    expect(toTheEnd(330_00n, '2026-04-20').contract.status).toBe('paid-in-full');
    expect(toTheEnd(328_33n).contract.status).toBe('active');
  });

  test('left before the last due date is written off by the close of that day', () => {
    const early = toTheEnd(333_30n, '2026-04-01');
    expect(early.contract.status).toBe('active');
    expect(closeThrough(early, '2026-04-14').contract.status).toBe('active');
    const ended = closeThrough(early, '2026-04-15').contract;
    expect(ended.status).toBe('closed');
    expect(written(ended)).toBe(4n);
  });

  test('is written off by that same close when the money is posted later', () => {
    const { contract: onTime } = closeThrough(toTheEnd(333_30n, '2026-04-01'), '2026-04-20');
    const open = closeThrough(
      payOn(payOn(beginLife(sampleLoan(terms)), '2026-02-15', 333_34n), '2026-03-15', 333_34n),
      '2026-04-20',
    );
    const late = post(open, paymentOf(333_30n, '2026-04-01'));
    expect(late.history.at(-1)?.kind).toBe('small-balance-written-off');
    expect(late.history.at(-1)?.effectiveDate).toBe('2026-04-15');
    const { contract } = closeThrough(late, '2026-04-21');
    expect(contract.status).toBe(onTime.status);
    expect(contract.balances).toEqual(onTime.balances);
  });

  test('comes back with the payment that left it', () => {
    const ended = closeThrough(toTheEnd(333_30n, '2026-04-01'), '2026-04-20');
    const back = reverse(ended, newestPaymentSeq(ended)).contract;
    expect(back.status).toBe('active');
    expect(owedCents(back)).toBe(333_34n);
    expect(written(back)).toBe(0n);
  });
});
