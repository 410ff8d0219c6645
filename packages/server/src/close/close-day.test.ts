import { checkCloseOn } from './testing/close-suite.ts';

checkCloseOn('embedded');
