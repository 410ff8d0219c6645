import { join } from 'node:path';
import type { Benchmark, Figure, Findings, Say } from '../benchmark.ts';
import { databaseConditions, openBenchSchema } from '../database/bench-schema.ts';
import { againstCopy } from './against-copy.ts';
import { againstXmllint, xmllintVersion } from './against-xmllint.ts';
import { type BookFile, type BookFolder, makeBookFolder } from './book-files.ts';
import { embeddedGrowth } from './embedded-memory.ts';
import { runBoarding } from './run-boarding.ts';

/** Records of each file; one has about 3,900 bytes, so the largest file is over 350 MB. */
const RECORDS = { boarded: 24_000, parsed: 16_000, remembered: 26_000, large: 92_000 } as const;

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
    const boarded = await folder.write(RECORDS.boarded);
    const figures = [await againstCopy(boarded, say)];
    const xmllint = await xmllintVersion();
    if (xmllint !== null) figures.push(await againstXmllint(await folder.write(RECORDS.parsed)));
    figures.push(await peakFigure('reading', await folder.write(RECORDS.large), null));
    const remembered = await folder.write(RECORDS.remembered);
    figures.push(await peakFigure('boarding', remembered, schema.url));
    const growth = await embeddedGrowth(join(folder.path, 'embedded'), boarded, say);
    const name = `growth of an embedded server, boarding ${Math.round(boarded.megabytes)} MB`;
    if (growth !== null) figures.push(memoryFigure(name, growth, 150));
    const conditions = {
      xmllint: xmllint ?? 'is not here, so parsing has no reference and is left out',
      ...(await databaseConditions(schema.store)),
    };
    return { figures, conditions };
  } finally {
    await schema.drop();
  }
}

/** The most memory of a process that reads a file, or boards it where a database is given. */
async function peakFigure(
  doing: string,
  { path, records, megabytes }: BookFile,
  databaseUrl: string | null,
): Promise<Figure> {
  const run = await runBoarding({ file: path, databaseUrl });
  if (run.records !== records) throw new Error(`${run.records} records of ${records}`);
  const name = `most memory, ${doing} ${Math.round(megabytes)} MB`;
  return memoryFigure(name, run.peakMegabytes, 400);
}

function memoryFigure(name: string, measured: number, atMost: number): Figure {
  return {
    name,
    measured,
    unit: 'MB',
    reference: null,
    ratio: measured,
    target: { atMost, unit: 'MB' },
    spread: [measured, measured],
    rounds: 1,
  };
}
