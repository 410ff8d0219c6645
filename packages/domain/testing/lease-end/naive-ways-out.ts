/**
 * Every way out once more, written from the rules of the trade and not from the program: exact
 * fractions, due dates as a list, miles day by day. It shares only types with what it checks.
 */
import { type Day, daysFrom, monthsLater } from '../../../../tests/simulator/oracle/days.ts';
import type { TaxableCharge } from '../../src/contract/lease-terms.ts';
import type { BuyerClass, LeaseEndOffer } from '../../src/lease-end/lease-end-policy.ts';
import type { LeaseEndRefusalCode } from '../../src/lease-end/lease-end-refusal.ts';
import type { LeaseEndTelling } from '../../src/lease-end/ways-out/lease-end-telling.ts';
import type { WayOut } from '../../src/lease-end/ways-out/ways-out.ts';
import type { BusinessDate } from '../../src/time/calendar.ts';
import {
  dueDatesOf,
  eachPayment,
  maturityOf,
  type NaiveLine,
  naiveBalance,
  part,
  periodOf,
  taxOnEnd,
} from './naive-lease.ts';
import { firstReturnDay, later, naiveExcess, naiveOdometer } from './naive-miles.ts';

export type NaiveWay = {
  readonly endsOn: Day;
  readonly lines: readonly NaiveLine[];
  readonly cash: bigint;
  readonly keeps: bigint | null;
  readonly net: bigint;
};

export const total = (lines: readonly NaiveLine[]): bigint =>
  lines.reduce((sum, [, cents]) => sum + cents, 0n);

function taxed(
  c: LeaseEndTelling,
  charge: TaxableCharge,
  label: string,
  cents: bigint,
): NaiveLine[] {
  return [
    [label, cents],
    ['tax', taxOnEnd(c.terms, charge, cents)],
  ];
}

const owed = (c: LeaseEndTelling): NaiveLine[] => [
  ['past-due', c.account.open.reduce((sum, each) => sum + each.baseCents + each.taxCents, 0n)],
  ['fees', c.account.feesCents],
];

const held = (c: LeaseEndTelling): NaiveLine[] => [
  ['prepaid', -c.account.prepaidCents],
  ['deposit', -c.account.depositCents],
];

/** Payments not yet due today, before and after a day. */
function toCome(c: LeaseEndTelling, on: Day): { by: bigint; after: bigint } {
  const coming = dueDatesOf(c.terms).slice(c.account.dueSoFar);
  const by = coming.filter((dueDate) => dueDate <= on).length;
  const each = eachPayment(c.terms);
  return { by: BigInt(by) * each, after: BigInt(coming.length - by) * each };
}

function disposition(c: LeaseEndTelling, offer: LeaseEndOffer | null): NaiveLine[] {
  const lines = taxed(c, 'disposition-fee', 'disposition-fee', c.terms.endFees.dispositionCents);
  return offer?.waivesDisposition === true ? [...lines, ['offer', -total(lines)]] : lines;
}

function condition(c: LeaseEndTelling, endsOn: Day, isProRata: boolean): NaiveLine[] {
  const excess = BigInt(naiveExcess(c, endsOn, isProRata));
  return [
    ...taxed(c, 'excess-miles', 'excess-miles', excess * c.terms.mileage.excessMileCents),
    ...taxed(c, 'excess-wear', 'excess-wear', c.wearCents),
  ];
}

/** Rent for one day is the base payment / 30; the days are counted and the sum rounded. */
function keptLate(c: LeaseEndTelling, until: Day): NaiveLine[] {
  const { terms, account } = c;
  const maturity = maturityOf(terms);
  if (until <= (account.holdover.through ?? maturity)) return [];
  const days = daysFrom(maturity, until);
  // Rent by the month of a lease that was paid at once is its share of that payment.
  const months = terms.timing === 'single-payment' ? terms.termMonths : 1;
  const all = part(terms.basePaymentCents, days, 30 * months);
  return taxed(c, 'holdover', 'holdover', all - account.holdover.billedCents);
}

export function naiveBuyout(
  c: LeaseEndTelling,
  on: Day,
  buyer: BuyerClass,
): NaiveLine[] | LeaseEndRefusalCode {
  const { terms, policy } = c;
  if (on < c.asOf) return 'date-before-today';
  if (!policy.buyers.includes(buyer)) return 'buyer-not-allowed';
  const { purchaseOptionCents, earlyTerminationCents } = terms.endFees;
  const price: NaiveLine[] = [
    ...naiveBalance(terms, on),
    ['purchase-option-fee', purchaseOptionCents],
  ];
  if (on < maturityOf(terms) && policy.earlyEnd.feeOnPurchase) {
    price.push(['early-termination-fee', earlyTerminationCents]);
  }
  const { allowanceMiles, boughtMiles, deliveryOdometer } = terms.mileage;
  const left = deliveryOdometer + allowanceMiles + boughtMiles - naiveOdometer(c, on);
  const unused = policy.miles.refundsUnused ? Math.max(0, Math.min(left, boughtMiles)) : 0;
  return [
    ...price,
    ['tax', taxOnEnd(terms, 'buyout', total(price))],
    ['official-fees', policy.officialFeesCents],
    ...owed(c),
    ...keptLate(c, on),
    ...held(c),
    ['bought-miles-refund', -BigInt(unused) * policy.miles.boughtMileCents],
  ];
}

export function naiveEarlyEnd(c: LeaseEndTelling, on: Day, bringsCents: bigint): NaiveLine[] {
  const { terms, policy } = c;
  const { earlyTerminationCents } = terms.endFees;
  const condition_ = condition(c, on, policy.earlyEnd.milesProRata);
  if (c.servicemember) {
    return [...owed(c), ...condition_, ...serviceRent(c, on), ...reductionBack(c, on), ...held(c)];
  }
  const liability: NaiveLine[] = [
    ...naiveBalance(terms, on),
    ...owed(c),
    ...taxed(c, 'early-termination', 'early-termination-fee', earlyTerminationCents),
    ...disposition(c, c.offer),
    ['realized-value', -bringsCents],
  ];
  let asked = total(liability);
  const lines = [...liability];
  if (asked < 0n) {
    lines.push(['surplus', -asked]);
    asked = 0n;
  }
  const ordinary: NaiveLine[] = [
    ...owed(c),
    ['remaining-payments', toCome(c, on).after],
    ...disposition(c, c.offer),
    ...condition_,
  ];
  const most = total(ordinary);
  if (policy.earlyEnd.cappedAtRemainingPayments && asked > most) lines.push(['cap', most - asked]);
  return [...lines, ...held(c)];
}

/** Rent for the days served of what was paid for, by the payment as it is billed. */
function serviceRent(c: LeaseEndTelling, on: Day): NaiveLine[] {
  const { terms } = c;
  const isSingle = terms.timing === 'single-payment';
  const period = periodOf(terms, on);
  const from = isSingle ? terms.startsOn : period.from;
  const to = isSingle ? maturityOf(terms) : period.to;
  const whole = daysFrom(from, to);
  const used = Math.max(0, daysFrom(from, on));
  const each = eachPayment(terms);
  if (terms.timing === 'arrears') return [['rent-used', part(each, used, whole)]];
  return [['unused-rent', -part(each, whole - used, whole)]];
}

/** What was paid down at signing belongs to all periods alike, and to the days of each alike. */
function reductionBack({ terms }: LeaseEndTelling, on: Day): NaiveLine[] {
  const reduction = terms.capitalizedCostReductionCents;
  if (reduction === 0n) return [];
  let periodsAhead = 0;
  let start = terms.startsOn as Day;
  const at = periodOf(terms, on);
  for (let number = 0; number < terms.termMonths; number += 1) {
    start = number === 0 ? terms.startsOn : monthsLater(terms.startsOn, number, terms.dueDay);
    if (start > at.from) periodsAhead += 1;
  }
  const days = daysFrom(at.from, at.to);
  const left = days - Math.max(0, daysFrom(at.from, on));
  const parts = periodsAhead * days + left;
  return [['unearned-reduction', -part(reduction, parts, days * terms.termMonths)]];
}

function extensionRent(c: LeaseEndTelling, until: Day): NaiveLine[] | LeaseEndRefusalCode {
  const { terms, policy, account } = c;
  const maturity = maturityOf(terms);
  if (until <= maturity) return 'extension-not-after-maturity';
  const left = Math.max(0, policy.extension.maxMonths - account.extendedMonths);
  if (until > monthsLater(maturity, left, terms.dueDay)) return 'extension-limit';
  const ends = Array.from({ length: left }, (_, month) =>
    monthsLater(maturity, month + 1, terms.dueDay),
  ).filter((end) => end <= until);
  const days = daysFrom(ends.at(-1) ?? maturity, until);
  const base = terms.basePaymentCents;
  return [
    ...taxed(c, 'extension', 'extension-rent', base * BigInt(ends.length)),
    ...taxed(c, 'extension', 'extension-days', part(base, days, 30)),
  ];
}

/** Handed back on a day, payments to come included, under an offer or without one. */
function handedBack(c: LeaseEndTelling, endsOn: Day, offer: LeaseEndOffer | null): NaiveWay {
  const isLate = endsOn > maturityOf(c.terms);
  const { by, after } = toCome(c, endsOn);
  const waived = BigInt(offer?.waivesPayments ?? 0) * eachPayment(c.terms);
  return gone(endsOn, [
    ...owed(c),
    ['payments-to-come', by],
    ['remaining-payments', after],
    ...keptLate(c, endsOn),
    ...disposition(c, offer),
    ...condition(c, endsOn, isLate && c.policy.holdoverMilesProRata),
    ...held(c),
    ['offer', -(waived < after ? waived : after)],
  ]);
}

/** What an offer would take off the bill, the first of the best on a day. */
export function naiveOffer(c: LeaseEndTelling, on: Day): LeaseEndOffer | null {
  const good = c.policy.offers.filter(({ from, until }) => from <= on && on <= until);
  const worth = (offer: LeaseEndOffer): bigint =>
    handedBack(c, on, null).cash - handedBack(c, on, offer).cash;
  let best: LeaseEndOffer | null = null;
  for (const offer of good) if (best === null || worth(offer) > worth(best)) best = offer;
  return best;
}

export function naiveWayOut(
  c: LeaseEndTelling,
  door: WayOut,
  on: Day,
): NaiveWay | LeaseEndRefusalCode {
  if (on < c.asOf) return 'date-before-today';
  const maturity = maturityOf(c.terms);
  const extendedTo = later(on, monthsLater(maturity, 1, c.terms.dueDay));
  const worthOn = (day: Day): bigint | null =>
    c.valueOn(day as BusinessDate, naiveOdometer(c, day))?.cents ?? null;
  const toPay: NaiveLine = ['payments-to-come', toCome(c, on).by];
  if (door === 'return') return handedBack(c, later(on, firstReturnDay(c)), c.offer);
  if (door === 'buy') {
    const price = naiveBuyout(c, on, 'lessee');
    if (typeof price === 'string') return price;
    return kept(on, [toPay, ...price], worthOn(extendedTo));
  }
  if (door === 'extend') {
    const rent = extensionRent(c, extendedTo);
    if (typeof rent === 'string') return rent;
    return gone(extendedTo, [
      ...owed(c),
      ['payments-to-come', toCome(c, maturity).by],
      ...rent,
      ...disposition(c, c.offer),
      ...condition(c, extendedTo, c.policy.extension.milesProRata),
      ...held(c),
    ]);
  }
  if (door === 'next-vehicle') {
    const isPulledAhead = naiveOffer(c, on)?.kind === 'pull-ahead';
    const endsOn = isPulledAhead ? on : later(on, firstReturnDay(c));
    const back = handedBack(c, endsOn, naiveOffer(c, endsOn));
    const price = naiveBuyout(c, on, 'dealer');
    const worth = worthOn(on);
    if (typeof price === 'string' || worth === null || worth <= total(price)) return back;
    const traded = kept(on, [toPay], worth - total(price));
    return traded.net < back.net ? traded : back;
  }
  const worth = worthOn(on);
  if (worth === null && !c.servicemember) return 'value-unknown';
  if (on >= maturity) return 'lease-matured';
  return gone(on, [toPay, ...naiveEarlyEnd(c, on, worth ?? 0n)]);
}

function gone(endsOn: Day, lines: readonly NaiveLine[]): NaiveWay {
  return { endsOn, lines, cash: total(lines), keeps: null, net: total(lines) };
}

function kept(endsOn: Day, lines: readonly NaiveLine[], keeps: bigint | null): NaiveWay {
  return { endsOn, lines, cash: total(lines), keeps, net: total(lines) - (keeps ?? 0n) };
}
