import type { LeaseContract } from '../../contract/contract.ts';
import type { RefundPaid } from '../../contract/give-back.ts';
import { record, type Step } from '../../contract/record.ts';
import { creditOf } from '../../ledger/balances.ts';
import { postingUnlessZero } from '../../ledger/posting.ts';
import { line, withoutZeros } from '../../money/breakdown.ts';
import { minCents } from '../../money/cents.ts';
import { laterOf } from '../../time/calendar.ts';

/**
 * Money went back to the customer. Where a payment behind it came back from the bank afterwards,
 * the refund was too much: the customer owes that part again.
 */
export function applyRefund(step: Step<LeaseContract>, refund: RefundPaid): Step<LeaseContract> {
  const { contract } = step;
  const { refundId, on, refundCents } = refund;
  const owed = minCents(refundCents, creditOf(contract.balances, 'refunds-payable'));
  const unapplied = minCents(refundCents - owed, creditOf(contract.balances, 'unapplied'));
  const tooMuch = refundCents - owed - unapplied;
  return record(
    step,
    {
      kind: 'refund-paid',
      effectiveDate: on,
      postings: [
        ...postingUnlessZero('refunds-payable', 'cash', owed),
        ...postingUnlessZero('unapplied', 'cash', unapplied),
        ...postingUnlessZero('other-fees-receivable', 'cash', tooMuch),
      ],
      lines: withoutZeros([
        line('refund', 'refund-paid', owed + unapplied),
        line('refund', 'refund-not-owed-after-all', tooMuch),
      ]),
      act: { act: 'refund-paid', refund },
      memo: { refundId },
    },
    {
      facts: {
        ...contract.facts,
        lastEffective: laterOf(contract.facts.lastEffective, on),
      },
    },
  );
}
