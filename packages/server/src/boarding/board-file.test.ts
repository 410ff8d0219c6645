import { checkBoardingOn } from '../../testing/boarding/boarding-suite.ts';

checkBoardingOn('embedded');
