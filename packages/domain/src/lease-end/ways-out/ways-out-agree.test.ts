import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { effort } from '../../../../../tests/house/effort.ts';
import type { NaiveLine } from '../../../testing/lease-end/naive-lease.ts';
import { naivePlanCase } from '../../../testing/lease-end/naive-plan.ts';
import {
  type NaiveWay,
  naiveBuyout,
  naiveWayOut,
} from '../../../testing/lease-end/naive-ways-out.ts';
import {
  factsOf,
  type GeneratedLease,
  generateLeases,
  outlookOf,
} from '../../../testing/lease-end/plans.ts';
import { marketValue } from '../../vehicle/value/market-value.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { contractOutlook } from '../planner/contract-outlook.ts';
import { waysOutOn } from '../planner/outlook.ts';
import { typicalLeaseOn } from '../planner/typical-lease.ts';
import { buyout } from './buyout.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';
import { WAYS_OUT, wayOutCost } from './ways-out.ts';

const TELLINGS = ['best', 'likely', 'worst'] as const;
const leases = generateLeases(effort(1_000));

/** Cents by label, so that a charge under another name is found as well as one that is too high. */
function byLabel(lines: readonly NaiveLine[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const [label, cents] of lines) sums[label] = (sums[label] ?? 0n) + cents;
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0n));
}

function seen(way: ReturnType<typeof wayOutCost>) {
  if (isRefused(way)) return way.code;
  const { endsOn, cash, keeps, netCents } = way;
  const lines = byLabel(cash.lines.map(({ label, cents }) => [label, cents] as const));
  return { endsOn, lines, cash: cash.totalCents, keeps: keeps?.cents ?? null, net: netCents };
}

function wanted(way: NaiveWay | string) {
  return typeof way === 'string' ? way : { ...way, lines: byLabel(way.lines) };
}

/** The tellings once more: of our own leases as given, of a stranger's from the answers. */
function naiveCases(given: GeneratedLease): readonly (LeaseEndTelling | null)[] {
  if (given.kind === 'own') {
    const outlook = outlookOf(given);
    return TELLINGS.map((telling) => outlook?.[telling] ?? null);
  }
  const { answers, policy, asOf } = given;
  const told = TELLINGS.map((telling) =>
    naivePlanCase(answers, policy, typicalLeaseOn(asOf), telling, asOf, (car, told, on, miles) => {
      const value = marketValue({ ...car, miles }, answers.valueOffers ?? [], on);
      if (value.source === 'none') return null;
      const { lowCents, likelyCents, highCents } = value;
      const cents = { best: highCents, likely: likelyCents, worst: lowCents }[told];
      return { cents, source: value.source };
    }),
  );
  const isTooEarly = told.some((c) => c !== null && answers.odometer.on < c.terms.startsOn);
  return isTooEarly ? TELLINGS.map(() => null) : told;
}

describe('a naive second implementation', () => {
  const met = new Map<string, number>();

  test('opens and prices every door on every day as the rules do', () => {
    for (const given of leases) {
      const outlook = outlookOf(given);
      const naive = naiveCases(given);
      const isPlanned = naive.every((each) => each !== null);
      expect(outlook !== null, `seed ${given.seed} is planned`).toBe(isPlanned);
      met.set(`${given.kind} ${isPlanned}`, (met.get(`${given.kind} ${isPlanned}`) ?? 0) + 1);
      if (outlook === null) continue;
      for (const [at, telling] of TELLINGS.entries()) {
        const told = naive[at] as LeaseEndTelling;
        for (const on of given.dates) {
          for (const door of WAYS_OUT) {
            const found = seen(wayOutCost(outlook[telling], door, on));
            const way = wanted(naiveWayOut(told, door, on));
            expect(found, `seed ${given.seed}, ${telling}, ${door} on ${on}`).toEqual(way);
            const what = typeof way === 'string' ? way : door;
            met.set(what, (met.get(what) ?? 0) + 1);
            if (typeof way !== 'string') {
              for (const label of Object.keys(way.lines)) met.set(label, (met.get(label) ?? 0) + 1);
            }
          }
        }
      }
    }
  });

  test('quotes every class of buyer alike', () => {
    for (const given of leases) {
      const c = outlookOf(given)?.likely;
      for (const on of c === undefined ? [] : given.dates) {
        for (const buyer of ['lessee', 'dealer', 'third-party'] as const) {
          const found = buyout(c!, on, buyer);
          const price = naiveBuyout(c!, on, buyer);
          const lines = isRefused(found)
            ? found.code
            : byLabel(found.lines.map(({ label, cents }) => [label, cents] as const));
          const alike = typeof price === 'string' ? price : byLabel(price);
          expect(lines, `seed ${given.seed}, ${buyer} on ${on}`).toEqual(alike);
        }
      }
    }
  });

  test('ranges from its lowest to its highest telling', () => {
    for (const given of leases) {
      const outlook = outlookOf(given);
      const naive = naiveCases(given) as readonly LeaseEndTelling[];
      for (const on of outlook === null ? [] : given.dates.slice(0, 4)) {
        for (const figure of waysOutOn(outlook!, on)) {
          const ways = naive.map((c) => naiveWayOut(c, figure.door, on));
          const [best, likely, worst] = ways;
          if (!figure.isOpen || [best, likely, worst].some((each) => typeof each === 'string')) {
            expect(figure.isOpen).toBe(typeof likely !== 'string');
            continue;
          }
          const nets = (ways as NaiveWay[]).map(({ net }) => net);
          const cash = (ways as NaiveWay[]).map((each) => each.cash);
          const range = (all: bigint[]) => ({
            lowCents: all.reduce((a, b) => (a < b ? a : b)),
            likelyCents: all[1],
            highCents: all.reduce((a, b) => (a > b ? a : b)),
          });
          expect(figure.cashRange).toEqual(range(cash));
          expect(figure.net).toEqual(range(nets));
        }
      }
    }
  });

  test('finds the same in a lease of ours by its record', () => {
    for (const given of leases) {
      if (given.kind === 'told' || given.car.priceWhenNewCents === null) continue;
      const { valueOffers, wear } = given;
      const record = contractOutlook(factsOf(given), { valueOffers }, wear).outlook;
      const outlook = outlookOf(given)!;
      for (const on of given.dates.slice(0, 3)) {
        expect(waysOutOn(record, on), `seed ${given.seed} on ${on}`).toEqual(
          waysOutOn(outlook, on),
        );
      }
    }
  });

  test('shares nothing but types with the domain', () => {
    const folder = new URL('../../../testing/lease-end/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.startsWith('naive-'));
    expect(files).toHaveLength(4);
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const imports = [...text.matchAll(/import (type )?[^;]+ from '([^']+)';/g)];
      expect(imports.length).toBeGreaterThan(1);
      for (const [, isType, target] of imports) {
        if (isType === undefined) {
          expect(target).toMatch(/^\.\/naive-|\/tests\/simulator\/oracle\/(days|fraction)\.ts$/);
        }
      }
    }
  });

  test('has met every door, refusal and kind of line there is', () => {
    const labels = `
      return buy extend next-vehicle early-end
      date-before-today lease-matured buyer-not-allowed value-unknown extension-limit
      past-due fees prepaid deposit payments-to-come remaining-payments holdover disposition-fee
      offer excess-miles excess-wear tax lease-balance rent-earned residual-value surplus cap
      purchase-option-fee official-fees early-termination-fee realized-value unused-rent rent-used
      extension-rent extension-days bought-miles-refund unearned-reduction
    `;
    const missing = labels
      .trim()
      .split(/\s+/)
      .filter((label) => !met.has(label));
    expect(missing).toEqual([]);
    const planned = met.get('told true') ?? 0;
    expect(planned / (planned + (met.get('told false') ?? 0))).toBeGreaterThan(0.8);
  });
});
