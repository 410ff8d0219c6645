import { asvsDocument, readAsvsRows } from './asvs-rows.ts';

process.stdout.write(asvsDocument(readAsvsRows()));
