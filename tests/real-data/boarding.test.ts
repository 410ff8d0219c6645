import { realBoardingOn } from './boarding-suite.ts';

realBoardingOn('embedded');
