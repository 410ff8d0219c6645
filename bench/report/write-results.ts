import { writeFile } from 'node:fs/promises';
import { type Findings, isReached } from '../benchmark.ts';

/** Writes every figure with its conditions, for programs to compare; answers where. */
export async function writeResults(
  machine: Readonly<Record<string, string>>,
  results: Readonly<Record<string, Findings>>,
): Promise<string> {
  const benchmarks = Object.entries(results).map(([name, { figures, conditions }]) => ({
    name,
    conditions,
    figures: figures.map((figure) => ({ ...figure, reached: isReached(figure) })),
  }));
  const file = new URL('../results.json', import.meta.url);
  await writeFile(file, `${JSON.stringify({ machine, benchmarks }, null, 2)}\n`);
  return 'bench/results.json';
}
