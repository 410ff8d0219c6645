import { checkOdometerOn } from './odometer-suite.ts';

checkOdometerOn('embedded');
