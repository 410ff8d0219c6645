import { checkPartiesTermsOn } from '../../../testing/boarding/parties-terms-suite.ts';

checkPartiesTermsOn('postgresql');
