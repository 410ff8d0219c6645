import type { LeaseContract } from '../../contract/contract.ts';
import { type BillCredit, billedLines } from '../../contract/give-back.ts';
import { record, type Step } from '../../contract/record.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { type Posting, postingUnlessZero } from '../../ledger/posting.ts';
import { line, withoutZeros } from '../../money/breakdown.ts';
import { type Cents, minCents } from '../../money/cents.ts';
import { laterOf } from '../../time/calendar.ts';
import { receivableOf, taxDetail } from './charge-bill.ts';

/**
 * Takes so much off a line of a bill again, tax with it. What was paid of it already is the
 * customer's: it waits unapplied, and the close owes it back.
 */
export function applyCredit(step: Step<LeaseContract>, credit: BillCredit): Step<LeaseContract> {
  const { contract } = step;
  const { facts } = contract;
  const { creditId, lineId, chargeCents, taxCents, on, reason, decidedBy } = credit;
  const billed = billedLines(facts.giveBack).find((each) => each.lineId === lineId);
  if (billed === undefined) throw new RangeError(`no line ${lineId} was billed`);
  const receivable = receivableOf(billed);
  let owed = balanceOf(contract.balances, receivable);
  const postings: Posting[] = [];
  const take = (debit: 'waivers' | 'tax-payable', amount: Cents): void => {
    const lowered = minCents(amount, owed);
    owed -= lowered;
    const both = [
      ...postingUnlessZero(debit, receivable, lowered),
      ...postingUnlessZero(debit, 'unapplied', amount - lowered),
    ];
    const tax = taxDetail(contract, -chargeCents, on);
    postings.push(...(debit === 'waivers' ? both : both.map((each) => ({ ...each, tax }))));
  };
  take('waivers', chargeCents);
  take('tax-payable', taxCents);
  const inputs = { lineId, reason };
  return record(
    step,
    {
      kind: 'bill-credit',
      effectiveDate: on,
      postings,
      lines: withoutZeros([
        line(billed.charge, 'bill-line-lowered', -chargeCents, inputs),
        line('tax', 'tax-on-charge', -taxCents, {
          charge: billed.charge,
          lineId,
          taxableCents: (-chargeCents).toString(),
          ratePpb: contract.terms.tax.ratePpb.toString(),
        }),
      ]),
      act: { act: 'bill-credit', credit },
      memo: { creditId, lineId, reason, decidedBy },
    },
    {
      facts: {
        ...facts,
        lastEffective: laterOf(facts.lastEffective, on),
        giveBack: { ...facts.giveBack, credits: [...facts.giveBack.credits, credit] },
      },
    },
  );
}
