import type { LeaseContract, OpenLeasePayment } from '../contract/contract.ts';
import type { EntryDraft } from '../contract/decision.ts';
import { record, type Step } from '../contract/record.ts';
import { creditOf } from '../ledger/balances.ts';
import { type Posting, posting, postingUnlessZero } from '../ledger/posting.ts';
import { allocate } from '../money/allocate.ts';
import { line } from '../money/breakdown.ts';
import { atLeastZero, minCents } from '../money/cents.ts';
import { type BusinessDate, laterOf } from '../time/calendar.ts';
import { leaseSchedule } from './lease-balance.ts';
import { leasePaymentsDueBy } from './lease-calendar.ts';
import { leasePaymentOf, totalOf } from './lease-charge.ts';
import { applyToOpen } from './open-payments.ts';

/**
 * Posts every lease payment that has fallen due by a day and was not posted yet, one entry each,
 * effective on its due date, and pays it from prepaid money as far as that reaches.
 */
export function billDue(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  let next = step;
  const due = leasePaymentsDueBy(next.contract.terms, on);
  while (next.contract.facts.billed < due) {
    next = applyPrepaid(billOne(next), on);
  }
  return next;
}

function billOne(step: Step<LeaseContract>): Step<LeaseContract> {
  const { contract } = step;
  const payment = leasePaymentOf(contract.terms, contract.facts.billed + 1);
  const draft = {
    kind: 'lease-payment-due',
    effectiveDate: payment.dueDate,
    postings: billPostings(contract, payment),
    lines: [
      line('base-payment', 'lease-payment', payment.baseCents, {
        number: payment.number.toString(),
        dueDate: payment.dueDate,
      }),
      ...(payment.taxCents === 0n
        ? []
        : [
            line('tax', 'tax-each-payment', payment.taxCents, {
              ratePpb: contract.terms.tax.ratePpb.toString(),
              taxableCents: payment.baseCents.toString(),
              jurisdiction: contract.terms.tax.jurisdiction,
            }),
          ]),
    ],
  } satisfies Partial<EntryDraft>;
  return record(step, draft, {
    facts: {
      ...contract.facts,
      lastEffective: laterOf(contract.facts.lastEffective, payment.dueDate),
      billed: payment.number,
      open: [...contract.facts.open, payment],
    },
  });
}

function billPostings(lease: LeaseContract, payment: OpenLeasePayment): Posting[] {
  const { terms } = lease;
  const income =
    terms.accounting === 'operating'
      ? operatingPostings(lease, payment)
      : financePostings(lease, payment);
  if (payment.taxCents === 0n) return income;
  const tax = {
    jurisdiction: terms.tax.jurisdiction,
    ratePpb: terms.tax.ratePpb,
    taxableCents: payment.baseCents,
    taxDate: payment.dueDate,
  };
  return [...income, { ...posting('tax-receivable', 'tax-payable', payment.taxCents), tax }];
}

/** Income as it falls due, and the vehicle written down evenly to its residual value. */
function operatingPostings(lease: LeaseContract, payment: OpenLeasePayment): Posting[] {
  const { terms } = lease;
  const evenly = allocate(
    terms.adjustedCapitalizedCostCents - terms.residualValueCents,
    Array.from({ length: terms.termMonths }, () => 1n),
  );
  const share = terms.timing === 'single-payment' ? 0n : (evenly[payment.number - 1] ?? 0n);
  return [
    ...postingUnlessZero('lease-payments-receivable', 'lease-income', payment.baseCents),
    ...(share > 0n ? [posting('depreciation', 'vehicle-under-lease', share)] : []),
  ];
}

/** The period's rent as income, the rest of the payment off the net investment. */
function financePostings(lease: LeaseContract, payment: OpenLeasePayment): Posting[] {
  const rent = leaseSchedule(lease.terms)[payment.number - 1]?.rentCents ?? 0n;
  // Next to no rate, rounding can leave the last period a cent or two less than none.
  const givenBack = atLeastZero(-rent);
  const earned = minCents(atLeastZero(rent), payment.baseCents);
  return [
    ...postingUnlessZero('lease-payments-receivable', 'rent-income', earned),
    ...postingUnlessZero(
      'lease-payments-receivable',
      'net-investment-in-lease',
      payment.baseCents - earned,
    ),
    ...postingUnlessZero('net-investment-in-lease', 'rent-income', atLeastZero(rent - earned)),
    ...postingUnlessZero('rent-income', 'net-investment-in-lease', givenBack),
  ];
}

/** Uses prepaid money for what is open, as the day it fell due. */
function applyPrepaid(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  const { contract } = step;
  const prepaid = creditOf(contract.balances, 'prepaid-lease-payments');
  const newest = contract.facts.open.at(-1);
  if (prepaid === 0n || newest === undefined) return step;
  const applied = applyToOpen(contract.facts.open, prepaid);
  const effectiveDate = newest.dueDate < on ? newest.dueDate : on;
  return record(
    step,
    {
      kind: 'prepaid-applied',
      effectiveDate,
      postings: [
        ...postingUnlessZero(
          'prepaid-lease-payments',
          'lease-payments-receivable',
          applied.baseCents,
        ),
        ...postingUnlessZero('prepaid-lease-payments', 'tax-receivable', applied.taxCents),
      ],
      lines: [
        line('prepaid-used', 'prepaid-applied', applied.baseCents + applied.taxCents, {
          number: newest.number.toString(),
          wantedCents: totalOf(newest).toString(),
        }),
      ],
    },
    { facts: { ...contract.facts, open: applied.open } },
  );
}
