import { type Rounds, roundsOf } from './median.ts';

/** One way of doing a thing; `run` does it for so long and answers how often a second. */
export type Contender = {
  readonly name: string;
  readonly run: (ms: number) => Promise<number>;
};

/**
 * Lets contenders take turns, so that a machine that is busier now than then is busy for each. One
 * short round warms up and counts for nothing; every second round goes in the other order.
 */
export async function alternate(
  contenders: readonly Contender[],
  { rounds, ms, warmUpMs }: { rounds: number; ms: number; warmUpMs: number },
): Promise<ReadonlyMap<string, Rounds>> {
  for (const each of contenders) await each.run(warmUpMs);
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const { name, run } of order) rates.get(name)?.push(await run(ms));
  }
  return new Map([...rates].map(([name, list]) => [name, roundsOf(list)]));
}
