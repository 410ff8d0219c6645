import { checkDemoOn } from './testing/demo-suite.ts';

checkDemoOn('postgresql');
