import { checkDemoOn } from './testing/demo-suite.ts';

checkDemoOn('embedded');
