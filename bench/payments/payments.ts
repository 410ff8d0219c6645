import type { Benchmark } from '../benchmark.ts';
import { databaseConditions, openBenchSchema } from '../database/bench-schema.ts';
import { boardBook } from '../database/board-book.ts';
import { measureInProcess } from './in-process.ts';
import { measureOverHttp } from './over-http.ts';

const BOOK = 100_000;

/** Payments on a book of 100,000 loans on PostgreSQL: in process, then over HTTP. */
export const payments: Benchmark = {
  name: 'payments',
  run: async (say) => {
    const schema = await openBenchSchema();
    try {
      const contractIds = await boardBook(schema, BOOK, say);
      const inProcess = await measureInProcess(schema, contractIds, say);
      const overHttp = await measureOverHttp(schema, contractIds, say);
      return {
        figures: [...inProcess, overHttp.figure],
        conditions: {
          book: BOOK.toString(),
          ...(await databaseConditions(schema.store)),
          'load generator': overHttp.cpuShare,
        },
      };
    } finally {
      await schema.drop();
    }
  },
};
