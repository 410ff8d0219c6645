import { boardingCasesOn } from './boarding-cases-suite.ts';

boardingCasesOn('postgresql');
