import { profileSuite } from './profile-suite.ts';

profileSuite('postgresql');
