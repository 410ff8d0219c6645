/** The late fee a customer was warned of is the one that comes, if no money comes in between. */
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import { date } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';
import { tomorrow } from './oracle/days.ts';
import type { Life } from './oracle/life.ts';
import type { Shell } from './shell.ts';

export type Announced = { readonly feeCents: bigint; readonly seq: number };

/** What is announced for tomorrow's close, once today was the last timely day. */
export function announcedFee({ contract }: Shell, life: Life): Announced {
  if (!life.books.asked.has(tomorrow(life.today))) return { feeCents: 0n, seq: contract.version };
  const on = date(life.today);
  const { lateFee } =
    contract.product === 'loan' ? loanAmountDue(contract, on) : leaseAmountDue(contract, on);
  const comes = lateFee?.payBy === life.today;
  return { feeCents: comes ? (lateFee?.feeCents ?? 0n) : 0n, seq: contract.version };
}

/** Compares what was announced yesterday with the fees that tonight's close assessed. */
export function feeCame(
  announced: Announced | null,
  { history }: Shell,
  life: Life,
  isQuiet: boolean,
): void {
  if (announced === null || !isQuiet) return;
  const tonight = history.slice(announced.seq);
  if (tonight.some(({ kind }) => kind === 'payment')) return;
  const fees = tonight
    .filter(({ kind }) => kind === 'late-fee')
    .flatMap(({ lines }) => lines)
    .reduce((sum, { cents }) => sum + cents, 0n);
  same(`the late fee announced for ${life.today}`, fees, announced.feeCents);
}
