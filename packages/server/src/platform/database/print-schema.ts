/**
 * Prints the shape that the migrations make, for `schema.sql` beside this file:
 * node --import tsx packages/server/src/platform/database/print-schema.ts >
 * packages/server/src/platform/database/schema.sql
 */
import { describeSchema } from './describe-schema.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

const store = await openEmbedded();
await migrate(store);
process.stdout.write(await describeSchema(store));
await store.close();
