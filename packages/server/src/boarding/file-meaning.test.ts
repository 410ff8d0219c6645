import { checkFileMeaningOn } from '../../testing/boarding/file-meaning-suite.ts';

checkFileMeaningOn('embedded');
