import { checkWearDataOn } from './wear-data-suite.ts';

checkWearDataOn('embedded');
