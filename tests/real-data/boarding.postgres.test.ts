import { realBoardingOn } from './boarding-suite.ts';

realBoardingOn('postgresql');
