import { guestOn } from './guest-suite.ts';

guestOn('embedded');
