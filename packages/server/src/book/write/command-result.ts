import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { EarlierEntry } from '../read/contract-row.ts';
import { type EntryBody, readBody } from '../read/entry-body.ts';
import type { Command, Result } from './command.ts';
import type { PreparedDecision } from './prepare-entries.ts';

/** What a command came to that was written just now. */
export function doneNow(
  decision: PreparedDecision,
  nowMs: number,
  businessDate: BusinessDate,
): Result {
  const first = decision.entries[0];
  if (first === undefined) throw new Error('a written decision has an entry');
  return {
    outcome: 'done',
    entryId: first.entryId,
    seq: first.seq,
    recordedAt: new Date(nowMs).toISOString(),
    businessDate,
    body: withReceiptLines(first.content),
    isRepeat: false,
  };
}

/** What a command came to whose key was used before. */
export function repeat(command: Command, earlier: EarlierEntry): Result {
  if (earlier.inputHash === null || !earlier.inputHash.equals(command.inputHash)) {
    return { outcome: 'key-used' };
  }
  return {
    outcome: 'done',
    entryId: earlier.entryId,
    seq: earlier.seq,
    recordedAt: earlier.recordedAt,
    businessDate: earlier.businessDate,
    body: withReceiptLines(readBody(earlier.body)),
    isRepeat: true,
  };
}

/** A receipt without lines has those of its entry, which are not stored twice. */
function withReceiptLines(body: EntryBody): EntryBody {
  const { receipt, lines } = body;
  return receipt === undefined ? body : { ...body, receipt: { lines, ...receipt } };
}
