import { describe, expect, test, vi } from 'vitest';
import { type CannotPayFacts, choicesOf } from './cannot-pay-choices.ts';

vi.mock('../../../../shared/copy/copy.ts', () => ({
  t: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' | '),
}));
vi.mock('../../../../shared/format/date.ts', () => ({ formatNearDay: (day: string) => day }));

const pastDue = [{ dueDate: '2026-11-15', unpaidCents: '48904' }];
const lateFee = { payBy: '2026-11-25', feeCents: '2445', dueDate: '2026-11-15' };

function facts(days: Partial<CannotPayFacts>, standing: object = {}): CannotPayFacts {
  const whole = { asOf: '2026-11-20', pastDue, lateFee, ...standing };
  return {
    standing: whole as CannotPayFacts['standing'],
    promiseDays: 90,
    reportedLateDays: 30,
    ...days,
  };
}

describe('what one can do who cannot pay', () => {
  test.each([
    [30, 'cannot.credit-not-yet', '2026-12-15'],
    [60, 'cannot.credit-not-yet', '2027-01-14'],
    [5, 'cannot.credit-already', '2026-11-20'],
    [1, 'cannot.credit-already', '2026-11-16'],
  ])('is reported as late by the days of the lender: %i', (reportedLateDays, key, day) => {
    const { credit } = choicesOf(facts({ reportedLateDays }));
    expect(credit[0]).toBe(`cannot.credit-1 | ${reportedLateDays}`);
    expect(credit[1]).toContain(key);
    expect(credit[1]).toContain(day);
  });

  test.each([
    [90, '2027-02-18', '2026-11-25'],
    [3, '2026-11-23', '2026-11-23'],
  ])('is promised within the days of the lender: %i', (promiseDays, sentence, on) => {
    const { promise, promiseOn } = choicesOf(facts({ promiseDays }));
    expect(promise[0]).toContain(sentence);
    expect(promiseOn).toBe(on);
  });

  test('stays past due until then only where something is past due', () => {
    expect(choicesOf(facts({})).promise).toContain('cannot.promise-late');
    expect(choicesOf(facts({}, { pastDue: [] })).promise).not.toContain('cannot.promise-late');
  });

  test('is promised a week ahead where no late fee can be avoided any more', () => {
    expect(choicesOf(facts({}, { lateFee: null })).promiseOn).toBe('2026-11-27');
    expect(choicesOf(facts({}, { pastDue: [] })).credit).toHaveLength(1);
  });
});
