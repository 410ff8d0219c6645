import { knownContracts } from '../book/write/board-contracts.ts';
import type { BoardingChecks } from '../lender/boarding-checks.ts';
import { identify } from './board-record.ts';
import type { BoardFile } from './boarding-job.ts';
import type { BoardingQuestion } from './boarding-summary.ts';
import { tooManyDays } from './check/file-age.ts';
import { lookedAt } from './look-ahead.ts';
import { cutOffOf } from './map/cut-off.ts';
import type { Ex102Item } from './read/boarding-item.ts';

/**
 * The items of a file again, and what has to be asked before any of them boards. All days from
 * the cut-off to the open day are lived at once, with their late fees and charge-offs, so a file
 * that is too old for its lender needs a person who says so. A file that is boarded already changes
 * nothing.
 */
export async function askAboutAge(
  job: BoardFile,
  checks: BoardingChecks,
): Promise<{
  readonly items: AsyncIterable<Ex102Item>;
  readonly question: BoardingQuestion | null;
}> {
  if (job.isOldFile === true) return { items: job.items, question: null };
  const rest = job.items[Symbol.asyncIterator]();
  const first: Ex102Item[] = [];
  let failure: unknown = null;
  try {
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      first.push(next.value);
      if (!next.value.ok) continue;
      const asOf = cutOffOf(next.value.record, job.asOf);
      const days = tooManyDays(asOf, job.openDay, checks);
      if (days === null || (await isKnown(job, next.value))) break;
      await rest.return?.();
      const question = { about: 'old-file', asOf, days, most: checks.cutOffDays } as const;
      return { items: lookedAt([], rest, null), question };
    }
  } catch (error) {
    failure = error;
  }
  return { items: lookedAt(first, rest, failure), question: null };
}

async function isKnown(
  { store, deal }: BoardFile,
  { record }: Extract<Ex102Item, { readonly ok: true }>,
): Promise<boolean> {
  const identified = identify(deal, record);
  const { recordHashes } = await knownContracts(store, [identified]);
  return recordHashes.has(identified.contractId);
}
