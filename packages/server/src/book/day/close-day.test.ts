import { checkCloseOn } from '../../../testing/book/day/close-suite.ts';

checkCloseOn('embedded');
