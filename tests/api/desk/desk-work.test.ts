import { deskWorkOn } from './desk-work-suite.ts';

deskWorkOn('embedded');
