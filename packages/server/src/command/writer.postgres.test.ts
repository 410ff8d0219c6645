import { checkWriterOn } from './testing/writer-suite.ts';

checkWriterOn('postgresql');
