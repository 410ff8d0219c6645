import type * as operations from '@roadbook/api/operations/contracts';
import { oldestEntries } from '../book/read/read-entries.ts';
import type { Handler } from '../operation/handler.ts';
import { contractFor } from '../operation/load-contract.ts';
import type { CustomerSession } from '../people/session.ts';
import { csvHeader, csvRow } from './history-csv.ts';

const PAGE = 500;

/** The whole life of a contract as CSV that spreadsheets open. */
export const exportHistory: Handler<typeof operations.exportHistory, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const { contractId } = params;
  await contractFor(shell.store, contractId, caller.personId);
  const rows = [csvHeader(shell.lender)];
  for (let after = 0; ; ) {
    const entries = await oldestEntries(shell.store, contractId, after, PAGE);
    const last = entries.at(-1);
    if (last === undefined) break;
    for (const entry of entries) rows.push(csvRow(entry, shell.lender));
    after = last.seq;
  }
  return `${rows.join('\r\n')}\r\n`;
};
