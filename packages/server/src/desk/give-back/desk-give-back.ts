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
import {
  doGiveBack,
  type GiveBackCommand,
  showGiveBack,
} from '../../lease-end/give-back/give-back.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import type { Shell } from '../../operation/shell.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import { demandContract } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';

type Staff<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

/** What every act has in common: who does it, on whose contract, under which key. */
type OnContract = {
  readonly shell: Shell;
  readonly caller: StaffCaller;
  readonly params: { readonly personId: string; readonly contractId: string };
  readonly key: string;
};

/** Ids that a command makes are made of its key: the same command again makes the same. */
const idOf = (act: string, { params, key }: OnContract): string =>
  namedUuid(`${act}:${params.contractId}:${key}`);

/** Records that somebody acts on a contract, then does it. */
async function act(
  { shell, caller, params: { personId, contractId }, key }: OnContract,
  name: string,
  command: Pick<GiveBackCommand, 'input' | 'decide'>,
) {
  await demandContract(shell, caller, { what: name, personId, contractId });
  return doGiveBack(shell, { contractId, act: name, key, ...command });
}

export const getCustomerGiveBack: Staff<typeof operations.getCustomerGiveBack> = async ({
  shell,
  caller,
  params,
}) => {
  await demandContract(shell, caller, { what: 'give-back', ...params });
  return showGiveBack(shell, await contractFor(shell.store, params.contractId, null));
};

export const issueReturnQuote: Staff<typeof operations.issueReturnQuote> = ({ body, ...call }) => {
  const { miles, milesEvidence, goodThrough } = body;
  const wear = wearOf(body.wear, call.caller);
  return act(call, 'return-quote', {
    input: [encode(body)],
    decide: (contract, policy, businessDate) =>
      issueQuote(
        contract,
        {
          quoteId: idOf('return-quote', call),
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
  body,
  ...call
}) =>
  act(call, 'quote-withdrawn', {
    input: [call.params.quoteId, body.reason],
    decide: (contract, _policy, businessDate) =>
      withdrawQuote(contract, { quoteId: call.params.quoteId, ...body }, businessDate),
  });

export const issueFinalBill: Staff<typeof operations.issueFinalBill> = ({ body, ...call }) =>
  act(call, 'final-bill', {
    input: [encode(body)],
    decide: (contract, policy, businessDate) =>
      issueBill(
        contract,
        {
          billId: idOf('final-bill', call),
          isLast: body.isLast,
          wear: wearOf(body.wear, call.caller),
          thirdParty: body.thirdParty.map(({ incurredOn, ...line }) => ({
            ...lineOf(line, call.caller),
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

export const creditBillLine: Staff<typeof operations.creditBillLine> = ({ body, ...call }) =>
  act(call, 'bill-credit', {
    input: [call.params.lineId, body.toCents, body.reason],
    decide: (contract, _policy, businessDate) =>
      creditLine(
        contract,
        {
          creditId: idOf('bill-credit', call),
          lineId: call.params.lineId,
          toCents: BigInt(body.toCents),
          reason: body.reason,
          decidedBy: `staff:${call.caller.staffId}`,
        },
        businessDate,
      ),
  });

export const recordRefund: Staff<typeof operations.recordRefund> = ({ body, ...call }) =>
  act(call, 'refund', {
    input: [body.refundCents],
    decide: (contract, _policy, businessDate) =>
      payRefund(
        contract,
        { refundId: idOf('refund', call), refundCents: BigInt(body.refundCents) },
        businessDate,
      ),
  });

export const recordCarSale: Staff<typeof operations.recordCarSale> = ({ body, ...call }) =>
  act(call, 'car-sale', {
    input: [body.priceCents, body.buyer, body.evidence],
    decide: (contract, _policy, businessDate) =>
      sellCar(contract, { ...body, priceCents: BigInt(body.priceCents) }, businessDate),
  });

export const takeBackCarReceipt: Staff<typeof operations.takeBackCarReceipt> = ({
  body,
  ...call
}) =>
  act(call, 'receipt-taken-back', {
    input: [call.params.handOverId, body.reason],
    decide: (contract, _policy, businessDate, history) =>
      takeBackReceipt(
        contract,
        {
          handOverId: call.params.handOverId,
          reason: body.reason,
          decidedBy: `staff:${call.caller.staffId}`,
        },
        businessDate,
        history,
      ),
  });
