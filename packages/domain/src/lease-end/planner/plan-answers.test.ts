import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../../testing/case-table.ts';
import { PLAIN_POLICY, readingsOf, THREE_ANSWERS } from '../../../testing/lease-end/sample-case.ts';
import { parseDollars } from '../../money/cents.ts';
import { parsePpb } from '../../money/rate.ts';
import { date } from '../../time/calendar.ts';
import { answerProblems, PLAN_RULES, type PlanAnswers, type PlanProblem } from './plan-answers.ts';
import { planOutlook } from './plan-outlook.ts';

const table = readFileSync(new URL('./cases/plan-problems.txt', import.meta.url), 'utf8');
const asOf = date('2028-06-01');

/** One answer as the table writes it. */
function answerOf(text: string): Partial<PlanAnswers> {
  const [name = '', ...rest] = text.split(' ');
  const value = rest.join(' ');
  if (name === 'maturityDate') return { maturityDate: date(value) };
  if (name === 'odometer') return { odometer: readingsOf([value])[0]! };
  if (name === 'earlierReadings') return { earlierReadings: readingsOf([value]) };
  if (name === 'taxRatePpb') return { taxRatePpb: parsePpb(value)! / 100n };
  const cents = parseDollars(value);
  if (name === 'wear') return { wear: { lowCents: cents!, likelyCents: 0n, highCents: 0n } };
  if (name === 'valueOffers') {
    const offer = { source: 'dealer', cents: cents!, on: asOf, goodThrough: null } as const;
    return { valueOffers: [offer] };
  }
  return { [name]: name.endsWith('Cents') ? cents : JSON.parse(value) };
}

/** Everything wrong with a row's answers; a plan that is made has no problems. */
function problemsOf(row: CaseRow): readonly PlanProblem[] {
  const told = Object.assign({}, THREE_ANSWERS, ...row.list('answers').map(answerOf));
  const plan = planOutlook(told, PLAIN_POLICY, asOf);
  const problems = answerProblems(told, asOf);
  if (problems.length > 0) expect(plan).toEqual({ outcome: 'refused', problems });
  return plan.outcome === 'refused' ? plan.problems : [];
}

describe('the answers of a stranger', () => {
  const met = new Set<string>();

  test('are refused with field, rule, value and what would do, or make a plan', () => {
    checkTable(table, (row) => {
      const [first] = problemsOf(row);
      if (first === undefined) return { field: null, rule: null, value: null, accepted: null };
      met.add(first.rule);
      const accepted = Object.entries(first.accepted).map((entry) => entry.join(' '));
      return {
        field: first.field,
        rule: first.rule,
        value: first.value,
        accepted: accepted.join('; '),
      };
    });
  });

  test('meet every rule that the domain itself checks', () => {
    // A start is only asked for on the screen, which turns it into a term.
    expect(PLAN_RULES.filter((rule) => !met.has(rule))).toEqual(['end-before-start']);
  });

  test('are refused for all that is wrong at once, in the order of the questions', () => {
    const answers = {
      ...THREE_ANSWERS,
      maturityDate: date('2040-01-01'),
      paymentCents: 0n,
      odometer: { miles: -1, on: date('2028-06-02') },
    };
    expect(answerProblems(answers, asOf).map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'maturityDate date-between',
      'paymentCents between',
      'odometer between',
      'odometer reading-in-future',
      'odometer reading-below-earlier',
    ]);
  });
});
