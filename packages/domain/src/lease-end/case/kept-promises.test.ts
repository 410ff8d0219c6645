import { expect, test } from 'vitest';
import { date } from '../../time/calendar.ts';
import { promiseState, promisesByMonth } from './kept-promises.ts';

const today = date('2026-11-10');
const made = (promisedOn: string, doneOn: string | null) => ({
  promise: 'final-bill' as const,
  promisedOn: date(promisedOn),
  doneOn: doneOn === null ? null : date(doneOn),
});

test('a promise is kept through its day, and late from the day after', () => {
  expect(promiseState(made('2026-11-10', '2026-11-10'), today)).toBe('kept');
  expect(promiseState(made('2026-11-08', '2026-11-09'), today)).toBe('broken');
  expect(promiseState(made('2026-11-10', null), today)).toBe('open');
  expect(promiseState(made('2026-11-09', null), today)).toBe('late');
});

test('promises count in the month of the day that was promised, newest first', () => {
  const all = [
    made('2026-10-31', '2026-11-01'),
    made('2026-11-09', null),
    made('2026-11-30', null),
    made('2026-11-05', '2026-11-01'),
    { ...made('2026-11-05', '2026-11-01'), promise: 'refund' as const },
  ];
  expect(promisesByMonth(all, today)).toEqual([
    { month: '2026-11', promise: 'final-bill', kept: 1, broken: 1, open: 1 },
    { month: '2026-11', promise: 'refund', kept: 1, broken: 0, open: 0 },
    { month: '2026-10', promise: 'final-bill', kept: 0, broken: 1, open: 0 },
  ]);
  expect(promisesByMonth([], today)).toEqual([]);
});
