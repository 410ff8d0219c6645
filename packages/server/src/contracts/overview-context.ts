import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { AccountRow } from '../book/read/read-account.ts';
import type { EntryPoint } from '../book/read/read-overview.ts';

/** What a presenter needs beside the contract. */
export type OverviewContext = {
  readonly today: BusinessDate;
  readonly account: AccountRow;
  readonly points: readonly EntryPoint[];
  readonly methods: ReadonlyMap<string, string>;
};
