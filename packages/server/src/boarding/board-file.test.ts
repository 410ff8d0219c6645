import { checkBoardingOn } from './testing/boarding-suite.ts';

checkBoardingOn('embedded');
