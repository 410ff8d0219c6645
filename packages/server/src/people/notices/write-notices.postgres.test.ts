import { noticesOn } from '../../../testing/people/notices-suite.ts';

noticesOn('postgresql');
