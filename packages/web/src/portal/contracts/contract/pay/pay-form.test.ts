import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../../shared/copy/copy.ts', () => ({ t: (key: string) => key }));

import type { ContractOverview } from '../../next-step.ts';
import {
  checkPayForm,
  choicesFor,
  dropPayForm,
  keepPayForm,
  likelyChoice,
  likelyMethod,
  type PayForm,
  readPayForm,
} from './pay-form.ts';

const TODAY = '2026-11-22';

/** As much of an overview as paying looks at. */
const contract = (product: 'loan' | 'lease', total: string, past = '0', fees = '0') =>
  ({
    product,
    amountDue: { total: { lines: [], totalCents: total }, pastDueCents: past, feesCents: fees },
  }) as unknown as ContractOverview;

const form = (given: Partial<PayForm>): PayForm => ({
  choice: 'due',
  amountText: '',
  methodId: 'm-1',
  on: TODAY,
  ...given,
});

describe('the choices', () => {
  it.each([
    ['a loan with a payment ahead', contract('loan', '44660'), 'due other principal-only payoff'],
    ['a loan past due', contract('loan', '89320', '44660'), 'past-due due other payoff'],
    ['a loan with nothing due', contract('loan', '0'), 'other principal-only payoff'],
    ['a matured loan past due', contract('loan', '44660', '44660'), 'due other payoff'],
    ['a lease', contract('lease', '38000'), 'due other'],
  ])('of %s', (_, overview, expected) => {
    expect(choicesFor(overview).join(' ')).toBe(expected);
  });
});

describe('what is chosen before anybody chooses', () => {
  const due = (more: object = {}) =>
    ({
      ...contract('loan', '44660'),
      status: 'open',
      holds: [],
      scheduled: [],
      paidAheadTo: null,
      ...more,
      amountDue: {
        ...contract('loan', '44660').amountDue,
        nextDueDate: '2026-12-04',
        oldestUnsatisfiedDueDate: null,
      },
    }) as unknown as ContractOverview;

  it('is what is due', () => {
    expect(likelyChoice(due(), TODAY)).toBe('due');
  });

  it.each([
    ['paid ahead', { paidAheadTo: '2026-12-04' }],
    ['with the payment promised', { scheduled: [{ on: '2026-12-01', amountCents: '44660' }] }],
  ])('is nothing for somebody %s', (_, more) => {
    expect(likelyChoice(due(more), TODAY)).toBeNull();
  });

  const method = (
    methodId: string,
    lastUsedOn: string | null,
    refusedOn: string | null = null,
  ) => ({
    methodId,
    lastUsedOn,
    refusedOn,
  });

  it.each([
    ['the oldest of unused ones', [method('a', null), method('b', null)], null, 'a'],
    ['the one used last', [method('a', '2026-10-01'), method('b', '2026-11-01')], null, 'b'],
    ['the one asked for', [method('a', '2026-10-01'), method('b', null)], 'b', 'b'],
    ['never a refused one', [method('a', '2026-11-01', '2026-11-02'), method('b', null)], 'a', 'b'],
    ['none where all were refused', [method('a', null, '2026-11-02')], 'a', null],
    ['none where there is none', [], null, null],
  ])('of the accounts is %s', (_, methods, asked, expected) => {
    expect(likelyMethod(methods, asked)).toBe(expected);
  });
});

describe('the answers', () => {
  const loan = contract('loan', '91553', '44660', '2233');

  it.each([
    ['due', '', null, '91553'],
    ['past-due', '', null, '46893'],
    ['other', '$1,000', null, '100000'],
    ['payoff', '', '1234567', '1234567'],
  ] as const)('%s with %j is the right amount', (choice, amountText, payoff, amountCents) => {
    expect(checkPayForm(form({ choice, amountText }), loan, payoff, TODAY)).toEqual({
      chosen: { choice, amountCents, methodId: 'm-1', on: TODAY },
    });
  });

  it('names every field that is wrong at once', () => {
    const answers = form({ choice: 'other', amountText: 'abc', methodId: null, on: '2026-11-21' });
    expect(checkPayForm(answers, loan, null, TODAY)).toEqual({
      problems: { amount: 'amount-not-a-number', method: 'method-missing', on: 'date-past' },
    });
  });

  it('need a choice: nothing is taken for granted', () => {
    expect(checkPayForm(form({ choice: null }), loan, null, TODAY)).toEqual({
      problems: { choice: 'choice-missing' },
    });
  });

  it('are not taken while the payoff of the day is not known', () => {
    expect(checkPayForm(form({ choice: 'payoff' }), loan, null, TODAY)).toEqual({ problems: {} });
  });

  it('are kept, and dropped', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
    keepPayForm(store, 'c', form({ amountText: '12' }));
    expect(readPayForm(store, 'c')).toEqual(form({ amountText: '12' }));
    store.setItem('roadbook.pay-form.c', '{"choice":"everything"}');
    expect(readPayForm(store, 'c')).toBeNull();
    dropPayForm(store, 'c');
    expect(readPayForm(store, 'c')).toBeNull();
  });
});
