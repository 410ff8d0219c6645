import { checkAppointmentsOn } from './appointments-suite.ts';

checkAppointmentsOn('embedded');
