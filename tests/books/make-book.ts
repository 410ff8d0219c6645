/**
 * Makes the book of this build on the embedded database and writes it beside the others. Run it
 * when a migration has landed: node --import tsx tests/books/make-book.ts 0012-what-it-did
 */
import { openEmbedded } from '@roadbook/server/platform/database/embedded';
import { takeBook, writeBook } from './book-file.ts';
import { BOOK_KEYS, fillBook } from './fill-book.ts';
import { showBook } from './shown-book.ts';

const [name] = process.argv.slice(2);
if (name === undefined || !/^\d{4}-[a-z0-9-]+$/.test(name)) {
  throw new Error('Name the book after the newest migration, as 0012-what-it-did.');
}
const store = await openEmbedded();
await fillBook(store);
const size = await writeBook(name, await takeBook(store, BOOK_KEYS), await showBook(store));
process.stdout.write(`${name}: ${size} bytes packed\n`);
await store.close();
