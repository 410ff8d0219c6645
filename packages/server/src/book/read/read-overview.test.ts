import { checkOverviewsOn } from '../../../testing/book/read/overview-suite.ts';

checkOverviewsOn('embedded');
