import { passkeysSuite } from './passkeys-suite.ts';

passkeysSuite('postgresql');
