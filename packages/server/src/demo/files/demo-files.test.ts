import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { isRoutingNumber } from '@roadbook/domain/payment/routing-number';
import { date } from '@roadbook/domain/time/calendar';
import { isVin, modelYear, parseVin } from '@roadbook/domain/vehicle/vin';
import { expect, test } from 'vitest';
import { loadParties } from '../../boarding/read/party/party-index.ts';
import { readEx102 } from '../../boarding/read/xml/read-ex102.ts';
import { bankAccountsOf } from '../customers/bank-accounts.ts';
import { dice } from '../dice.ts';
import { GIVE_BACK_STORIES } from '../lease-stories.ts';
import { demoPortfolio, LEASES, LOANS } from '../portfolio.ts';
import { demoFiles } from './demo-files.ts';

const TODAY = date('2026-11-22');
const files = demoFiles('larkspur', TODAY);
const portfolio = demoPortfolio('larkspur', TODAY);

test('the same seed and day give the same bytes; another seed or day gives others', () => {
  expect(demoFiles('larkspur', TODAY)).toEqual(files);
  expect(demoFiles('another', TODAY).loans.text).not.toBe(files.loans.text);
  expect(demoFiles('larkspur', date('2026-11-23')).loans.text).not.toBe(files.loans.text);
});

test('dice give every side, only those, and the same for the same name', () => {
  const rolls = (name: string): number[] => {
    const own = dice(name);
    return Array.from({ length: 2_000 }, () => own.between(3, 8));
  };
  expect([...new Set(rolls('a'))].toSorted()).toEqual([3, 4, 5, 6, 7, 8]);
  expect(rolls('a')).toEqual(rolls('a'));
  expect(rolls('a')).not.toEqual(rolls('b'));
  expect(dice('c').shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
});

test.each([
  ['loans', LOANS],
  ['leases', LEASES],
] as const)('every record of the %s reads without a remark', async (of, count) => {
  let records = 0;
  for await (const item of readEx102([Buffer.from(files[of].text)])) {
    if (!item.ok) throw new Error(JSON.stringify(item.rejects));
    expect(item.record.remarks).toEqual([]);
    records += 1;
  }
  expect(records).toBe(count);
});

test('every row of the parties file is taken', async () => {
  const rejects: unknown[] = [];
  const parties = await loadParties([Buffer.from(files.parties.text)], (r) => rejects.push(r));
  expect(rejects).toEqual([]);
  expect(parties?.size).toBe(129);
});

test('numbers of contracts, cars and people are unique, and the cars are nobody’s', () => {
  const contracts = [...portfolio.loans, ...portfolio.leases].map(({ contract }) => contract);
  const { people } = portfolio;
  const unique = (texts: readonly string[]): void => expect(new Set(texts).size).toBe(texts.length);
  unique(contracts.map(({ contractNumber }) => contractNumber));
  unique(contracts.map(({ assetNumber }) => assetNumber));
  unique(contracts.map(({ car }) => car.vin));
  unique(people.map(({ ssn }) => ssn));
  unique(people.map(({ email }) => email));
  unique(people.map(({ phone }) => phone));
  for (const { car } of contracts) {
    const vin = parseVin(car.vin);
    expect(isVin(vin) && modelYear(vin)).toBe(car.modelYear);
    expect(vin.startsWith('90L')).toBe(true);
  }
});

test('nobody in the portfolio can be real', () => {
  for (const person of portfolio.people) {
    // No Social Security number begins with 9, no taxpayer number has a group below 50.
    expect(person.ssn).toMatch(/^9\d\d-[1-4]\d-\d{4}$/);
    expect(person.phone).toMatch(/ 555-01\d\d$/);
    expect(person.email).toMatch(/@customer\.example$/);
    expect(bankAccountsOf(person).every((each) => isRoutingNumber(each.routingNumber))).toBe(true);
  }
});

test('customers hold one contract or several, and some sign with another', () => {
  const held = new Map<string, number>();
  for (const { people } of [...portfolio.loans, ...portfolio.leases]) {
    const owner = people[0]?.id ?? '';
    held.set(owner, (held.get(owner) ?? 0) + 1);
  }
  expect(held.size).toBe(96);
  expect([held.get('maya'), held.get('lena')]).toEqual([2, 3]);
  expect([...held.values()].filter((count) => count > 1)).toHaveLength(25);
  const shared = [...portfolio.loans, ...portfolio.leases].filter(({ people }) => people[1]);
  expect(shared).toHaveLength(5);
});

test('leases are priced like the market: residuals, costs and payments', () => {
  const share = (part: bigint, whole: bigint): number => Number((part * 1_000n) / whole);
  const base: number[] = [];
  for (const { contract } of portfolio.leases) {
    const { terms, msrpCents, baseResidualCents } = contract;
    base.push(share(baseResidualCents, msrpCents));
    expect(share(terms.residualValueCents, msrpCents)).toBeLessThan(640);
    const payment = share(terms.basePaymentCents, msrpCents);
    expect(payment).toBeGreaterThanOrEqual(8);
    expect(payment).toBeLessThanOrEqual(24);
    // Only a car that was given back has a term that is long over.
    const isBack = GIVE_BACK_STORIES.some(({ name }) => name === contract.story?.name);
    expect(isBack || leaseMaturityDate(terms) >= date('2026-11-21')).toBe(true);
  }
  const mean = base.reduce((a, b) => a + b, 0) / base.length;
  expect(mean).toBeGreaterThan(470);
  expect(mean).toBeLessThan(560);
});
