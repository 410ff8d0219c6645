import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { lifeOf, type SimulatedLife } from './life.ts';
import { live } from './live.ts';
import type { Promised, Rules, Tax } from './oracle/promise.ts';
import { tell } from './tell.ts';

/** What a life can meet, and in how many lives it was met. */
const met = new Map<string, number>();

/** A fifth of a second each, and ten times that on a machine with much else to do. */
const timeout = effort(2_000) * 2_000;

test('core and oracle agree on every day of every life', { timeout }, () => {
  const failed: string[] = [];
  for (let seed = 1; seed <= effort(2_000) && failed.length < 3; seed += 1) {
    const life = lifeOf(seed);
    const lived = live(life);
    for (const each of lived.met) met.set(each, (met.get(each) ?? 0) + 1);
    if (lived.failure !== null) failed.push(tell(life));
  }
  expect(failed.join('\n\n')).toBe('');
});

/** A generator that has gone dull agrees with everybody; these must all have happened. */
const MUST_MEET = `
  payment payment-reapplied payment-reversed late-fee late-fee-reversed lease-payment-due
  lease-payment-due-reversed lease-period-begun prepaid-applied prepaid-applied-reversed
  money-cleared term-ended charged-off charged-off-reversed payment-scheduled
  scheduled-payment-cancelled scheduled-payment-skipped payoff-quoted refund-owed hold-placed
  hold-lifted small-balance-written-off small-balance-written-off-reversed holdover-billed
  holdover-billed-reversed payment-over-payoff payoff-amount-differs principal-only-while-due
  principal-only-on-lease purpose-not-for-this-contract received-before-contract nothing-owed
  contract-charged-off stopped-by-hold payment-already-reversed schedule-date-not-ahead
  schedule-date-too-far too-many-promises payment-over-lease payment-over-debit-limit
  scheduled-payment-not-found hold-not-found hold-already-placed
`;

test('the lives meet every kind of entry and every refusal they can', () => {
  const wanted = MUST_MEET.trim().split(/\s+/);
  expect(wanted.filter((each) => !met.has(each))).toEqual([]);
  expect(met.get('loan closed')).toBeGreaterThan(0);
  expect(met.get('loan charged-off')).toBeGreaterThan(0);
  expect(met.get('lease holdover')).toBeGreaterThan(0);
  expect(met.get('lease charged-off')).toBeGreaterThan(0);
});

/** The oracle is told something else than the core: a mistake as small as a rule can have. */
const mistakes: Record<string, (promise: Promised) => Promised> = {
  'one day more of grace': withRules(({ graceDays }) => ({ graceDays: graceDays + 1 })),
  'one cent more of tolerance': withRules((rules) => ({
    toleranceCents: rules.toleranceCents + 1n,
    tolerancePpb: rules.tolerancePpb + 1_000_000_000n,
  })),
  'one day more until the charge-off': withRules(({ chargeOffDays }) => ({
    chargeOffDays: chargeOffDays === null ? null : chargeOffDays + 1,
  })),
  'fees before other fees': withRules(() => ({
    waterfall: ['due-principal', 'late-fees', 'other-fees', 'principal'],
  })),
  'one cent more of a small rest': withRules(({ smallBalanceCents }) => ({
    smallBalanceCents: smallBalanceCents + 1n,
  })),
  'another day count': (promise) =>
    promise.product === 'loan' && promise.dayCount === 'actual/365'
      ? { ...promise, dayCount: 'actual/actual' }
      : promise,
  'a rate higher by a thousandth of a percent': (promise) =>
    promise.product === 'loan' ? { ...promise, ratePpb: promise.ratePpb + 10_000n } : promise,
  'rent of a kept car without tax': (promise) =>
    promise.product === 'lease' ? { ...promise, tax: withoutHoldover(promise.tax) } : promise,
  'a lease payment of one cent more': (promise) =>
    promise.product === 'lease' ? { ...promise, baseCents: promise.baseCents + 1n } : promise,
};

function withoutHoldover(tax: Tax): Tax {
  return { ...tax, taxable: tax.taxable.filter((each) => each !== 'holdover') };
}

function withRules(change: (rules: Rules) => Partial<Rules>): (promise: Promised) => Promised {
  return (promise) => ({ ...promise, rules: { ...promise.rules, ...change(promise.rules) } });
}

const fails = (life: SimulatedLife): boolean => live(life).failure !== null;

test.each(Object.entries(mistakes))('the simulator finds %s', (_, mistake) => {
  const seeds = Array.from({ length: 60 }, (_each, index) => index + 1);
  const found = seeds.some((seed) => {
    const life = lifeOf(seed);
    return fails({ ...life, told: mistake(life.promise) });
  });
  expect(found).toBe(true);
});

test('a failing life becomes a story of few lines that ends in the disagreement', () => {
  const life = lifeOf(1);
  const told = mistakes['one day more of grace']?.(life.promise) ?? life.promise;
  const story = tell({ ...life, told }).split('\n');
  expect(story[0]).toMatch(/^seed 1, \d of \d+ happenings left$/);
  expect(story.length).toBeLessThan(12);
  expect(story.at(-1)).toMatch(/the core says .*, it should be/);
});

test('the oracle shares no import with the domain', () => {
  const folder = new URL('./oracle/', import.meta.url);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const imports = readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^']+)'/g);
    for (const [, target] of imports) expect(target).toMatch(/^\.\/[a-z-]+\.ts$/);
  }
});
