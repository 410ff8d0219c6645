import { giveBackOn } from './give-back-suite.ts';

giveBackOn('embedded');
