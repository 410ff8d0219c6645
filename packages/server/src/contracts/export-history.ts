import { ContractId } from '@roadbook/api/schema/basic';
import { dollars } from '@roadbook/domain/money/cents';
import type { FastifyInstance } from 'fastify';
import { readBody } from '../book/read/entry-body.ts';
import { oldestEntries } from '../book/read/read-entries.ts';
import type { PortalOptions } from '../http/portal-options.ts';
import { sessionToken } from '../http/session-cookie.ts';
import { contractFor } from '../operation/load-contract.ts';
import { ProblemError } from '../operation/problem-error.ts';
import { findSession } from '../people/session.ts';

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

/** The whole life of a contract as a CSV file that spreadsheets open. */
export function exportHistory(app: FastifyInstance, { shell, isHttps }: PortalOptions): void {
  app.get<{ Params: { contractId: string } }>(
    '/contracts/:contractId/history.csv',
    async (request, reply) => {
      const open = shell();
      if (open === null) throw new ProblemError('starting');
      const token = sessionToken(request, isHttps);
      const session = token === null ? null : await findSession(open.store, token, open.clock());
      if (session === null) throw new ProblemError('not-signed-in');
      const parsed = ContractId.safeParse(request.params.contractId);
      if (!parsed.success) throw new ProblemError('contract-not-found');
      const contractId = parsed.data;
      await contractFor(open.store, contractId, session.personId);
      const rows = [HEADER.join(',')];
      for (let after = 0; ; ) {
        const entries = await oldestEntries(open.store, contractId, after, 500);
        const last = entries.at(-1);
        if (last === undefined) break;
        for (const entry of entries) rows.push(csvRow(entry));
        after = last.seq;
      }
      return reply
        .type('text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="history-${contractId.slice(-12)}.csv"`,
        )
        .header('cache-control', 'no-store')
        .send(`${rows.join('\r\n')}\r\n`);
    },
  );
}

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
