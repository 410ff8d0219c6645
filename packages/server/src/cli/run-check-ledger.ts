import type { Shell } from '../http/context.ts';
import { checkLedger } from '../proof/check-ledger.ts';
import { reportLines } from '../proof/ledger-report.ts';
import type { Say } from './commands.ts';

/** Proves the ledger. Exit code 0 when it holds, 1 with every finding named. */
export async function runCheckLedger(shell: Shell, say: Say): Promise<number> {
  const report = await checkLedger(shell.store, (progress) => say.progress(progress));
  for (const line of reportLines(report)) say.line(line);
  return report.findingCount === 0 ? 0 : 1;
}
