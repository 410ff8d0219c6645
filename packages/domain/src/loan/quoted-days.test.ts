import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleLoan } from '../../testing/sample-contracts.ts';
import { addDays, date } from '../time/calendar.ts';
import { isQuotedOn, withQuote } from './quoted-days.ts';

const start = date('2026-03-01');
const mail = sampleLoan().terms.policy.quoteMailDays;

test('a day counts as quoted when the last quote made by then has not run out', () => {
  const quotes = fc.array(
    fc.record({ on: fc.integer({ min: 0, max: 200 }), good: fc.integer({ min: 0, max: 70 }) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(quotes, fc.integer({ min: -5, max: 300 }), (made, asked) => {
      const inOrder = made.toSorted((a, b) => a.on - b.on);
      let loan = sampleLoan();
      for (const { on, good } of inOrder) {
        const payoffQuoted = withQuote(loan, addDays(start, on), addDays(start, on + good));
        loan = { ...loan, facts: { ...loan.facts, payoffQuoted } };
      }
      const last = inOrder.filter(({ on }) => on <= asked).at(-1);
      const counts = last !== undefined && asked <= last.on + last.good + mail;
      expect(isQuotedOn(loan, addDays(start, asked))).toBe(counts);
      expect(loan.facts.payoffQuoted.length).toBeLessThanOrEqual(made.length);
    }),
  );
});
