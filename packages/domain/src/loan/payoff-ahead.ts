import type { LoanContract, UnclearedPayment } from '../contract/contract.ts';
import { isRunning } from '../contract/status.ts';
import { type Breakdown, breakdown, line } from '../money/breakdown.ts';
import { addDays, type BusinessDate, laterOf } from '../time/calendar.ts';
import { perDiemMicros } from './accrual.ts';
import { type LateFeeToCome, lateFeesToCome } from './foresee-late-fees.ts';
import { maturityDateOf } from './installment.ts';
import { payoff, payoffCents } from './payoff.ts';

/**
 * The day at whose close a remainder within the small balance is written off because the last due
 * date has come; never before `notBefore`, null when no such day will come. Late fees that fall
 * until then are not in it: see `writeOffToCome`.
 */
export function smallBalanceDay(loan: LoanContract, notBefore: BusinessDate): BusinessDate | null {
  if (!isRunning(loan.status)) return null;
  const on = laterOf(maturityDateOf(loan.terms), notBefore);
  return isSmall(loan, payoffCents(loan, on)) ? on : null;
}

function isSmall({ terms }: LoanContract, left: bigint): boolean {
  return left > 0n && left <= terms.policy.smallBalanceCents;
}

/**
 * The payoff of a day ahead, as it will be if no money comes from `today` until then: with the late
 * fees that closes before that day assess, and nothing after the evening that writes a small
 * remainder off. What is promised for a day is what is asked for on it.
 */
export function payoffAhead(loan: LoanContract, on: BusinessDate, today: BusinessDate): Breakdown {
  return aheadOf(loan, on, lateFeesToCome(loan, on), writeOffToCome(loan, today));
}

function aheadOf(
  loan: LoanContract,
  on: BusinessDate,
  coming: readonly LateFeeToCome[],
  writeOff: WriteOffToCome | null,
): Breakdown {
  if (writeOff !== null && writeOff.on < on) return writeOff.nothing;
  const fees = coming.filter((fee) => fee.on < on).map((fee) => fee.line);
  return breakdown([...payoff(loan, on).lines, ...fees]);
}

/** The close that will write the rest of a loan off, and the payoff after it: nothing. */
type WriteOffToCome = { readonly on: BusinessDate; readonly nothing: Breakdown };

/** The late fees of that close come before it writes off: they count against the small balance. */
function writeOffToCome(loan: LoanContract, today: BusinessDate): WriteOffToCome | null {
  const on = smallBalanceDay(loan, today);
  if (on === null) return null;
  const fees = lateFeesToCome(loan, addDays(on, 1)).map((fee) => fee.line);
  const left = breakdown([...payoff(loan, on).lines, ...fees]);
  if (!isSmall(loan, left.totalCents)) return null;
  const gone = line('written-off', 'small-balance', -left.totalCents);
  return { on, nothing: breakdown([...left.lines, gone]) };
}

/** The payoff on each day of a stored promise. */
export type PayoffQuote = {
  readonly quotedOn: BusinessDate;
  readonly from: BusinessDate;
  readonly goodThrough: BusinessDate;
  readonly perDiemMicros: bigint;
  readonly days: readonly { readonly on: BusinessDate; readonly payoff: Breakdown }[];
  /** The amounts hold only if these payments are not returned. */
  readonly provided: readonly UnclearedPayment[];
};

/**
 * A payoff for every day from `from` through the good-through date, each from the formula and not
 * from a rounded per diem. Regulation: the amount for a day is never more than what is owed then.
 */
export function payoffQuote(
  loan: LoanContract,
  quotedOn: BusinessDate,
  from: BusinessDate,
): PayoffQuote {
  const start = laterOf(quotedOn, from);
  const goodThrough = addDays(start, loan.terms.policy.quoteDays);
  const days: { on: BusinessDate; payoff: Breakdown }[] = [];
  const coming = lateFeesToCome(loan, goodThrough);
  const writeOff = writeOffToCome(loan, quotedOn);
  for (let on = start; on <= goodThrough; on = addDays(on, 1)) {
    days.push({ on, payoff: aheadOf(loan, on, coming, writeOff) });
  }
  return {
    quotedOn,
    from: start,
    goodThrough,
    perDiemMicros: perDiemMicros(loan, start),
    days,
    provided: loan.facts.clearing,
  };
}
