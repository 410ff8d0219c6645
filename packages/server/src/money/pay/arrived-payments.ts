import type * as operations from '@roadbook/api/operations/payments';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { reversePayment } from '@roadbook/domain/payment/reverse-payment';
import { date } from '@roadbook/domain/time/calendar';
import { readBody } from '../../book/read/entry-body.ts';
import { entryById } from '../../book/read/read-entries.ts';
import { hashInput } from '../../book/write/command.ts';
import { paymentSplit, type WireLine } from '../../operation/breakdown.ts';
import type { Handler } from '../../operation/handler.ts';
import type { Integrator } from '../../operation/integrator.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { paymentEntryId, settle } from '../../operation/settle.ts';
import { referenceOf } from './receipts.ts';

/** Posts money that has arrived: always, and once for a key. */
export const postArrivedPayment: Handler<
  typeof operations.postArrivedPayment,
  Integrator
> = async ({ shell, params, body, key }) => {
  const { contractId } = params;
  const receivedOn = date(body.receivedOn);
  const result = await shell.writer.run({
    contractId,
    key: `arrived:${key}`,
    inputHash: hashInput('arrived', body.amountCents, body.purpose, body.channel, receivedOn),
    decide: (contract, businessDate, history) =>
      receivePayment(
        contract,
        {
          amountCents: BigInt(body.amountCents),
          purpose: body.purpose,
          channel: body.channel === 'cheque' ? 'check' : body.channel,
          source: 'arrived',
          methodId: null,
          receivedOn,
        },
        businessDate,
        history,
      ),
  });
  const done = settle(result);
  const receipt = done.body.receipt ?? {};
  const entryId = await paymentEntryId(shell.store, contractId, done);
  return {
    paymentId: entryId,
    reference: referenceOf(entryId),
    contractId,
    seq: Number(receipt.paymentSeq),
    amountCents: String(receipt.amountCents),
    effectiveDate: String(receipt.effectiveDate),
    businessDate: done.businessDate as string,
    split: paymentSplit((receipt.lines ?? []) as WireLine[]),
    principalCents: String(receipt.principalCents),
    status: String(receipt.status),
  };
};

export const reverseArrivedPayment: Handler<
  typeof operations.reverseArrivedPayment,
  Integrator
> = async ({ shell, params, body, key }) => {
  const { contractId, paymentId } = params;
  await contractFor(shell.store, contractId, null);
  const entry = await entryById(shell.store, contractId, paymentId);
  const fact = entry === null ? undefined : readBody(entry.body).payment;
  if (entry === null || fact === undefined) throw new ProblemError('payment-not-found');
  const paymentSeq = Number(fact.paymentSeq);
  const result = await shell.writer.run({
    contractId,
    key: `reverse:${key}`,
    inputHash: hashInput('reverse', paymentId, body.reason),
    decide: (contract, businessDate, history) =>
      reversePayment(contract, { paymentSeq, reason: body.reason }, businessDate, history),
  });
  const receipt = settle(result).body.receipt ?? {};
  return {
    paymentId,
    contractId,
    amountCents: String(receipt.amountCents),
    reason: String(receipt.reason),
    effectiveDate: String(receipt.effectiveDate),
    status: String(receipt.status),
  };
};
