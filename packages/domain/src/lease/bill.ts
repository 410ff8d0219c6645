import type { LeaseContract, OpenLeasePayment } from '../contract/contract.ts';
import type { EntryDraft } from '../contract/decision.ts';
import { record, type Step } from '../contract/record.ts';
import { creditOf } from '../ledger/balances.ts';
import { type Posting, posting, postingUnlessZero } from '../ledger/posting.ts';
import { line } from '../money/breakdown.ts';
import { type BusinessDate, earlierOf, laterOf } from '../time/calendar.ts';
import { leasePaymentCount, leasePaymentsDueBy } from './lease-calendar.ts';
import { leasePaymentOf, totalOf } from './lease-charge.ts';
import { applyToOpen } from './open-payments.ts';
import { beginAllPeriods, beginPeriods, periodPostings } from './period-books.ts';

/**
 * Posts every lease payment that has fallen due by a day and was not posted yet, one entry each,
 * effective on its due date, and pays it from prepaid money as far as that reaches. Periods of a
 * lease paid at once come into the books as they begin.
 */
export function billDue(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  const due = leasePaymentsDueBy(step.contract.terms, on);
  return beginPeriods(billUpTo(step, due, on), on);
}

/**
 * Posts every lease payment that is still to come, on the day the car is given back: they stay
 * owed, each on its own due date, and what is left of the periods comes into the books.
 */
export function billRemaining(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  const count = leasePaymentCount(step.contract.terms);
  return beginAllPeriods(billUpTo(step, count, on), on);
}

function billUpTo(step: Step<LeaseContract>, count: number, on: BusinessDate): Step<LeaseContract> {
  let next = step;
  while (next.contract.facts.billed < count) next = applyPrepaid(billOne(next, on), on);
  return next;
}

function billOne(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  const { contract } = step;
  const payment = leasePaymentOf(contract.terms, contract.facts.billed + 1);
  const effectiveDate = earlierOf(payment.dueDate, on);
  const draft = {
    kind: 'lease-payment-due',
    effectiveDate,
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
      lastEffective: laterOf(contract.facts.lastEffective, effectiveDate),
      billed: payment.number,
      periodsBooked: Math.max(contract.facts.periodsBooked, payment.number),
      open: [...contract.facts.open, payment],
    },
  });
}

function billPostings(lease: LeaseContract, payment: OpenLeasePayment): Posting[] {
  const { terms } = lease;
  const income = periodPostings(lease, payment.number, payment.baseCents);
  if (payment.taxCents === 0n) return income;
  const tax = {
    jurisdiction: terms.tax.jurisdiction,
    ratePpb: terms.tax.ratePpb,
    taxableCents: payment.baseCents,
    taxDate: payment.dueDate,
  };
  return [...income, { ...posting('tax-receivable', 'tax-payable', payment.taxCents), tax }];
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
