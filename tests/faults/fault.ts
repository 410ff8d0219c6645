/** The faults that payments must survive, each with how it begins and ends. */
import { openPostgresql } from '@roadbook/server/platform/database/postgresql';
import type { Undo, Wire } from './fault-proxy.ts';

export type Fault = {
  readonly name: string;
  /** How long it lasts under `npm run soak`, and on ordinary days. */
  readonly ms: number;
  readonly shortMs: number;
  readonly begin: (place: FaultPlace) => Promise<Undo> | Undo;
};

export type FaultPlace = {
  readonly wire: Wire;
  /** The database without the wire. */
  readonly databaseUrl: string;
};

/** Does something again and again until it is undone. */
function every(ms: number, act: () => unknown): Undo {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}

/** Ends every session of the server, as an operator or a failover does. */
export const TERMINATED: Fault = {
  name: 'sessions terminated',
  ms: 10_000,
  shortMs: 1_500,
  begin: async ({ databaseUrl }) => {
    const own = await openPostgresql({ url: databaseUrl, connections: 1 });
    const stop = every(300, () =>
      own
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined),
    );
    return async () => {
      await stop();
      await own.close();
    };
  },
};

/** Every write fails as on a full disk: the fence that each of them passes says so. */
export const DISK_FULL: Fault = {
  name: 'disk full',
  ms: 10_000,
  shortMs: 1_000,
  begin: async ({ databaseUrl }) => {
    const own = await openPostgresql({ url: databaseUrl, connections: 1 });
    const [row] = await own.query<{ text: string }>(
      "select pg_get_functiondef('fence'::regproc) as text",
    );
    await own.script(
      `create or replace function fence() returns date language plpgsql volatile as $$ begin
         raise exception 'could not extend file: No space left on device' using errcode = '53100';
       end $$`,
    );
    return async () => {
      await own.script(row?.text ?? '');
      await own.close();
    };
  },
};

export const FAULTS: readonly Fault[] = [
  {
    name: 'connections cut',
    ms: 10_000,
    shortMs: 1_500,
    begin: ({ wire }) => every(300, wire.cut),
  },
  {
    name: 'cut in the middle of statements',
    ms: 10_000,
    shortMs: 1_500,
    begin: ({ wire }) => wire.cutMidStatement(),
  },
  { name: 'refused', ms: 10_000, shortMs: 1_000, begin: ({ wire }) => wire.refuse() },
  { name: 'delayed 5 s', ms: 20_000, shortMs: 4_000, begin: ({ wire }) => wire.delay(5_000) },
  { name: 'swallowed', ms: 20_000, shortMs: 6_000, begin: ({ wire }) => wire.swallow() },
  TERMINATED,
  DISK_FULL,
];
