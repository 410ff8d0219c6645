import type { LeaseContract } from '../../contract/contract.ts';
import type { BillCharge, BillLine, FinalBill } from '../../contract/give-back.ts';
import { record, type Step } from '../../contract/record.ts';
import type { Account } from '../../ledger/account.ts';
import { type Posting, posting, type TaxDetail } from '../../ledger/posting.ts';
import { type Line, line, withoutZeros } from '../../money/breakdown.ts';
import type { Cents } from '../../money/cents.ts';
import { type BusinessDate, laterOf } from '../../time/calendar.ts';
import { applyHeldMoney } from './apply-held-money.ts';

/** Where a line of a bill is owed. Tax is owed beside its charge, as with every other charge. */
export function receivableOf({ charge }: Pick<BillLine, 'charge'>): Account {
  return charge === 'third-party' ? 'third-party-receivable' : 'other-fees-receivable';
}

/**
 * Charges a bill, one posting a line, and pays it from what the lender holds of the customer's
 * money. What a waiver or an offer takes off is never income.
 */
export function applyBill(step: Step<LeaseContract>, bill: FinalBill): Step<LeaseContract> {
  const { contract } = step;
  const { facts } = contract;
  const on = bill.issuedOn;
  const charged = record(
    step,
    {
      kind: 'final-bill',
      effectiveDate: on,
      // Charges first: a waiver lowers what already stands.
      postings: [
        ...bill.lines.filter(({ chargeCents }) => chargeCents >= 0n),
        ...bill.lines.filter(({ chargeCents }) => chargeCents < 0n),
      ].flatMap((each) => linePostings(contract, each, on)),
      lines: bill.lines.flatMap((each) => shownLines(contract, each)),
      act: { act: 'final-bill', bill },
      memo: { billId: bill.billId },
    },
    {
      facts: {
        ...facts,
        lastEffective: laterOf(facts.lastEffective, on),
        giveBack: { ...facts.giveBack, bills: [...facts.giveBack.bills, bill] },
      },
    },
  );
  return applyHeldMoney(charged, on, bill.isLast);
}

function linePostings(lease: LeaseContract, each: BillLine, on: BusinessDate): Posting[] {
  const owed = receivableOf(each);
  const tax = taxDetail(lease, each.chargeCents, on);
  const earned = each.charge === 'third-party' ? 'cash' : 'fee-income';
  return each.chargeCents >= 0n
    ? [
        ...movement(owed, earned, each.chargeCents),
        ...movement(owed, 'tax-payable', each.taxCents, tax),
      ]
    : [
        ...movement('waivers', owed, -each.chargeCents),
        ...movement('tax-payable', owed, -each.taxCents, tax),
      ];
}

function movement(debit: Account, credit: Account, cents: Cents, tax?: TaxDetail): Posting[] {
  if (cents === 0n) return [];
  const moved = posting(debit, credit, cents);
  return [tax === undefined ? moved : { ...moved, tax }];
}

export function taxDetail(
  { terms }: LeaseContract,
  taxableCents: Cents,
  taxDate: BusinessDate,
): TaxDetail {
  const { jurisdiction, ratePpb } = terms.tax;
  return { jurisdiction, ratePpb, taxableCents, taxDate };
}

/** What the history says of a charge. The bill itself has the rule of each line. */
const SHOWN_RULES: Readonly<Record<BillCharge, string | null>> = {
  'disposition-fee': 'disposition-billed',
  'excess-miles': null,
  'excess-wear': 'wear-billed',
  'third-party': 'third-party-billed',
};

/** A line of the bill as the history has it, its tax beside it. */
export function shownLines({ terms }: LeaseContract, each: BillLine): Line[] {
  const { lineId, charge, rule, inputs, chargeCents, taxCents } = each;
  const shown = chargeCents < 0n ? 'bill-line-waived' : (SHOWN_RULES[charge] ?? rule);
  return withoutZeros([
    line(charge, shown, chargeCents, { ...inputs, lineId }),
    line('tax', 'tax-on-charge', taxCents, {
      charge,
      lineId,
      taxableCents: chargeCents.toString(),
      ratePpb: terms.tax.ratePpb.toString(),
    }),
  ]);
}
