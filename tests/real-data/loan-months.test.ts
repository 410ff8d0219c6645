import { loanMonthsOn } from './loan-months-suite.ts';

loanMonthsOn('embedded');
