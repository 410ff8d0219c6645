import { recoverySuite } from './recovery-suite.ts';

recoverySuite('postgresql');
