import { checkValuesOn } from '../../../testing/platform/database/value-suite.ts';

checkValuesOn('embedded');
