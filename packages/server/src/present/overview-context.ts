import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { AccountRow, PointRow } from '../store/read-account.ts';

/** What a presenter needs beside the contract. */
export type OverviewContext = {
  readonly today: BusinessDate;
  readonly account: AccountRow;
  readonly points: readonly PointRow[];
  readonly methods: ReadonlyMap<string, string>;
};
