import { checkValuesOn } from './testing/value-suite.ts';

checkValuesOn('postgresql');
