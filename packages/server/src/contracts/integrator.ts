import type * as operations from '@roadbook/api/operations/integrator';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { reversePayment } from '@roadbook/domain/payment/reverse-payment';
import { date } from '@roadbook/domain/time/calendar';
import { readBody } from '../book/read/entry-body.ts';
import { findContracts as find } from '../book/read/read-account.ts';
import { entryById, oldestEntries, postingsBetween } from '../book/read/read-entries.ts';
import { hashInput } from '../book/write/writer.ts';
import type { Handler } from '../http/bind.ts';
import { storeQuote } from '../money/pay/payoff.ts';
import { referenceOf } from '../money/pay/receipts.ts';
import { storedBreakdown, type WireLine } from '../operation/breakdown.ts';
import { contractFor, presentContracts } from '../operation/load-contract.ts';
import { ProblemError } from '../operation/problem-error.ts';
import { paymentEntryId, settle } from '../operation/settle.ts';
import { presentPostings, presentTransaction } from '../operation/transaction.ts';
import { transactionContext } from './contracts.ts';

/** The system that calls, by the name of its token. */
export type Integrator = { readonly name: string };

const PAGE = 100;

export const findContracts: Handler<typeof operations.findContracts, Integrator> = async ({
  shell,
  query,
}) => {
  const wanted =
    query.number === undefined
      ? { deal: query.deal ?? '', assetNumber: query.assetNumber ?? '' }
      : { number: query.number };
  const rows = await find(shell.store, wanted);
  return {
    contracts: rows.map((row) => ({
      contractId: row.contract_id,
      contractNumber: row.contract_number,
      product: row.product,
      deal: row.deal,
      assetNumber: row.asset_number,
      status: row.status,
    })),
  };
};

export const getContract: Handler<typeof operations.getContractForIntegrator, Integrator> = async ({
  shell,
  params,
}) => {
  const [contract] = await presentContracts(shell.store, [params.contractId], null);
  if (contract === undefined) throw new ProblemError('contract-not-found');
  return contract;
};

export const listEntries: Handler<typeof operations.listEntries, Integrator> = async ({
  shell,
  params,
  query,
}) => {
  const { store } = shell;
  const stored = await contractFor(store, params.contractId, null);
  const context = await transactionContext(store, stored, null);
  const entries = await oldestEntries(store, params.contractId, query.after ?? 0, PAGE);
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return { entries: [], after: null };
  const postings = await postingsBetween(store, params.contractId, first.seq, last.seq);
  return {
    entries: entries.map((entry) => ({
      ...presentTransaction(entry, context),
      postings: presentPostings(postings, entry.seq),
      hash: entry.hash.toString('hex'),
    })),
    after: last.seq === stored.contract.version ? null : last.seq,
  };
};

/** Posts money that has arrived: always, and once for a key. */
export const postPayment: Handler<typeof operations.postArrivedPayment, Integrator> = async ({
  shell,
  params,
  body,
  key,
}) => {
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
    split: storedBreakdown((receipt.lines ?? []) as WireLine[]),
    principalCents: String(receipt.principalCents),
    status: String(receipt.status),
  };
};

export const reverse: Handler<typeof operations.reverseArrivedPayment, Integrator> = async ({
  shell,
  params,
  body,
  key,
}) => {
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

export const quote: Handler<typeof operations.quotePayoffForIntegrator, Integrator> = async ({
  shell,
  params,
  body,
  key,
}) => {
  await contractFor(shell.store, params.contractId, null);
  return storeQuote(shell, params.contractId, date(body.from), key);
};
