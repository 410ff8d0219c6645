import { checkCommandTableOn } from './command-table-suite.ts';

checkCommandTableOn('postgresql');
