import { recoverySuite } from './recovery-suite.ts';

recoverySuite('embedded');
