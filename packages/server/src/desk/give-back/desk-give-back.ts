import type * as operations from '@roadbook/api/operations/desk-give-back';
import { encode } from '@roadbook/api/wire';
import { payRefund, sellCar, takeBackReceipt } from '@roadbook/domain/lease-end/case/after-bill';
import { creditLine } from '@roadbook/domain/lease-end/case/dispute-line';
import { issueFinalBill as issueBill } from '@roadbook/domain/lease-end/case/issue-final-bill';
import {
  issueReturnQuote as issueQuote,
  quoteGoodThrough,
  withdrawReturnQuote as withdrawQuote,
} from '@roadbook/domain/lease-end/case/issue-return-quote';
import { date } from '@roadbook/domain/time/calendar';
import { readContract } from '../../book/read/read-contract.ts';
import {
  doGiveBack,
  type GiveBackCommand,
  showGiveBack,
} from '../../lease-end/give-back/give-back.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import { demandContract } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';

type Staff<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

type OfContract = { readonly personId: string; readonly contractId: string };

/** Ids that a command makes are made of its key: the same command again makes the same. */
const idOf = (act: string, { contractId }: OfContract, key: string): string =>
  namedUuid(`${act}:${contractId}:${key}`);

/** Records that somebody acts on a contract, then does it. */
async function act(
  shell: Shell,
  caller: StaffCaller,
  { personId, contractId }: OfContract,
  command: Omit<GiveBackCommand, 'contractId'>,
) {
  await demandContract(shell, caller, { what: command.act, personId, contractId });
  return doGiveBack(shell, { contractId, ...command });
}

export const getCustomerGiveBack: Staff<typeof operations.getCustomerGiveBack> = async ({
  shell,
  caller,
  params,
}) => {
  await demandContract(shell, caller, { what: 'give-back', ...params });
  const stored = await readContract(shell.store, params.contractId);
  if (stored === null) throw new ProblemError('contract-not-found');
  return showGiveBack(shell, stored);
};

export const issueReturnQuote: Staff<typeof operations.issueReturnQuote> = ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { miles, milesEvidence, goodThrough } = body;
  const wear = wearOf(body.wear, caller);
  return act(shell, caller, params, {
    act: 'return-quote',
    key,
    input: [encode(body)],
    decide: (contract, policy, businessDate) =>
      issueQuote(
        contract,
        {
          quoteId: idOf('return-quote', params, key),
          goodThrough:
            goodThrough !== undefined || contract.product === 'loan'
              ? date(goodThrough ?? businessDate)
              : quoteGoodThrough(contract, policy, businessDate),
          basis: { miles, milesEvidence, wear },
        },
        policy,
        businessDate,
      ),
  });
};

export const withdrawReturnQuote: Staff<typeof operations.withdrawReturnQuote> = ({
  shell,
  caller,
  params,
  body,
  key,
}) =>
  act(shell, caller, params, {
    act: 'quote-withdrawn',
    key,
    input: [params.quoteId, body.reason],
    decide: (contract, _policy, businessDate) =>
      withdrawQuote(contract, { quoteId: params.quoteId, ...body }, businessDate),
  });

export const issueFinalBill: Staff<typeof operations.issueFinalBill> = ({
  shell,
  caller,
  params,
  body,
  key,
}) =>
  act(shell, caller, params, {
    act: 'final-bill',
    key,
    input: [encode(body)],
    decide: (contract, policy, businessDate) =>
      issueBill(
        contract,
        {
          billId: idOf('final-bill', params, key),
          isLast: body.isLast,
          wear: wearOf(body.wear, caller),
          thirdParty: body.thirdParty.map(({ incurredOn, ...line }) => ({
            ...lineOf(line, caller),
            incurredOn: date(incurredOn),
          })),
        },
        policy,
        businessDate,
      ),
  });

type GivenLine = Parameters<Staff<typeof operations.issueReturnQuote>>[0]['body']['wear'][number];

/** A charge for wear carries the name of whoever decided that it is charged. */
function lineOf({ chargeCents, ...line }: GivenLine, { staffId }: StaffCaller) {
  return { ...line, chargeCents: BigInt(chargeCents), decidedBy: `staff:${staffId}` };
}

function wearOf(lines: readonly GivenLine[], caller: StaffCaller) {
  return lines.map((line) => lineOf(line, caller));
}

export const creditBillLine: Staff<typeof operations.creditBillLine> = ({
  shell,
  caller,
  params,
  body,
  key,
}) =>
  act(shell, caller, params, {
    act: 'bill-credit',
    key,
    input: [params.lineId, body.toCents, body.reason],
    decide: (contract, _policy, businessDate) =>
      creditLine(
        contract,
        {
          creditId: idOf('bill-credit', params, key),
          lineId: params.lineId,
          toCents: BigInt(body.toCents),
          reason: body.reason,
          decidedBy: `staff:${caller.staffId}`,
        },
        businessDate,
      ),
  });

export const recordRefund: Staff<typeof operations.recordRefund> = ({
  shell,
  caller,
  params,
  body,
  key,
}) =>
  act(shell, caller, params, {
    act: 'refund',
    key,
    input: [body.refundCents],
    decide: (contract, _policy, businessDate) =>
      payRefund(
        contract,
        { refundId: idOf('refund', params, key), refundCents: BigInt(body.refundCents) },
        businessDate,
      ),
  });

export const recordCarSale: Staff<typeof operations.recordCarSale> = ({
  shell,
  caller,
  params,
  body,
  key,
}) =>
  act(shell, caller, params, {
    act: 'car-sale',
    key,
    input: [body.priceCents, body.buyer, body.evidence],
    decide: (contract, _policy, businessDate) =>
      sellCar(contract, { ...body, priceCents: BigInt(body.priceCents) }, businessDate),
  });

export const takeBackCarReceipt: Staff<typeof operations.takeBackCarReceipt> = ({
  shell,
  caller,
  params,
  body,
  key,
}) =>
  act(shell, caller, params, {
    act: 'receipt-taken-back',
    key,
    input: [params.handOverId, body.reason],
    decide: (contract, _policy, businessDate, history) =>
      takeBackReceipt(
        contract,
        {
          handOverId: params.handOverId,
          reason: body.reason,
          decidedBy: `staff:${caller.staffId}`,
        },
        businessDate,
        history,
      ),
  });
