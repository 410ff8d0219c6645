import type { Contract } from '@roadbook/domain/contract/contract';
import type { Line } from '@roadbook/domain/money/breakdown';
import { sumCents } from '@roadbook/domain/money/cents';
import { standingOn } from '@roadbook/domain/payment/standing/stand-after';
import type { Standing } from '@roadbook/domain/payment/standing/standing';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** A key of the copy catalogue with what its sentence needs. */
export type Note = { readonly note: string; readonly facts: Record<string, string> };

type Asked = {
  readonly amountCents: string;
  readonly purpose: string;
  readonly on: BusinessDate;
  readonly today: BusinessDate;
  readonly lines: readonly Line[];
  readonly after: Standing;
};

/** What a customer should know before paying, beside where the money goes. */
export function paymentNotes(before: Contract, asked: Asked): Note[] {
  const { lines, after } = asked;
  const notes: Note[] = [];
  if (after.status === 'paid-off') notes.push({ note: 'pays-off', facts: {} });
  notes.push(...feeNotes(before, asked), ...principalNotes(asked), ...otherPayments(before, asked));
  if (asked.on > asked.today && lines.length === 0)
    notes.push({ note: 'nothing-drawn', facts: {} });
  return notes;
}

/** A day after the grace costs a late fee that an earlier day would not. */
function feeNotes(before: Contract, { on, today }: Asked): Note[] {
  const { lateFee } = standingOn(before, today);
  if (lateFee === null || on <= lateFee.payBy) return [];
  const { payBy, feeCents, dueDate } = lateFee;
  return [{ note: 'after-grace', facts: { payBy, dueDate, feeCents: feeCents.toString() } }];
}

/** Extra principal pays the interest of the days before it first. */
function principalNotes({ purpose, lines }: Asked): Note[] {
  if (purpose !== 'principal-only') return [];
  const centsOf = (...labels: string[]) =>
    sumCents(lines.filter(({ label }) => labels.includes(label)).map(({ cents }) => cents));
  const interestCents = centsOf('interest', 'unpaid-interest');
  const facts = {
    interestCents: interestCents.toString(),
    principalCents: centsOf('principal', 'due-principal').toString(),
  };
  return interestCents === 0n ? [] : [{ note: 'interest-first', facts }];
}

/** What is promised for other days, and a payment like this one that is clearing. */
function otherPayments(before: Contract, { amountCents, today }: Asked): Note[] {
  const { promises: scheduled, clearing: uncleared } = before.facts;
  const notes = scheduled
    .filter(({ on }) => on >= today)
    .map(({ on, amountCents: cents }): Note => {
      return { note: 'other-payment-promised', facts: { on, amountCents: cents.toString() } };
    });
  const twin = uncleared.some((each) => each.amountCents.toString() === amountCents);
  return twin ? [...notes, { note: 'same-amount-clearing', facts: { amountCents } }] : notes;
}
