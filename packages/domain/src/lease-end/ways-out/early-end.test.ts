import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../../testing/case-table.ts';
import {
  LEASES,
  leaseNamed,
  openPayment,
  PLAIN_POLICY,
  sampleCase,
  withRate,
} from '../../../testing/lease-end/sample-case.ts';
import type { LeaseAgreement, LeaseTax } from '../../contract/lease-terms.ts';
import { adjustedLeaseBalance } from '../../lease/lease-balance.ts';
import { date } from '../../time/calendar.ts';
import type { LeaseEndOffer } from '../lease-end-policy.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { earlyEnd } from './early-end.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const LOYALTY: LeaseEndOffer = {
  id: 'loyalty',
  name: 'Loyalty',
  kind: 'loyalty',
  waivesPayments: 0,
  waivesDisposition: true,
  from: date('2028-01-01'),
  until: date('2030-12-31'),
  withinDays: 60,
};

/** What both tables say alike: tax, account, wear, and what the odometer shows that day. */
function common(row: CaseRow, terms: LeaseAgreement, taxable: LeaseTax['taxable']) {
  const pastDueCents = row.cents('past due');
  const odometer = row.text('odometer') === '-' ? null : row.count('odometer');
  return {
    asOf: row.date('on'),
    terms: {
      ...terms,
      tax: { ...terms.tax, method: 'each-payment' as const, ratePpb: row.percent('tax'), taxable },
    },
    account: {
      open: pastDueCents === 0n ? [] : [openPayment(pastDueCents)],
      prepaidCents: row.cents('prepaid'),
    },
    readings: odometer === null ? [] : [{ miles: odometer, on: row.date('on') }],
    wearCents: row.cents('wear'),
  };
}

function ended(row: CaseRow, isCapped: boolean) {
  const named = leaseNamed(row.text('lease'));
  const endFees = {
    ...named.endFees,
    dispositionCents: row.cents('disposition'),
    earlyTerminationCents: row.cents('early fee'),
  };
  const given = common(row, { ...named, endFees }, [
    'disposition-fee',
    'early-termination',
    'excess-miles',
    'excess-wear',
  ]);
  const c = sampleCase({
    ...given,
    account: { ...given.account, depositCents: row.cents('deposit') },
    policy: {
      ...PLAIN_POLICY,
      earlyEnd: {
        ...PLAIN_POLICY.earlyEnd,
        milesProRata: row.text('pro rata') === 'yes',
        cappedAtRemainingPayments: isCapped,
      },
    },
    offer: row.text('waived') === 'yes' ? LOYALTY : null,
  });
  const found = earlyEnd(c, row.date('on'), row.cents('brings'));
  if (isRefused(found)) throw new RangeError(found.code);
  return { c, found };
}

describe('an early end', () => {
  test('costs what the car does not bring, never below zero and never above the cap', () => {
    checkTable(read('early-end'), (row) => {
      const { c, found } = ended(row, row.text('capped') === 'yes');
      const after = ['surplus', 'cap', 'prepaid', 'deposit'];
      const liability = found.lines
        .filter(({ label }) => !after.includes(label))
        .reduce((cents, each) => cents + each.cents, 0n);
      return {
        balance: adjustedLeaseBalance(c.terms, row.date('on')).totalCents,
        liability,
        'at most': capOf(row),
        pays: found.totalCents,
      };
    });
  });

  /** What the cap is, read off an end so expensive that it always bites. */
  function capOf(row: CaseRow): bigint {
    const dear: CaseRow = {
      ...row,
      cents: (column) => (column === 'brings' ? -1_000_000_00n : row.cents(column)),
    };
    const line = ended(dear, true).found.lines.find(({ label }) => label === 'cap');
    return BigInt(line?.inputs.capCents ?? -1);
  }

  test('gives a servicemember the capitalized cost reduction of the periods not used', () => {
    // BL-09: 36 months from 2026-01-15, 3,600.00 paid at signing, ended by orders after 12 periods.
    const terms = withRate({
      ...LEASES['32145.50'],
      startsOn: date('2026-01-15'),
      dueDay: 15,
      capitalizedCostReductionCents: 3_600_00n,
    });
    const backOn = (on: string, servicemember = true) => {
      const found = earlyEnd(
        sampleCase({ terms, asOf: date('2026-02-01'), servicemember }),
        date(on),
        0n,
      );
      if (isRefused(found)) throw new RangeError(found.code);
      return found.lines.find(({ label }) => label === 'unearned-reduction')?.cents;
    };
    expect(backOn('2027-01-15')).toBe(-2_400_00n);
    expect(backOn('2027-01-31')).toBe(-2_348_39n);
    expect(backOn('2029-01-14')).toBe(-3_23n);
    expect(backOn('2027-01-15', false)).toBeUndefined();
  });

  test('of a servicemember costs rent to the day, wear and miles, and no fee', () => {
    checkTable(read('servicemember'), (row) => {
      const timing = row.text('timing') as LeaseAgreement['timing'];
      const basePaymentCents = timing === 'single-payment' ? 14_000_00n : 443_46n;
      const terms = withRate({ ...LEASES['32145.50'], timing, basePaymentCents });
      const c = sampleCase({ ...common(row, terms, ['base-payment']), servicemember: true });
      const found = earlyEnd(c, row.date('on'), 0n);
      if (isRefused(found)) throw new RangeError(found.code);
      const rent = found.lines.find(({ label }) => /rent/.test(label));
      if (rent === undefined) {
        // Nothing to charge or to give back is not shown.
        return {
          'used days': row.text('used days'),
          'of days': row.text('of days'),
          rent: null,
          pays: found.totalCents,
        };
      }
      return {
        'used days': rent.inputs.days ?? null,
        'of days': rent.inputs.daysInPeriod ?? null,
        rent: rent.cents,
        pays: found.totalCents,
      };
    });
  });

  test('is refused for a day gone by and from maturity on', () => {
    const refusal = (on: string, servicemember: boolean) => {
      const found = earlyEnd(sampleCase({ servicemember }), date(on), 20_000_00n);
      return isRefused(found) ? found : null;
    };
    for (const servicemember of [true, false]) {
      expect(refusal('2028-05-31', servicemember)?.code).toBe('date-before-today');
      expect(refusal('2029-01-09', servicemember)).toBe(null);
      expect(refusal('2029-01-10', servicemember)).toMatchObject({
        code: 'lease-matured',
        facts: { maturity: '2029-01-10' },
      });
    }
  });
});
