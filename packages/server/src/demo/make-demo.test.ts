import { checkDemoOn } from '../../testing/demo/demo-suite.ts';

checkDemoOn('embedded');
