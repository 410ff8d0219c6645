import type { Line } from '../amount/breakdown.ts';
import { labelOf } from '../amount/line-words.ts';
import { hasCopy, t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import { formatDate } from '../format/date.ts';
import { formatMiles } from '../format/miles.ts';
import type { Response } from '../wire/client.ts';

export type Transaction = Response<'listTransactions'>['transactions'][number];

/** What an entry is, in a word or two; one that this release does not know is shown as its code. */
export function kindWords({ kind, amountCents, reason }: Transaction): string {
  if (kind === 'late-fee' && amountCents === '0') return t('kind.late-fee-none');
  if (kind === 'payment-reversed' && reason === null) return t('kind.payment-recalculated');
  const key = `kind.${kind}`;
  return hasCopy(key) ? t(key) : kind.replaceAll('-', ' ');
}

/**
 * "Of your $446.60: $390.91 principal, $55.69 interest for 31 days"; null when nothing was split.
 */
export function splitWords({ kind, amountCents, lines }: Transaction): string | null {
  if (kind !== 'payment' && kind !== 'payment-reapplied') return null;
  if (lines.length === 0) return null;
  const labels = lines.map(({ label }) => label);
  // The principal of what was due and the principal beyond it are told apart where both are paid.
  const both = labels.includes('due-principal') && labels.includes('principal');
  return t('history.of-your', {
    amount: formatCents(amountCents),
    parts: lines.map((line) => partWords(line, both)).join(', '),
  });
}

function partWords(line: Line, both: boolean): string {
  const amount = formatCents(line.cents);
  const { days } = line.inputs;
  if (both && line.label === 'due-principal') return t('part.principal-due', { amount });
  if (both && line.label === 'principal') return t('part.principal-extra', { amount });
  const key = days === undefined ? `part.${line.label}` : `part.${line.label}-days`;
  if (hasCopy(key)) return t(key, { amount, days: days ?? '' });
  return t('part.other', { amount, label: labelOf(line).toLowerCase() });
}

/** Why something was taken back or not done: in words where we have them, else its code. */
export function reasonWords(reason: string): string {
  const key = `reason.${reason.toLowerCase()}`;
  return hasCopy(key) ? t(key) : t('history.reason', { reason: reason.toUpperCase() });
}

/** What the odometer showed, on which day, and who read it. */
export function readingWords({ miles, on, source }: NonNullable<Transaction['reading']>): string {
  const key = `history.reading-${source}`;
  const values = { miles: formatMiles(miles), day: formatDate(on) };
  return hasCopy(key) ? t(key, values) : t('history.reading', values);
}

/** Where a payment stands: accepted, cleared, taken back, or worked out anew. */
export function stateWords({ payment, kind }: Transaction): string | null {
  if (payment === null || (kind !== 'payment' && kind !== 'payment-reapplied')) return null;
  return t(`state.${payment.state}`);
}
