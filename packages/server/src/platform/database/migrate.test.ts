import { checkMigrationsOn } from '../../../testing/platform/database/migration-suite.ts';

checkMigrationsOn('embedded');
