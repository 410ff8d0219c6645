import type { LeaseContract } from '../../contract/contract.ts';
import { record, type Step } from '../../contract/record.ts';
import type { Account } from '../../ledger/account.ts';
import { balanceOf, creditOf } from '../../ledger/balances.ts';
import { type Posting, postingUnlessZero } from '../../ledger/posting.ts';
import { type Line, line, withoutZeros } from '../../money/breakdown.ts';
import { type Cents, minCents } from '../../money/cents.ts';
import { type BusinessDate, laterOf } from '../../time/calendar.ts';
import { applyToOpen } from '../open-payments.ts';

/** What the lender holds of the customer's money, in the order in which it is used. */
const HELD = [
  { account: 'unapplied', label: 'unapplied', rule: 'unapplied-used' },
  { account: 'refunds-payable', label: 'refund', rule: 'refund-used' },
  { account: 'prepaid-lease-payments', label: 'prepaid', rule: 'prepaid-used' },
  { account: 'security-deposit', label: 'deposit', rule: 'deposit-used' },
] as const satisfies readonly {
  readonly account: Account;
  readonly label: string;
  readonly rule: string;
}[];

/** What the customer owes besides lease payments, in the order in which it is paid. */
const OWED = [
  'holdover-receivable',
  'third-party-receivable',
  'other-fees-receivable',
  'late-fees-receivable',
] as const satisfies readonly Account[];

/**
 * Uses the customer's own money for what is owed: lease payments oldest first, then charges. With
 * the last bill nothing is held back any longer: what is left is unapplied, and the close owes it
 * back (12 CFR 1013.4(g): a refundable deposit is part of what the lessee was promised).
 */
export function applyHeldMoney(
  step: Step<LeaseContract>,
  on: BusinessDate,
  releases: boolean,
): Step<LeaseContract> {
  const { contract } = step;
  const postings: Posting[] = [];
  const lines: Line[] = [];
  let open = contract.facts.open;
  const owed = new Map<Account, Cents>(
    OWED.map((account) => [account, balanceOf(contract.balances, account)]),
  );
  for (const { account: held, label, rule } of HELD) {
    const all = creditOf(contract.balances, held);
    if (all === 0n) continue;
    const paid = applyToOpen(open, all);
    open = paid.open;
    postings.push(
      ...postingUnlessZero(held, 'lease-payments-receivable', paid.baseCents),
      ...postingUnlessZero(held, 'tax-receivable', paid.taxCents),
    );
    let left = paid.leftCents;
    for (const account of OWED) {
      const cents = minCents(left, owed.get(account) ?? 0n);
      postings.push(...postingUnlessZero(held, account, cents));
      owed.set(account, (owed.get(account) ?? 0n) - cents);
      left -= cents;
    }
    lines.push(line(label, rule, all - left));
    if (releases && held !== 'unapplied' && held !== 'refunds-payable') {
      postings.push(...postingUnlessZero(held, 'unapplied', left));
      lines.push(line('unapplied', 'held-no-longer', left, { held }));
    }
  }
  if (postings.length === 0) return step;
  return record(
    step,
    { kind: 'held-money-applied', effectiveDate: on, postings, lines: withoutZeros(lines) },
    {
      facts: {
        ...contract.facts,
        lastEffective: laterOf(contract.facts.lastEffective, on),
        open,
      },
    },
  );
}
