import type * as operations from '@roadbook/api/operations/payments';
import type { ScheduledPayment } from '@roadbook/domain/contract/contract';
import {
  cancelScheduledPayment as decideCancel,
  schedulePayment,
} from '@roadbook/domain/payment/promise/schedule-payment';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { date } from '@roadbook/domain/time/calendar';
import { entryOfKey } from '../../book/read/read-payment-entries.ts';
import { type Command, hashInput } from '../../book/write/command.ts';
import type { Call, Handler } from '../../operation/handler.ts';
import { contractFor, overviewFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { paymentEntryId, settle } from '../../operation/settle.ts';
import type { Shell } from '../../operation/shell.ts';
import type { CustomerSession } from '../../people/session.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import {
  listPaymentMethods,
  markMethodRefused,
  markMethodUsed,
  methodLabels,
} from '../methods/payment-methods.sql.ts';
import { previewOf, refuseUnpayable } from './preview-payment.ts';
import { receiptOf } from './receipts.ts';

type Customer<O extends (typeof operations)[keyof typeof operations]> = Handler<O, CustomerSession>;

export const previewPayment: Customer<typeof operations.previewPayment> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const stored = await contractFor(shell.store, params.contractId, caller.personId);
  return previewOf(stored.contract, body, stored.openDay);
};

/** Pays today through the gateway, or promises a payment for a later day. */
export const makePayment: Customer<typeof operations.makePayment> = async (call) => {
  const { shell, caller, params, body } = call;
  const stored = await contractFor(shell.store, params.contractId, caller.personId);
  const command = {
    contractId: params.contractId,
    key: `pay:${call.key}`,
    personId: caller.personId,
    inputHash: hashInput(
      'pay',
      caller.personId,
      params.contractId,
      body.amountCents,
      body.purpose,
      body.methodId,
      body.on,
    ),
  };
  const earlier = await earlierReceipt(call, command.key, command.inputHash);
  if (earlier !== null) return earlier;
  refuseUnpayable(stored.contract, body, stored.openDay);
  const lastFour = await lastFourOf(shell, caller.personId, body.methodId);
  const on = date(body.on);
  if (on > stored.openDay) return promisePayment(call, command, lastFour);
  const authorized = await shell.gateway.authorize({
    key: `${params.contractId}:${command.key}`,
    methodId: body.methodId,
    amountCents: BigInt(body.amountCents),
    lastFour,
  });
  if (authorized.outcome === 'refused') {
    await markMethodRefused(shell.store, caller.personId, body.methodId, shell.clock());
    throw new ProblemError('payment-method-refused');
  }
  const result = await shell.writer.run({
    ...command,
    decide: (contract, businessDate, history) =>
      receivePayment(
        contract,
        {
          amountCents: BigInt(body.amountCents),
          purpose: body.purpose,
          channel: 'bank-debit',
          source: 'customer',
          methodId: body.methodId,
          receivedOn: on,
        },
        businessDate,
        history,
      ),
  });
  const done = settle(result);
  await markMethodUsed(shell.store, caller.personId, body.methodId, shell.clock());
  const entryId = await paymentEntryId(shell.store, params.contractId, done);
  return receiptFor(shell, params.contractId, caller.personId, entryId);
};

type PaymentCall = Call<typeof operations.makePayment, CustomerSession>;
type PaymentKey = Pick<Command, 'contractId' | 'key' | 'personId' | 'inputHash'>;

/**
 * A repeated request gets the receipt of the first, whatever has changed since. A key is looked for
 * on every contract of the person: used for another one, it is refused instead of paying twice.
 */
async function earlierReceipt(
  { shell, caller, params }: PaymentCall,
  key: string,
  inputHash: Buffer,
) {
  const row = await entryOfKey(shell.store, caller.personId, key, params.contractId);
  if (row === undefined) return null;
  if (row.input_hash?.equals(inputHash) !== true) {
    throw new ProblemError('key-used-for-other-input');
  }
  const id = row.schedule_id ?? row.entry_id;
  return receiptFor(shell, row.contract_id, caller.personId, id);
}

async function promisePayment(
  { shell, caller, params, body }: PaymentCall,
  command: PaymentKey,
  lastFour: string,
) {
  if (lastFour === '') throw new ProblemError('payment-method-not-found');
  const scheduled: ScheduledPayment = {
    scheduleId: namedUuid('schedule', command.contractId, command.key),
    amountCents: BigInt(body.amountCents),
    on: date(body.on),
    purpose: body.purpose,
    channel: 'bank-debit',
    methodId: body.methodId,
  };
  const result = await shell.writer.run({
    ...command,
    decide: (contract, businessDate) => schedulePayment(contract, scheduled, businessDate),
  });
  settle(result);
  await markMethodUsed(shell.store, caller.personId, body.methodId, shell.clock());
  return receiptFor(shell, params.contractId, caller.personId, scheduled.scheduleId);
}

async function lastFourOf(shell: Shell, personId: string, methodId: string): Promise<string> {
  const methods = await listPaymentMethods(shell.store, personId);
  const method = methods.find((each) => each.method_id === methodId);
  if (method === undefined) throw new ProblemError('payment-method-not-found');
  return method.last_four;
}

export const getPayment: Customer<typeof operations.getPayment> = ({ shell, caller, params }) =>
  receiptFor(shell, params.contractId, caller.personId, params.paymentId);

async function receiptFor(shell: Shell, contractId: string, personId: string, paymentId: string) {
  const { stored, account } = await overviewFor(shell.store, contractId, personId);
  const methods = await methodLabels(shell.store, personId);
  return receiptOf(shell.store, { stored, account, methods }, paymentId);
}

export const cancelScheduledPayment: Customer<typeof operations.cancelScheduledPayment> = async ({
  shell,
  caller,
  params,
  key,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  const result = await shell.writer.run({
    contractId: params.contractId,
    key: `cancel:${key}`,
    personId: caller.personId,
    inputHash: hashInput('cancel', params.scheduleId),
    decide: (contract, businessDate) => decideCancel(contract, params.scheduleId, businessDate),
  });
  settle(result);
  return {};
};
