import { checkLedger } from '../../book/proof/check-ledger.ts';
import { reportLines } from '../../book/proof/ledger-report.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Say } from '../command-request.ts';
import { ALL_DONE, SOME_FAILED } from '../exit-codes.ts';

/** Proves the ledger. Every finding is named. */
export async function runCheckLedger(shell: Shell, say: Say): Promise<number> {
  const startedMs = shell.clock();
  const report = await checkLedger(shell.store, ({ contracts, allContracts, entries }) => {
    const seconds = Math.max(1, shell.clock() - startedMs) / 1_000;
    const left = contracts === 0 ? 0 : (seconds * (allContracts - contracts)) / contracts;
    say.progress(
      `Proving: ${contracts} of ${allContracts} contracts, ${Math.round(entries / seconds)} ` +
        `entries a second, ${Math.ceil(left)} s left`,
    );
  });
  for (const line of reportLines(report)) say.line(line);
  return report.findingCount === 0 ? ALL_DONE : SOME_FAILED;
}
