import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Lender } from '../lender/lender.ts';
import type { Store } from '../platform/database/store.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
import type { BoardingSummary } from './boarding-summary.ts';
import type { Ex102Item, RatesWritten } from './read/boarding-item.ts';
import type { PartyIndex } from './read/party/party-index.ts';
import type { Reject } from './read/reject.ts';

/** A file to board: where it goes, what is read of it, and who is told. */
export type BoardFile = {
  readonly store: Store;
  readonly clock: () => number;
  readonly lender: Lender;
  readonly ring: KeyRing;
  readonly openDay: BusinessDate;
  readonly deal: string;
  readonly source: string;
  readonly asOf: BusinessDate | null;
  readonly items: AsyncIterable<Ex102Item>;
  readonly parties: PartyIndex | null;
  /** How the rates are written, if a person has said so; else a file of percents is asked about. */
  readonly rates?: RatesWritten | null;
  /** Whether a person said that a file whose cut-off is long ago is to be boarded all the same. */
  readonly isOldFile?: boolean;
  readonly onReject: (reject: Reject) => void;
  /** Told of what was odd about a contract that boarded. */
  readonly onRemark?: (remark: Reject) => void;
  readonly onProgress: (summary: BoardingSummary) => void;
};
