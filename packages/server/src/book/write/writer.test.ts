import { checkWriterOn } from '../../../testing/book/write/writer-suite.ts';

checkWriterOn('embedded');
