import type { Benchmark, Say } from '../benchmark.ts';
import { CannotMeasure } from '../benchmark.ts';
import { databaseConditions } from '../database/bench-schema.ts';
import { againstCopy } from './against-copy.ts';
import { type BookSize, boardCloseBook } from './close-book.ts';
import { type CloseBook, insideBooks } from './inside-books.ts';

/** Contracts with something to do in every book whose size is compared. */
const DUE = 12_000;
/** Of a hundred contracts, how many have something to do on a busy night. */
const BUSY_PERCENT = 12;
const DEFAULT_SIZE = 100_000;
const COMPARED = [12_000, 100_000, 1_000_000] as const;

/** The nightly close on PostgreSQL: against COPY, and inside books of growing size. */
export const close: Benchmark = {
  name: 'close',
  run: async (say, { size = DEFAULT_SIZE }) => {
    const books: CloseBook[] = [];
    try {
      for (const each of sizesUpTo(size)) {
        books.push({ size: each, schema: await boardCloseBook(each, say) });
      }
      const largest = books.at(-1);
      if (largest === undefined) throw new CannotMeasure('There is no book to close.');
      const inside = await insideBooks(books, say);
      const figures = [...(await againstCopy(largest.schema, largest.size, say)), ...inside];
      const conditions = {
        book: largest.size.contracts.toString(),
        ...(await databaseConditions(largest.schema.store)),
      };
      return { figures, conditions };
    } finally {
      await dropAll(books, say);
    }
  },
};

function sizesUpTo(size: number): BookSize[] {
  const [smallest] = COMPARED;
  if (size <= smallest || size % 50 !== 0) {
    throw new CannotMeasure(`--size takes a multiple of 50 over ${smallest}, such as 100000.`);
  }
  const compared = [...COMPARED.filter((each) => each < size), size];
  return compared.map((contracts) => ({
    contracts,
    dueEarly: DUE,
    dueLater: contracts === size ? (contracts * BUSY_PERCENT) / 100 : 0,
  }));
}

async function dropAll(books: readonly CloseBook[], say: Say): Promise<void> {
  if (books.length > 0) say(`dropping ${books.length} books`);
  for (const { schema } of books) await schema.drop();
}
