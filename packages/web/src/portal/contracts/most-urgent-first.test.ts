import { expect, it, vi } from 'vitest';

vi.mock('../../shared/copy/copy.ts', () => ({ t: (key: string) => key }));

import { mostUrgentFirst } from './most-urgent-first.ts';
import type { ContractOverview } from './next-step.ts';

const NOTHING_DUE = {
  asOf: '2026-11-22',
  pastDueCents: '0',
  oldestUnsatisfiedDueDate: null,
  nextDueDate: null,
};

const contract = (contractNumber: string, due: object, more: object = {}): ContractOverview =>
  ({
    contractNumber,
    product: 'lease',
    status: 'open',
    maturityDate: '2027-04-15',
    amountDue: { ...NOTHING_DUE, ...due },
    ...more,
  }) as unknown as ContractOverview;

const late = (on: string) => ({ pastDueCents: '100', oldestUnsatisfiedDueDate: on });

it('puts what is late first, then what is due next, and what has ended last', () => {
  const all = [
    contract('ended', { nextDueDate: '2026-11-01' }, { status: 'closed' }),
    contract('nothing more due', {}),
    contract('over', {}, { maturityDate: '2026-11-21' }),
    contract('due later', { nextDueDate: '2026-12-08' }),
    contract('due sooner', { nextDueDate: '2026-12-01' }),
    contract('late', late('2026-11-14')),
    contract('late longest', late('2026-10-17')),
  ];
  expect(mostUrgentFirst(all).map(({ contractNumber }) => contractNumber)).toEqual([
    'late longest',
    'late',
    'over',
    'due sooner',
    'due later',
    'nothing more due',
    'ended',
  ]);
});
