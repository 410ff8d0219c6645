import { checkOldFilesOn } from '../../testing/boarding/old-file-suite.ts';

checkOldFilesOn('embedded');
