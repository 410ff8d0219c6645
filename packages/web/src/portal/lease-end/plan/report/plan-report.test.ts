import { doorsOn } from '@roadbook/domain/lease/end/outlook';
import { planOutlook } from '@roadbook/domain/lease/end/plan-outlook';
import { typicalPolicyOn } from '@roadbook/domain/lease/end/typical-policy';
import { parseDollars, sumCents } from '@roadbook/domain/money/cents';
import { date } from '@roadbook/domain/time/calendar';
import { expect, test, vi } from 'vitest';

// The catalogue is compiled by the build; here a sentence is its key.
vi.mock('../../../../shared/copy/copy.ts', () => ({
  t: (key: string) => key,
  hasCopy: () => true,
}));
const { planReport } = await import('./plan-report.ts');

const asOf = date('2026-11-22');
const answers = {
  maturityDate: date('2027-03-15'),
  paymentCents: 415_20n,
  odometer: { miles: 33_200, on: asOf },
};
const plan = planOutlook(answers, typicalPolicyOn(asOf), asOf);
if (plan.outcome !== 'planned') throw new Error('these answers make a plan');
const { outlook } = plan;

const cents = (text: string) => parseDollars(text.replace(/^-\$/, '-')) ?? 0n;

test.each(['2026-11-22', '2027-03-15', '2027-06-15', '2027-12-15'])(
  'a report of the ways out on %s has the cents of the trade, and its lines add up',
  (day) => {
    const { sections } = planReport(outlook, date(day));
    const figures = doorsOn(outlook, date(day));
    const doors = sections.slice(1, -1);
    expect(doors).toHaveLength(figures.length);
    for (const [at, figure] of figures.entries()) {
      const amounts = (doors[at]?.rows ?? []).map(({ value }) => cents(value));
      const total = amounts.pop();
      expect(total).toBe(figure.isOpen ? figure.cash.totalCents : undefined);
      if (figure.isOpen) expect(sumCents(amounts)).toBe(total);
    }
  },
);

test('a way out that is closed says why in place of amounts', () => {
  const { sections } = planReport(outlook, date('2027-03-15'));
  const early = sections.find(({ heading }) => heading === 'door.early-end');
  expect(early).toEqual({
    heading: 'door.early-end',
    sentences: ['refusal.lease-matured'],
    rows: [],
  });
});
