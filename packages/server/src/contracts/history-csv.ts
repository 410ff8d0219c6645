import { ENTRY_WORDS } from '@roadbook/api/entry-words';
import { dollars } from '@roadbook/domain/money/cents';
import { readBody } from '../book/read/entry-body.ts';
import type { ListedEntry } from '../book/read/read-entries.ts';
import type { Lender } from '../lender/lender.ts';
import { localTime } from '../lender/local-time.ts';
import { zoneName } from '../lender/office-hours.ts';

/** The parts of an amount, by the lines that belong to each; what is left over is `Other`. */
const PARTS = [
  ['Interest', ['interest', 'unpaid-interest']],
  ['Principal', ['principal', 'due-principal', 'base-payment']],
  ['Tax', ['tax']],
  ['Fees', ['late-fees', 'other-fees', 'late-fee']],
] as const;

/** Entries that say something and move nothing: they have no amount in a list of money. */
const MOVES_NOTHING: ReadonlySet<string> = new Set([
  'payoff-quoted',
  'payment-scheduled',
  'scheduled-payment-cancelled',
  'scheduled-payment-skipped',
  'odometer-read',
  'hold-placed',
  'hold-lifted',
  'term-ended',
  'money-cleared',
]);

/** The names of the columns; the time of recording is the lender's own. */
export function csvHeader({ brand }: Lender): string {
  const recorded = `Recorded (${zoneName(brand.timeZone)})`;
  const parts = PARTS.map(([name]) => name);
  return row(['Date', recorded, 'What', 'Amount', ...parts, 'Other', 'Balance']);
}

/**
 * One entry in plain words and plain numbers. The parts of a row add up to its amount, so that a
 * spreadsheet can be trusted; what moves no money has no amount.
 */
export function csvRow(entry: ListedEntry, lender: Lender): string {
  const { lines } = readBody(entry.body);
  const { day, time } = localTime(lender, entry.recorded_at);
  const start = [entry.effective_date as string, `${day} ${time}`, ENTRY_WORDS[entry.kind]];
  const balance = dollars(entry.balance_cents);
  if (MOVES_NOTHING.has(entry.kind)) {
    return row([...start, '', ...PARTS.map(() => ''), '', balance]);
  }
  const parts = PARTS.map(([, labels]) =>
    lines
      .filter(({ label }) => (labels as readonly string[]).includes(label))
      .reduce((total, { cents }) => total + BigInt(cents), 0n),
  );
  const other = parts.reduce((rest, cents) => rest - cents, entry.amount_cents);
  return row([...start, dollars(entry.amount_cents), ...[...parts, other].map(dollars), balance]);
}

/** A row of cells; one with a comma or a quotation mark is quoted (RFC 4180). */
function row(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
