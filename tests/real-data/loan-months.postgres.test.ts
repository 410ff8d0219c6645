import { loanMonthsOn } from './loan-months-suite.ts';

loanMonthsOn('postgresql');
