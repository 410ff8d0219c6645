import { describe, expect, it, vi } from 'vitest';

vi.mock('../../shared/copy/copy.ts', () => ({
  t: (key: string, { day, month }: Record<string, unknown>) => `${day} ${month} (${key})`,
}));

import { askedCents, type ContractOverview, nextStepOf } from './next-step.ts';

const TODAY = '2026-11-22';

type Given = Partial<ContractOverview['amountDue']> & {
  readonly total?: never;
  readonly totalCents?: string;
};

/** As much of an overview as the next step looks at: by default 446.60 due on 4 December. */
function contract(due: Given = {}, more: object = {}): ContractOverview {
  const { totalCents = '44660', ...amountDue } = due;
  return {
    product: 'loan',
    status: 'open',
    holds: [],
    scheduled: [],
    graceDays: 10,
    maturityDate: '2029-06-04',
    amountDue: {
      total: { lines: [], totalCents },
      pastDueCents: '0',
      feesCents: '0',
      nextDueDate: '2026-12-04',
      lateFee: { payBy: '2026-12-14', feeCents: '2233' },
      ...amountDue,
    },
    ...more,
  } as unknown as ContractOverview;
}

const late = { totalCents: '89320', pastDueCents: '44660' };
const promised = (amountCents: string, on: string) => ({ scheduled: [{ amountCents, on }] });

describe('the next step', () => {
  it.each([
    ['due in some days', contract(), 'step.pay-by', 'pay'],
    ['due today', contract({ nextDueDate: TODAY }), 'step.pay-today', 'pay'],
    ['nothing due', contract({ totalCents: '0' }), 'step.nothing-until', null],
    ['nothing ever', contract({ totalCents: '0', nextDueDate: null }), 'step.nothing', null],
    [
      'late, within grace',
      contract({ ...late, lateFee: { payBy: '2026-11-25', feeCents: '2233' } }),
      'step.past-due-before-fee',
      'pay',
    ],
    ['late, fee charged already', contract(late), 'step.past-due', 'pay'],
    ['late, no fee in this contract', contract({ ...late, lateFee: null }), 'step.past-due', 'pay'],
    [
      'only fees',
      contract({ totalCents: '2233', feesCents: '2233', nextDueDate: null }),
      'step.past-due',
      'pay',
    ],
    ['promised in time', contract({}, promised('44660', '2026-12-04')), 'step.promised', null],
    ['promised too late', contract({}, promised('44660', '2026-12-05')), 'step.pay-by', 'pay'],
    ['promised too little', contract({}, promised('44659', '2026-12-01')), 'step.pay-by', 'pay'],
    ['paid off', contract({}, { status: 'paid-off' }), 'step.paid-off', null],
    ['charged off', contract(late, { status: 'charged-off' }), 'step.charged-off', 'call'],
    ['identity theft', contract({}, { holds: ['identity-theft'] }), 'step.on-hold', 'call'],
    ['a dispute stops no payment', contract({}, { holds: ['dispute'] }), 'step.pay-by', 'pay'],
    [
      'a lease past its end',
      contract({}, { product: 'lease', maturityDate: '2026-11-21' }),
      'step.lease-over',
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
});
