import { checkDaysOf2027On } from '../../testing/boarding/days-of-2027-suite.ts';

checkDaysOf2027On('embedded');
