import { changeTermsOn } from './change-terms-suite.ts';

changeTermsOn('postgresql');
