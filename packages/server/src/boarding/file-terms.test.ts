import { checkFileTermsOn } from '../../testing/boarding/file-terms-suite.ts';

checkFileTermsOn('embedded');
