import { checkPartiesOn } from '../../../testing/boarding/parties-suite.ts';

checkPartiesOn('postgresql');
