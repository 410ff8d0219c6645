import { HOLD_KINDS } from '@roadbook/domain/contract/hold';
import { RHYTHM_NAMES } from '@roadbook/domain/schedule/rhythm';
import { code, codes, day, type Element, integer, money } from './element-table.ts';

/*
 * Facts of a contract that EX-102 has no element for. A CSV states them in columns of these names;
 * an XML file may state them as elements.
 */

const OF_BOTH: readonly Element[] = [codes('holds', HOLD_KINDS.join(' '))];

export const OUR_LOAN_ELEMENTS: readonly Element[] = [
  ...OF_BOTH,
  code('dayCount', 'actual/365 actual/actual 30/360'),
  code('paymentFrequency', RHYTHM_NAMES.join(' ')),
  day('firstPaymentDay'),
  integer('secondDueDay', 2),
  day('paidThroughDate'),
];

export const OUR_LEASE_ELEMENTS: readonly Element[] = [
  ...OF_BOTH,
  code('leaseTiming', 'advance arrears single-payment'),
  code('leaseAccounting', 'operating finance'),
  money('securityDepositAmount'),
  money('capitalizedCostReductionAmount'),
  integer('boughtMiles', 6),
];
