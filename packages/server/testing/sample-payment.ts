/** Commands that tests give the writer. */
import type { Contract } from '@roadbook/domain/contract/contract';
import { type ReceivePayment, receivePayment } from '@roadbook/domain/payment/receive-payment';
import { reversePayment } from '@roadbook/domain/payment/reverse-payment';
import type { Command } from '../src/book/write/command.ts';
import { hashInput } from '../src/book/write/command.ts';
import { OPEN_DAY } from './test-lender.ts';

/** Money that arrived from outside, on the open day unless said otherwise. */
export function arrivedPayment(
  contractId: string,
  key: string,
  amountCents: bigint,
  changes: Partial<ReceivePayment> = {},
): Command {
  const payment: ReceivePayment = {
    amountCents,
    purpose: 'regular',
    channel: 'wire',
    source: 'arrived',
    methodId: null,
    receivedOn: OPEN_DAY,
    ...changes,
  };
  return {
    contractId,
    key,
    inputHash: hashInput(`${amountCents}`, JSON.stringify(changes)),
    decide: (contract, businessDate, history) =>
      receivePayment(contract, payment, businessDate, history),
  };
}

/** Takes a payment back, as a bank's return does. */
export function returnedPayment(contractId: string, key: string, paymentSeq: number): Command {
  return {
    contractId,
    key,
    inputHash: hashInput(`${paymentSeq}`),
    decide: (contract: Contract, businessDate, history) =>
      reversePayment(contract, { paymentSeq, reason: 'r01' }, businessDate, history),
  };
}
