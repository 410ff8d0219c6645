import { checkOldBooksOn } from './old-books-suite.ts';

checkOldBooksOn('postgresql');
