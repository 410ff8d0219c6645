/** Closes days until a given one is open; a program of its own, so that it can be killed. */
import { join } from 'node:path';
import { openDayOf } from '@roadbook/server/book/day/business-day';
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import { waitWhileAway } from '@roadbook/server/book/day/wait-while-away';
import { openEmbedded } from '@roadbook/server/platform/database/embedded';
import { openPostgresql } from '@roadbook/server/platform/database/postgresql';

const { DATABASE_URL, ROADBOOK_DATA = '' } = process.env;
const [last = ''] = process.argv.slice(2);

const store =
  DATABASE_URL === undefined
    ? await openEmbedded(join(ROADBOOK_DATA, 'db'))
    : await openPostgresql({ url: DATABASE_URL, connections: 2 });

for (;;) {
  const day = await waitWhileAway(() => openDayOf(store));
  if (day === null || day >= last) break;
  process.stdout.write(`closing ${day}\n`);
  await closeOpenDay(store, Date.now);
  process.stdout.write(`closed ${day}\n`);
}
await store.close();
