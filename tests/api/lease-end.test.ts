import { checkLeaseEndOn } from './lease-end-suite.ts';

checkLeaseEndOn('embedded');
