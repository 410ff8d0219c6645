import type { AwaitedLateFee, LeaseContract } from '../../contract/contract.ts';
import { lastTimelyDay } from '../../contract/late-fee-rule.ts';
import type { PaymentFact, PaymentPurpose } from '../../contract/payment-fact.ts';
import { record, type Step } from '../../contract/record.ts';
import { isRunning } from '../../contract/status.ts';
import { feeBaseOf, leaseFees, leaseTolerance } from '../../lease/amount-due.ts';
import { billDue } from '../../lease/bill.ts';
import { leasePaymentCount } from '../../lease/lease-calendar.ts';
import { leasePaymentOf, totalOf } from '../../lease/lease-charge.ts';
import { applyToOpen } from '../../lease/open-payments.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { postingUnlessZero } from '../../ledger/posting.ts';
import { type Line, line } from '../../money/breakdown.ts';
import { type Cents, minCents, sumCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import { afterMoney, debitAccountOf, paymentNews, withUncleared } from '../money-in.ts';
import { pour, pouredLines, pouredPostings, type Slot } from './waterfall.ts';

/** What an insurer pays for a leased car waits for the lease's end: it pays no lease payment. */
const PROCEEDS: Partial<Record<PaymentPurpose, 'insurance-proceeds' | 'gap-proceeds'>> = {
  insurance: 'insurance-proceeds',
  gap: 'gap-proceeds',
};

/** Money that never advances a due date and is no proceeds either: charges, and the rest back. */
const NEVER_ADVANCES: readonly PaymentPurpose[] = ['addon-refund', 'recovery'];

/**
 * Applies a payment to a lease on a day: oldest due lease payment first (base and tax together),
 * other charges, late fees, then lease payments to come, which change no rent charge and no
 * adjusted lease balance. What no payment to come can take is unapplied.
 */
export function applyToLease(
  before: Step<LeaseContract>,
  received: PaymentFact,
  on: BusinessDate,
  kind: 'payment' | 'payment-reapplied',
): Step<LeaseContract> {
  // Nothing falls due once the car is back or bought, and nothing is paid ahead.
  const runs = isRunning(before.contract.status);
  const step = runs ? billDue(before, on) : before;
  const lease = step.contract;
  const isFirst = kind === 'payment';
  // Lease payments that fell due by then took the numbers before this entry's.
  const payment = isFirst ? { ...received, paymentSeq: lease.version + 1 } : received;
  const from = debitAccountOf(lease, payment);
  const news = paymentNews(payment, isFirst);
  const clearing = withUncleared(lease, payment, on, isFirst);
  const facts = { ...afterMoney(lease.facts, on), clearing };
  const common = { kind, effectiveDate: on, payment, ...news };
  if (lease.status === 'charged-off') {
    const postings = postingUnlessZero(from, 'recoveries', payment.amountCents);
    const lines = [line('recovery', 'charged-off-recovery', payment.amountCents)];
    return record(step, { ...common, postings, lines }, { facts });
  }
  const { decided, awaited } = lease.facts.lateFees;
  const lateFees = { decided, awaited: [...awaited, ...awaitedFees(lease, on)] };
  const proceeds = PROCEEDS[payment.purpose];
  if (proceeds !== undefined) {
    const postings = postingUnlessZero(from, proceeds, payment.amountCents);
    const lines = [line(proceeds, 'proceeds-held', payment.amountCents)];
    return record(step, { ...common, postings, lines }, { facts: { ...facts, lateFees } });
  }
  const advances = !NEVER_ADVANCES.includes(payment.purpose);
  const applied = applyToOpen(advances ? lease.facts.open : [], payment.amountCents);
  const poured = pour(applied.leftCents, chargeSlots(lease));
  const prepaid = advances ? minCents(poured.leftCents, prepayable(lease)) : 0n;
  const unapplied = poured.leftCents - prepaid;
  const postings = [
    ...postingUnlessZero(from, 'lease-payments-receivable', applied.baseCents),
    ...postingUnlessZero(from, 'tax-receivable', applied.taxCents),
    ...pouredPostings(from, poured),
    ...postingUnlessZero(from, 'prepaid-lease-payments', prepaid),
    ...postingUnlessZero(from, 'unapplied', unapplied),
  ];
  const lines: Line[] = [
    line('base-payment', 'oldest-lease-payment-first', applied.baseCents),
    line('tax', 'tax-with-its-payment', applied.taxCents),
    ...pouredLines(poured),
    line('prepaid', 'lease-paid-ahead', prepaid),
    line('unapplied', 'more-than-owed', unapplied),
  ].filter(({ cents }) => cents !== 0n);
  return record(
    step,
    { ...common, postings, lines },
    {
      facts: {
        ...facts,
        open: advances ? applied.open : lease.facts.open,
        lateFees,
      },
    },
  );
}

function chargeSlots(lease: LeaseContract): Slot[] {
  const b = lease.balances;
  const accounts = [
    ['holdover', 'holdover-receivable'],
    ['third-party', 'third-party-receivable'],
    ['other-fees', 'other-fees-receivable'],
    ['late-fees', 'late-fees-receivable'],
  ] as const;
  return accounts.map(([label, account]) => ({
    label,
    rule: 'fees-unpaid',
    account,
    maxCents: balanceOf(b, account),
  }));
}

/**
 * The most that a lease can use: what is open, its charges, and all lease payments to come. None
 * comes once the lease has ended.
 */
export function leaseCanTake(lease: LeaseContract): Cents {
  const open = sumCents(lease.facts.open.map(totalOf));
  const toCome = isRunning(lease.status) ? prepayable(lease) : 0n;
  return open + leaseFees(lease) + toCome;
}

/** How much money the lease payments to come can still take. */
function prepayable(lease: LeaseContract): Cents {
  if (!isRunning(lease.status)) return 0n;
  const left = BigInt(leasePaymentCount(lease.terms) - lease.facts.billed);
  const each = totalOf(leasePaymentOf(lease.terms, 1));
  return left * each + balanceOf(lease.balances, 'prepaid-lease-payments');
}

/** What was unpaid of lease payments whose grace is over when money comes, before their fee. */
function awaitedFees(lease: LeaseContract, on: BusinessDate): AwaitedLateFee[] {
  const { policy } = lease.terms;
  if (policy.lateFee === null) return [];
  const { lateFees, open } = lease.facts;
  const known = lateFees.awaited.at(-1)?.installment ?? lateFees.decided;
  const tolerance = leaseTolerance(lease);
  return open
    .filter((payment) => payment.number > known && totalOf(payment) > tolerance)
    .filter((payment) => on > lastTimelyDay(policy, payment.dueDate))
    .map((payment) => ({ installment: payment.number, unpaidCents: feeBaseOf(lease, payment) }));
}
