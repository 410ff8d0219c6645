import { hash } from 'node:crypto';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { Outcome, RecordedEntry } from '@roadbook/domain/contract/decision';
import type { Refusal } from '@roadbook/domain/contract/refusal';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { EntryBody } from '../read/entry-body.ts';

/**
 * One command for one contract. `decide` is called with fresh state as often as the guard is lost.
 */
export type Command = {
  readonly contractId: string;
  readonly key: string;
  readonly inputHash: Buffer;
  /** The customer whose key it is: it counts for all their contracts. */
  readonly personId?: string;
  readonly decide: (
    contract: Contract,
    businessDate: BusinessDate,
    history: readonly RecordedEntry[] | null,
  ) => Outcome;
};

/** What a command came to. `done` is the same whether it was written now or earlier. */
export type Result =
  | {
      readonly outcome: 'done';
      readonly entryId: string;
      readonly seq: number;
      readonly recordedAt: string;
      readonly businessDate: BusinessDate;
      readonly body: EntryBody;
      readonly isRepeat: boolean;
    }
  | Refusal
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'key-used' };

/** The hash of a command's input: the same content gives the same hash whatever the key. */
export function hashInput(...parts: readonly string[]): Buffer {
  return hash('sha256', parts.join('\u0000'), 'buffer');
}
