import { checkValuesOn } from './testing/value-suite.ts';

checkValuesOn('embedded');
