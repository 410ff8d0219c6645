import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { openEmptyStore } from '@roadbook/server/testing/test-store';
import { expect, test } from 'vitest';
import { putBook, takeBook } from './book-file.ts';
import { BOOK_KEYS, fillBook } from './fill-book.ts';
import { checkOldBooksOn } from './old-books-suite.ts';
import { showBook } from './shown-book.ts';

checkOldBooksOn('embedded');

/** Half a year of closes takes a while where other programs run as well. */
const HALF_A_YEAR_MS = 300_000;

test(
  'the book of this build can be made, and is the same in another database',
  async () => {
    const made = await openEmptyStore('embedded');
    await fillBook(made.store);
    const book = await takeBook(made.store, BOOK_KEYS);
    const shown = await showBook(made.store);
    await made.end();
    const put = await openEmptyStore('embedded');
    await putBook(put.store, book);
    expect(await takeBook(put.store, BOOK_KEYS)).toEqual(book);
    expect(await showBook(put.store)).toEqual(shown);
    expect((await checkLedger(put.store)).findings).toEqual([]);
    await put.end();
  },
  HALF_A_YEAR_MS,
);
