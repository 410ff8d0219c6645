import type * as operations from '@roadbook/api/operations/lease-end';
import { readingFaults } from '@roadbook/api/reading-rule';
import { READING_REASONS } from '@roadbook/domain/contract/reading';
import { tellReading } from '@roadbook/domain/lease/reading/tell-reading';
import { date } from '@roadbook/domain/time/calendar';
import { hashInput } from '../book/write/command.ts';
import { referenceOf } from '../money/pay/receipts.ts';
import type { Handler } from '../operation/handler.ts';
import { contractFor } from '../operation/load-contract.ts';
import { ProblemError } from '../operation/problem-error.ts';
import { type Done, settle } from '../operation/settle.ts';
import type { CustomerSession } from '../people/session.ts';

/** Records what the odometer shows as an entry of the lease, once for its key. */
export const tellOdometer: Handler<typeof operations.tellOdometer, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  const told = { ...body, on: date(body.on) };
  const result = await shell.writer.run({
    contractId: params.contractId,
    personId: caller.personId,
    key: `reading:${key}`,
    inputHash: hashInput('reading', `${told.miles}`, told.on, told.reason ?? ''),
    decide: (contract, businessDate) => tellReading(contract, told, businessDate),
  });
  if (result.outcome === 'refused') {
    const { code, facts } = result;
    throw new ProblemError(code, facts, readingFaults(code, facts));
  }
  return presentReading(settle(result));
};

function presentReading({ entryId, recordedAt, body }: Done) {
  const { memo = {}, receipt } = body;
  return {
    readingId: entryId,
    reference: referenceOf(entryId),
    miles: Number(memo.miles),
    on: memo.readOn ?? '',
    source: 'lessee' as const,
    reason: READING_REASONS.find((each) => each === memo.reason) ?? null,
    isCounted: receipt?.counted === 'yes',
    recordedAt,
  };
}
