import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginLife, closeThrough, decide } from '../../testing/life.ts';
import { LEASE_TERMS, sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { Contract, ScheduledPayment } from '../contract/contract.ts';
import { schedulePayment } from '../payment/promise/schedule-payment.ts';
import { standingOn } from '../payment/standing/stand-after.ts';
import { addDays, date } from '../time/calendar.ts';
import { foreseePromise } from './foresee-promise.ts';

const promiseOf = (amountCents: bigint, on: string): ScheduledPayment => ({
  scheduleId: 'p-1',
  amountCents,
  on: date(on),
  purpose: 'regular',
  channel: 'bank-debit',
  methodId: 'm-1',
});

test('a promise is foreseen as it comes when every day until then is closed', () => {
  const contracts = fc.constantFrom<Contract>(
    sampleLoan(),
    sampleLease(LEASE_TERMS, { billed: 1 }),
  );
  const days = fc.integer({ min: 1, max: 80 });
  fc.assert(
    fc.property(
      contracts,
      days,
      days,
      fc.bigInt({ min: 1n, max: 900_00n }),
      (contract, lived, ahead, cents) => {
        const life = closeThrough(
          beginLife(contract),
          addDays(contract.facts.lastEffective, lived),
        );
        const promise = promiseOf(cents, addDays(life.businessDate, ahead));
        const foreseen = foreseePromise(life.contract, promise, life.businessDate);
        const promised = decide(life, schedulePayment(life.contract, promise, life.businessDate));
        const closed = closeThrough(promised, promise.on);
        if (foreseen.outcome !== 'foreseen') throw new Error(foreseen.code);
        expect(foreseen.standing).toEqual(standingOn(closed.contract, addDays(promise.on, 1)));
        const drawn = closed.history.findLast(({ kind }) => kind === 'payment');
        expect(foreseen.drawn?.lines).toEqual(drawn?.lines);
      },
    ),
    { numRuns: 60 },
  );
});

test('a late fee that falls before the day of a promise is in it', () => {
  const life = closeThrough(beginLife<Contract>(sampleLoan()), '2026-02-20');
  const foreseen = foreseePromise(
    life.contract,
    promiseOf(489_04n, '2026-03-10'),
    life.businessDate,
  );
  if (foreseen.outcome !== 'foreseen') throw new Error(foreseen.code);
  expect([foreseen.standing.pastDueCents, foreseen.standing.feesCents]).toEqual([0n, 24_45n]);
});

test('a promise that cannot be made is refused as it would be', () => {
  const life = beginLife<Contract>(sampleLoan());
  const promise = promiseOf(1n, life.businessDate);
  expect(foreseePromise(life.contract, promise, life.businessDate)).toMatchObject({
    code: 'schedule-date-not-ahead',
  });
});
