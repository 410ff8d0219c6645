import { registrationSuite } from './registration-suite.ts';

registrationSuite('embedded');
