import { forgetUnusedDay, servicingDayAt } from '../../book/day/business-day.ts';
import { countContracts } from '../../book/read/count-contracts.ts';
import { makeDemo } from '../../demo/make-demo.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Say } from '../command-request.ts';
import { ALL_DONE, NOTHING_DONE } from '../exit-codes.ts';

/** Makes the demonstration: a fictional portfolio that has lived through half a year. */
export async function runDemo(shell: Shell, say: Say): Promise<number> {
  const { store, lender, clock } = shell;
  if ((await countContracts(store)) > 0n) {
    say.line('This database has contracts already. The demonstration needs an empty one.');
    return NOTHING_DONE;
  }
  await forgetUnusedDay(store);
  const today = servicingDayAt(lender, clock());
  const report = await makeDemo({ ...shell, today, onProgress: say.progress });
  for (const line of report.lines) say.line(line);
  return ALL_DONE;
}
