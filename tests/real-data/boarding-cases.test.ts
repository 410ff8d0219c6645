import { boardingCasesOn } from './boarding-cases-suite.ts';

boardingCasesOn('embedded');
