import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { servicingDayAt } from '../../book/day/business-day.ts';
import { LARKSPUR } from '../../lender/larkspur/larkspur.ts';
import { DEMO_SEED, demoFiles } from './demo-files.ts';

/** Writes the demonstration's files as of today, for people to look at and to board elsewhere. */
export async function writeDemoFiles(
  folder: string,
  say: { readonly line: (text: string) => void },
  nowMs = Date.now(),
): Promise<void> {
  const { loans, leases, parties } = demoFiles(DEMO_SEED, servicingDayAt(LARKSPUR, nowMs));
  await mkdir(folder, { recursive: true });
  for (const { name, text } of [loans, leases, parties]) {
    const path = join(folder, name);
    await writeFile(path, text);
    say.line(`Wrote ${path}`);
  }
}
