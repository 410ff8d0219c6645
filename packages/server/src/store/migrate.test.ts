import { checkMigrationsOn } from './testing/migration-suite.ts';

checkMigrationsOn('embedded');
