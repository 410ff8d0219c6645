import { partiesCasesOn } from './parties-cases-suite.ts';

partiesCasesOn('postgresql');
