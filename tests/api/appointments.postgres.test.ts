import { checkAppointmentsOn } from './appointments-suite.ts';

checkAppointmentsOn('postgresql');
