import type { LeaseContract } from '@roadbook/domain/contract/contract';
import {
  type BillLine,
  type Dispute,
  disputedLines,
  type FinalBill,
  leftOfLine,
  type ReturnQuote,
} from '@roadbook/domain/contract/give-back';
import { owedInAll } from '@roadbook/domain/lease/give-back/settled';
import { totalOfBill } from '@roadbook/domain/lease-end/case/give-back-charges';
import { receiveCar } from '@roadbook/domain/lease-end/case/receive-car';
import type { LeaseEndPolicy } from '@roadbook/domain/lease-end/lease-end-policy';
import { creditOf } from '@roadbook/domain/ledger/balances';
import { type Cents, sumCents } from '@roadbook/domain/money/cents';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { onWire } from '../../operation/on-wire.ts';
import { type KeyRing, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import type { DisputeRow } from './dispute.sql.ts';

/** What a screen shows of a car on its way back: the contract says it, its disputes add words. */
export function presentGiveBack(
  lease: LeaseContract,
  policy: LeaseEndPolicy,
  openDay: BusinessDate,
  ring: KeyRing,
  rows: readonly DisputeRow[],
  hasForm: boolean,
) {
  const { giveBack } = lease.facts;
  const { handOver, bills, quote } = giveBack;
  const isBilled = bills.some(({ isLast }) => isLast);
  const promised = handOver === null ? null : addDays(handOver.on, policy.finalBillDays);
  const billBy = isBilled ? null : promised;
  const shown = (line: BillLine) => {
    const left = leftOfLine(giveBack, line);
    const dispute = giveBack.disputes.find((each) => each.lineId === line.lineId);
    return {
      ...onWire(line),
      leftCents: left.chargeCents.toString(),
      leftTaxCents: left.taxCents.toString(),
      dispute: dispute === undefined ? null : presentDispute(dispute, ring, rows),
    };
  };
  return {
    stage: stageOf(lease, isBilled),
    quote: quote === null ? null : presentQuote(lease, quote, policy, openDay),
    receipt: handOver === null ? null : { ...onWire(handOver), hasForm },
    bills: bills.map((bill: FinalBill) => ({
      billId: bill.billId,
      issuedOn: bill.issuedOn as string,
      isLast: bill.isLast,
      lines: bill.lines.map(shown),
      totalCents: totalOfBill(bill.lines).toString(),
    })),
    billBy: billBy as string | null,
    isBillLate: billBy !== null && openDay > billBy,
    owedCents: owedInAll(lease).toString(),
    disputedCents: sumCents(
      disputedLines(giveBack).map((line) => leftCents(lease, line)),
    ).toString(),
    refundCents: (
      creditOf(lease.balances, 'refunds-payable') + creditOf(lease.balances, 'unapplied')
    ).toString(),
  };
}

function leftCents({ facts }: LeaseContract, line: BillLine): Cents {
  const left = leftOfLine(facts.giveBack, line);
  return left.chargeCents + left.taxCents;
}

function stageOf({ status, facts }: LeaseContract, isBilled: boolean) {
  if (facts.giveBack.handOver === null) return 'with-customer' as const;
  if (status === 'closed') return 'settled' as const;
  return isBilled ? ('billed' as const) : ('received' as const);
}

function presentQuote(
  lease: LeaseContract,
  quote: ReturnQuote,
  policy: LeaseEndPolicy,
  openDay: BusinessDate,
) {
  const { quoteId, issuedOn, goodThrough, miles, toleranceMiles, lines } = quote;
  const isGood = lease.facts.giveBack.handOver === null && openDay <= goodThrough;
  const totalCents = totalOfBill(lines);
  return {
    quoteId,
    issuedOn: issuedOn as string,
    goodThrough: goodThrough as string,
    isGood,
    miles,
    toleranceMiles,
    lines: onWire(lines),
    totalCents: totalCents.toString(),
    todayCents: (isGood ? counterCents(lease, quote, policy, openDay) : totalCents).toString(),
  };
}

/** What would be owed at the counter today: the receipt is decided and nothing is written. */
function counterCents(
  lease: LeaseContract,
  quote: ReturnQuote,
  policy: LeaseEndPolicy,
  on: BusinessDate,
): Cents {
  const handOver = {
    handOverId: quote.quoteId,
    on,
    miles: quote.miles,
    milesReason: 'checked' as const,
    hasNewDamage: false,
  };
  const command = { handOver, receivedBy: 'nobody', form: 'none', billId: quote.quoteId };
  const outcome = receiveCar(lease, command, policy, on, null);
  const owed = outcome.outcome === 'decided' ? outcome.receipt.owedCents : null;
  return typeof owed === 'bigint' ? owed : totalOfBill(quote.lines);
}

function presentDispute(dispute: Dispute, ring: KeyRing, rows: readonly DisputeRow[]) {
  const { disputeId, raisedOn, outcome, reason } = dispute;
  const row = rows.find((each) => each.dispute_id === disputeId);
  return {
    disputeId,
    raisedOn: raisedOn as string,
    decideBy: outcome === null && row !== undefined ? (row.decide_by as string) : null,
    outcome,
    // A dispute that was decided before reasons were kept has none.
    reason: reason ?? null,
    words:
      row === undefined
        ? null
        : unseal(ring, identityOf.billDispute(disputeId), {
            keyId: row.key_id,
            sealed: row.sealed,
          }),
  };
}
