import type * as operations from '@roadbook/api/operations/contracts';
import { dollars } from '@roadbook/domain/money/cents';
import { readBody } from '../book/read/entry-body.ts';
import { oldestEntries } from '../book/read/read-entries.ts';
import type { Handler } from '../operation/handler.ts';
import { contractFor } from '../operation/load-contract.ts';
import type { CustomerSession } from '../people/session.ts';

/** The parts of an amount, by the lines that belong to each; what is left over is `Other`. */
const PARTS = [
  ['Interest', ['interest', 'unpaid-interest']],
  ['Principal', ['principal', 'due-principal', 'base-payment']],
  ['Tax', ['tax']],
  ['Fees', ['late-fees', 'other-fees', 'late-fee']],
] as const;

const HEADER = [
  'Date',
  'Recorded',
  'What',
  'Amount',
  ...PARTS.map(([name]) => name),
  'Other',
  'Balance',
];

const PAGE = 500;

/** The whole life of a contract as CSV that spreadsheets open. */
export const exportHistory: Handler<typeof operations.exportHistory, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const { contractId } = params;
  await contractFor(shell.store, contractId, caller.personId);
  const rows = [HEADER.join(',')];
  for (let after = 0; ; ) {
    const entries = await oldestEntries(shell.store, contractId, after, PAGE);
    const last = entries.at(-1);
    if (last === undefined) break;
    for (const entry of entries) rows.push(csvRow(entry));
    after = last.seq;
  }
  return `${rows.join('\r\n')}\r\n`;
};

/** The parts of every row add up to its amount, so that a spreadsheet can be trusted. */
function csvRow(entry: Awaited<ReturnType<typeof oldestEntries>>[number]): string {
  const { lines } = readBody(entry.body);
  const parts = PARTS.map(([, labels]) =>
    lines
      .filter(({ label }) => (labels as readonly string[]).includes(label))
      .reduce((total, { cents }) => total + BigInt(cents), 0n),
  );
  const other = parts.reduce((rest, cents) => rest - cents, entry.amount_cents);
  return [
    entry.effective_date,
    entry.recorded_at,
    entry.kind,
    dollars(entry.amount_cents),
    ...[...parts, other].map(dollars),
    dollars(entry.balance_cents),
  ].join(',');
}
