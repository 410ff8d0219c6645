import { describe, expect, test } from 'vitest';
import { sampleLoan } from '../../testing/sample-contracts.ts';
import { addDays, date } from '../time/calendar.ts';
import type { Outcome } from './decision.ts';
import type { Hold } from './hold.ts';
import { stoppedBy } from './hold.ts';
import { liftHold, placeHold } from './place-hold.ts';

const today = date('2026-03-01');
const bankruptcy: Hold = {
  kind: 'bankruptcy',
  from: today,
  until: null,
  party: 'person-1',
  evidence: 'case 26-10001',
  decidedBy: 'staff-1',
};

function after(outcome: Outcome) {
  if (outcome.outcome !== 'decided') throw new Error(JSON.stringify(outcome));
  expect(outcome.entries).toHaveLength(1);
  expect(outcome.entries[0]!.postings).toEqual([]);
  return outcome.entries[0]!.after;
}

const code = (outcome: Outcome): string =>
  outcome.outcome === 'refused' ? outcome.code : outcome.outcome;

describe('placing a hold', () => {
  test('puts it on record and moves no money', () => {
    const held = after(placeHold(sampleLoan(), bankruptcy, today));
    expect(held.holds).toEqual([bankruptcy]);
    expect(stoppedBy(held.holds, 'drafts', today)).toEqual(bankruptcy);
  });

  test('is refused while the same kind is in force, and possible after it', () => {
    const held = after(placeHold(sampleLoan(), bankruptcy, today));
    expect(code(placeHold(held, bankruptcy, addDays(today, 1)))).toBe('hold-already-placed');
    expect(code(placeHold(held, { ...bankruptcy, kind: 'scra' }, today))).toBe('decided');
    const lifted = after(liftHold(held, 'bankruptcy', addDays(today, 10)));
    expect(code(placeHold(lifted, bankruptcy, addDays(today, 10)))).toBe('decided');
  });
});

describe('lifting a hold', () => {
  test('ends it as of the day and keeps it on record', () => {
    const held = after(placeHold(sampleLoan(), bankruptcy, today));
    const lifted = after(liftHold(held, 'bankruptcy', addDays(today, 10)));
    expect(lifted.holds).toEqual([{ ...bankruptcy, until: addDays(today, 10) }]);
    expect(stoppedBy(lifted.holds, 'drafts', addDays(today, 9))).not.toBeNull();
    expect(stoppedBy(lifted.holds, 'drafts', addDays(today, 10))).toBeNull();
  });

  test('is refused where none is in force', () => {
    expect(code(liftHold(sampleLoan(), 'bankruptcy', today))).toBe('hold-not-found');
    const held = after(placeHold(sampleLoan(), bankruptcy, today));
    expect(code(liftHold(held, 'scra', today))).toBe('hold-not-found');
    const lifted = after(liftHold(held, 'bankruptcy', today));
    expect(code(liftHold(lifted, 'bankruptcy', today))).toBe('hold-not-found');
  });
});
