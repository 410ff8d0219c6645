import { decimalOf } from '../../../../shared/format/cents.ts';
import type { Transaction } from './transaction-words.ts';

const COLUMNS = [
  'effective_date',
  'business_date',
  'recorded_at',
  'kind',
  'amount',
  'balance_after',
  'payment_state',
  'payment_method',
  'parts',
  'entry',
] as const;

/**
 * The life of a contract as CSV (RFC 4180), oldest first: amounts as plain decimals, dates as
 * YYYY-MM-DD. The parts of an amount stand in one field as "principal 390.91; interest 55.69".
 */
export function transactionsCsv(newestFirst: readonly Transaction[]): string {
  const rows = [...newestFirst]
    .reverse()
    .map((entry) => [
      entry.effectiveDate,
      entry.businessDate,
      entry.recordedAt,
      entry.kind,
      decimalOf(entry.amountCents),
      decimalOf(entry.balanceCents),
      entry.payment?.state ?? '',
      entry.payment?.methodLabel ?? '',
      entry.lines.map(({ label, cents }) => `${label} ${decimalOf(cents)}`).join('; '),
      entry.entryId,
    ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** Quoted where it must be; a text that a spreadsheet would run as a formula is made plain text. */
function field(text: string): string {
  const plain = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
