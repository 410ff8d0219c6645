import { secondProofSuite } from './second-proof-suite.ts';

secondProofSuite('embedded');
