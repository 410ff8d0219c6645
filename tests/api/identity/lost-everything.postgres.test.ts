import { lostEverythingSuite } from './lost-everything-suite.ts';

lostEverythingSuite('postgresql');
