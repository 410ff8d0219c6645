import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { describe, expect, it, vi } from 'vitest';

vi.mock('../../shared/copy/copy.ts', () => ({
  t: (key: string, { day, month }: Record<string, unknown>) => `${day} ${month} (${key})`,
}));

import {
  amountAfter,
  askedCents,
  type ContractOverview,
  firstAmount,
  nextStepOf,
} from './next-step.ts';

const TODAY = '2026-11-22';

type Given = Partial<ContractOverview['amountDue']> & {
  readonly total?: never;
  readonly totalCents?: string;
};

/** As much of an overview as the next step looks at: by default 446.60 due on 4 December. */
function contract(due: Given = {}, more: object = {}): ContractOverview {
  const { totalCents = '44660', ...amountDue } = due;
  const fee = due.lateFee === undefined ? { payBy: '2026-12-14', feeCents: '2233' } : due.lateFee;
  const overdue = BigInt(due.pastDueCents ?? '0') + BigInt(due.feesCents ?? '0');
  return {
    product: 'loan',
    status: 'open',
    chargedOff: null,
    holds: [],
    scheduled: [],
    graceDays: 10,
    maturityDate: '2029-06-04',
    paidAheadTo: null,
    prepaidCents: '0',
    payment: { totalCents: '44660' },
    standing: {
      due: { lines: [], totalCents: String(overdue) },
      lateFee: fee && { ...fee, dueDate: addDays(fee.payBy as BusinessDate, -10) },
      holdover: null,
    },
    amountDue: {
      total: { lines: [], totalCents },
      pastDueCents: '0',
      feesCents: '0',
      oldestUnsatisfiedDueDate: null,
      nextDueDate: '2026-12-04',
      ...amountDue,
    },
    ...more,
  } as unknown as ContractOverview;
}

const late = {
  totalCents: '89320',
  pastDueCents: '44660',
  oldestUnsatisfiedDueDate: '2026-11-04',
};
const promised = (amountCents: string, on: string) => ({ scheduled: [{ amountCents, on }] });

describe('the next step', () => {
  it.each([
    ['due in some days', contract(), 'next-step.pay-by', 'pay'],
    ['due today', contract({ nextDueDate: TODAY }), 'next-step.pay-today', 'pay'],
    ['nothing due', contract({ totalCents: '0' }), 'next-step.nothing-until', null],
    ['nothing ever', contract({ totalCents: '0', nextDueDate: null }), 'next-step.nothing', null],
    [
      'late, within grace',
      contract({ ...late, lateFee: { payBy: '2026-11-25', feeCents: '2233' } }),
      'next-step.past-due-before-fee',
      'pay',
    ],
    ['late, fee charged already', contract(late), 'next-step.past-due', 'pay'],
    [
      'late, no fee in this contract',
      contract({ ...late, lateFee: null }),
      'next-step.past-due',
      'pay',
    ],
    [
      'only fees',
      contract({ totalCents: '2233', feesCents: '2233', nextDueDate: null }),
      'next-step.past-due',
      'pay',
    ],
    ['promised in time', contract({}, promised('44660', '2026-12-04')), 'next-step.promised', null],
    ['promised too late', contract({}, promised('44660', '2026-12-05')), 'next-step.pay-by', 'pay'],
    [
      'late, all of it promised',
      contract(late, promised('44660', '2026-11-30')),
      'next-step.promised-late',
      null,
    ],
    [
      'late, a part promised',
      contract(late, promised('44659', '2026-11-30')),
      'next-step.past-due',
      'pay',
    ],
    [
      'promised too little',
      contract({}, promised('44659', '2026-12-01')),
      'next-step.pay-by',
      'pay',
    ],
    [
      'a shortfall that makes nobody late',
      contract({ totalCents: '44860', pastDueCents: '200' }),
      'next-step.pay-by',
      'pay',
    ],
    ['paid ahead', contract({}, { paidAheadTo: '2026-12-04' }), 'next-step.paid-ahead', null],
    [
      'a lease paid ahead',
      contract({}, { product: 'lease', prepaidCents: '44660' }),
      'next-step.paid-ahead',
      null,
    ],
    [
      'a lease whose last payment is made',
      contract({ totalCents: '0', nextDueDate: null }, { product: 'lease' }),
      'next-step.lease-ending',
      'lease-end',
    ],
    ['paid off', contract({}, { status: 'paid-off' }), 'next-step.paid-off', null],
    [
      'a car back, its bill open',
      contract({}, { status: 'ended' }),
      'next-step.ended-owing',
      'pay',
    ],
    [
      'a car back, nothing asked',
      contract({ totalCents: '0' }, { status: 'ended' }),
      'next-step.ended',
      null,
    ],
    ['charged off', contract(late, { status: 'charged-off' }), 'next-step.charged-off', 'call'],
    ['identity theft', contract({}, { holds: ['identity-theft'] }), 'next-step.on-hold', 'call'],
    ['a dispute stops no payment', contract({}, { holds: ['dispute'] }), 'next-step.pay-by', 'pay'],
    [
      'a lease past its end',
      contract({}, { product: 'lease', maturityDate: '2026-11-21' }),
      'next-step.lease-over',
      'call',
    ],
  ] as const)('%s', (_, overview, sentence, act) => {
    expect(nextStepOf(overview, TODAY)).toMatchObject({ sentence, act });
  });

  it('asks for what is late, with its fees, before what is still to come', () => {
    const overview = contract({ ...late, totalCents: '91553', feesCents: '2233' });
    expect(askedCents(overview)).toBe('46893');
    expect(nextStepOf(overview, TODAY).values.amount).toBe('$468.93');
  });

  it('names the last day without a late fee', () => {
    const overview = contract({ ...late, lateFee: { payBy: '2026-11-25', feeCents: '2233' } });
    expect(nextStepOf(overview, TODAY).values.day).toBe('25 November (date.near)');
  });

  const line = (label: string, cents: string) => ({ label, rule: 'agreed', inputs: {}, cents });
  const total = {
    lines: [line('past-due', '44660'), line('fees', '2233'), line('next-payment', '44660')],
    totalCents: '91553',
  };

  it('puts what is late before everything, and the payment to come after it', () => {
    const overview = contract({ ...late, total, feesCents: '2233' } as unknown as Given);
    expect(firstAmount(overview)).toMatchObject({
      name: 'contract.past-due-amount',
      breakdown: { totalCents: '46893' },
    });
    expect(firstAmount(overview).breakdown.totalCents).toBe(askedCents(overview));
    expect(amountAfter(overview)?.totalCents).toBe('44660');
  });

  it('puts rent that runs before a due amount of nothing', () => {
    const due = { lines: [line('holdover', '1137')], totalCents: '1137' };
    const holdover = { since: '2026-11-21', days: 1, perDayCents: '1137', cents: '1137' };
    const standing = { due, holdover, lateFee: null };
    const overview = contract({ totalCents: '0' }, { product: 'lease', standing });
    expect(firstAmount(overview)).toMatchObject({
      name: 'contract.holdover-amount',
      breakdown: { totalCents: '1137' },
    });
  });

  it('puts all that is due first where nothing is late', () => {
    expect(firstAmount(contract())).toMatchObject({ name: 'contract.amount-due' });
    expect(amountAfter(contract())).toBeNull();
  });

  it('shows what is still owed of a charged-off contract, and not that nothing is due', () => {
    const chargedOff = { lines: [line('charged-off', '900')], totalCents: '900' };
    const overview = contract({ totalCents: '0' }, { status: 'charged-off', chargedOff });
    expect(firstAmount(overview)).toMatchObject({ breakdown: { totalCents: '900' } });
  });
});
