import { fuzzOn } from './fuzz-suite.ts';

fuzzOn('postgresql');
