import type { Benchmark, Figure, Findings, Say } from '../benchmark.ts';
import { databaseConditions, openBenchSchema } from '../database/bench-schema.ts';
import { againstCopy } from './against-copy.ts';
import { againstXmllint, xmllintVersion } from './against-xmllint.ts';
import type { BoardingRun } from './boarding-run.ts';
import { type BookFile, type BookFolder, makeBookFolder } from './book-files.ts';
import { runBoarding } from './run-boarding.ts';

/** A record is about 3,300 bytes, as in real files. */
const RECORDS = { parsed: 18_000, boarded: 8_000, remembered: 30_000, large: 106_000 } as const;

/** EX-102 files from disk: reading them, boarding them, and the memory that takes. */
export const boarding: Benchmark = {
  name: 'boarding',
  run: async (say) => {
    const folder = await makeBookFolder();
    try {
      return await measureBoarding(folder, say);
    } finally {
      await folder.remove();
    }
  },
};

async function measureBoarding(folder: BookFolder, say: Say): Promise<Findings> {
  const schema = await openBenchSchema();
  try {
    const figures = [await againstCopy(await folder.write(RECORDS.boarded), say)];
    const xmllint = await xmllintVersion();
    if (xmllint !== null) figures.push(await againstXmllint(await folder.write(RECORDS.parsed)));
    const large = await folder.write(RECORDS.large);
    say(`reading ${Math.round(large.megabytes)} MB`);
    const read = await runBoarding({ file: large.path, databaseUrl: null });
    figures.push(memoryFigure('reading', large, read));
    const whole = await folder.write(RECORDS.remembered);
    say(`boarding ${Math.round(whole.megabytes)} MB`);
    const boarded = await runBoarding({ file: whole.path, databaseUrl: schema.url });
    figures.push(memoryFigure('boarding', whole, boarded));
    const conditions = {
      xmllint: xmllint ?? 'is not here, so parsing has no reference and is left out',
      ...(await databaseConditions(schema.store)),
    };
    return { figures, conditions };
  } finally {
    await schema.drop();
  }
}

function memoryFigure(doing: string, file: BookFile, run: BoardingRun): Figure {
  if (run.records !== file.records) throw new Error(`${run.records} records of ${file.records}`);
  return {
    name: `most memory while ${doing} ${Math.round(file.megabytes)} MB`,
    measured: run.peakMegabytes,
    unit: 'MB',
    reference: null,
    ratio: run.peakMegabytes,
    target: { atMost: 400, unit: 'MB' },
    spread: [run.peakMegabytes, run.peakMegabytes],
    rounds: 1,
  };
}
