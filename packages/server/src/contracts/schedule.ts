import type { Contract, LeaseContract, LoanContract } from '@roadbook/domain/contract/contract';
import { openOn } from '@roadbook/domain/lease/amount-due';
import { leasePaymentCount } from '@roadbook/domain/lease/lease-calendar';
import { leasePaymentOf, totalOf } from '@roadbook/domain/lease/lease-charge';
import { creditOf } from '@roadbook/domain/ledger/balances';
import { projectLoan } from '@roadbook/domain/loan/projection';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

type State = 'paid' | 'part-paid' | 'due' | 'past-due' | 'to-come';

/** Every payment still to come; for a lease also those already made, as they carry no split. */
export function presentSchedule(contract: Contract, today: BusinessDate) {
  return contract.product === 'loan' ? loanRows(contract, today) : leaseRows(contract, today);
}

function loanRows(loan: LoanContract, today: BusinessDate) {
  if (loan.status !== 'active' && loan.status !== 'matured') return [];
  return projectLoan(loan, today).map((row) => ({
    number: row.number,
    dueDate: row.dueDate as string,
    paymentCents: row.paymentCents.toString(),
    interestCents: row.interestCents.toString(),
    principalCents: row.principalCents.toString(),
    taxCents: '0',
    balanceCents: row.balanceCents.toString(),
    state: stateOf(row.dueDate, today),
  }));
}

function leaseRows(lease: LeaseContract, today: BusinessDate) {
  const { terms } = lease;
  const count = leasePaymentCount(terms);
  const open = new Map(openOn(lease, today).map((payment) => [payment.number, payment]));
  let prepaid = creditOf(lease.balances, 'prepaid-lease-payments');
  return Array.from({ length: count }, (_, index) => {
    const payment = leasePaymentOf(terms, index + 1);
    const total = totalOf(payment);
    const isDue = payment.dueDate <= today;
    const left = open.get(payment.number);
    let state: State = isDue ? 'paid' : 'to-come';
    if (left !== undefined) {
      state = totalOf(left) < total ? 'part-paid' : stateOf(payment.dueDate, today);
    } else if (!isDue && prepaid > 0n) {
      state = prepaid >= total ? 'paid' : 'part-paid';
      prepaid = prepaid >= total ? prepaid - total : 0n;
    }
    return {
      number: payment.number,
      dueDate: payment.dueDate as string,
      paymentCents: total.toString(),
      interestCents: '0',
      principalCents: payment.baseCents.toString(),
      taxCents: payment.taxCents.toString(),
      balanceCents: (BigInt(count - payment.number) * total).toString(),
      state,
    };
  });
}

function stateOf(dueDate: BusinessDate, today: BusinessDate): State {
  if (dueDate < today) return 'past-due';
  return dueDate === today ? 'due' : 'to-come';
}
