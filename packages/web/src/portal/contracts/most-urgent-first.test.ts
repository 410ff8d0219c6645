import { expect, it, vi } from 'vitest';

vi.mock('../../shared/copy/copy.ts', () => ({ t: (key: string) => key }));

import { mostUrgentFirst } from './most-urgent-first.ts';
import type { ContractOverview } from './next-step.ts';

const contract = (contractNumber: string, due: object, status = 'open'): ContractOverview =>
  ({
    contractNumber,
    status,
    amountDue: { pastDueCents: '0', oldestUnsatisfiedDueDate: null, nextDueDate: null, ...due },
  }) as unknown as ContractOverview;

const late = (on: string) => ({ pastDueCents: '100', oldestUnsatisfiedDueDate: on });

it('puts what is late first, then what is due next, and what has ended last', () => {
  const all = [
    contract('ended', { nextDueDate: '2026-11-01' }, 'closed'),
    contract('nothing more due', {}),
    contract('due later', { nextDueDate: '2026-12-08' }),
    contract('due sooner', { nextDueDate: '2026-12-01' }),
    contract('late', late('2026-11-14')),
    contract('late longest', late('2026-10-17')),
  ];
  expect(mostUrgentFirst(all).map(({ contractNumber }) => contractNumber)).toEqual([
    'late longest',
    'late',
    'due sooner',
    'due later',
    'nothing more due',
    'ended',
  ]);
});
