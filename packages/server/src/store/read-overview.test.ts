import { checkOverviewsOn } from './testing/overview-suite.ts';

checkOverviewsOn('embedded');
