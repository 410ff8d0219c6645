import type * as operations from '@roadbook/api/operations/desk-give-back';
import { encode } from '@roadbook/api/wire';
import { billedLines, leftOfLine } from '@roadbook/domain/contract/give-back';
import { decideDispute as decide } from '@roadbook/domain/lease-end/case/dispute-line';
import {
  closeDispute,
  disputesOf,
  proposeDecision,
} from '../../lease-end/give-back/dispute.sql.ts';
import {
  doGiveBack,
  giveBackPolicy,
  leaseOf,
  showGiveBack,
} from '../../lease-end/give-back/give-back.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import { demandContract } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';

/**
 * Decides a dispute. More than the lender's limit is taken off only where two people decide the
 * same: the first decision is kept as a proposal and answered as one.
 */
export const decideDispute: Handler<typeof operations.decideDispute, StaffCaller> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { store, clock } = shell;
  const { personId, contractId, disputeId } = params;
  const { outcome, reason } = body;
  await demandContract(shell, caller, { what: 'dispute-decided', personId, contractId });
  const stored = await contractFor(store, contractId, null);
  const { giveBack } = leaseOf(stored.contract).facts;
  const dispute = giveBack.disputes.find((each) => each.disputeId === disputeId);
  const line = billedLines(giveBack).find(({ lineId }) => lineId === dispute?.lineId);
  if (dispute === undefined || line === undefined) {
    throw new ProblemError('dispute-not-found', { disputeId });
  }
  const toCents = BigInt(body.toCents ?? '0');
  const { chargeCents: left } = leftOfLine(giveBack, line);
  const off = outcome === 'stands' ? 0n : left - toCents;
  const { fourEyesCents } = giveBackPolicy(shell, stored.openDay).giveBack;
  if (dispute.outcome === null && off > fourEyesCents) {
    const proposal = encode({ outcome, toCents, reason });
    if (await proposeDecision(store, disputeId, caller.staffId, proposal)) {
      return { state: 'proposed' as const, giveBack: await showGiveBack(shell, stored) };
    }
    await demandSecond(shell, caller, contractId, disputeId, proposal);
  }
  const shown = await doGiveBack(shell, {
    contractId,
    act: 'dispute-decided',
    key,
    input: [disputeId, outcome, `${toCents}`, reason],
    decide: (contract, _policy, businessDate) =>
      decide(
        contract,
        {
          disputeId,
          outcome,
          toCents,
          reason,
          decidedBy: `staff:${caller.staffId}`,
          creditId: namedUuid(`bill-credit:${disputeId}`),
        },
        businessDate,
      ),
  });
  await closeDispute(store, disputeId, new Date(clock()).toISOString());
  return { state: 'decided' as const, giveBack: shown };
};

/** Somebody else has proposed the very same. */
async function demandSecond(
  { store }: Parameters<typeof showGiveBack>[0],
  { staffId }: StaffCaller,
  contractId: string,
  disputeId: string,
  proposal: string,
): Promise<void> {
  const rows = await disputesOf(store, contractId);
  const row = rows.find((each) => each.dispute_id === disputeId);
  if (row?.proposed_by === staffId) throw new ProblemError('second-person-needed');
  if (row?.proposal === proposal) return;
  const { outcome = '', reason = '' } = JSON.parse(row?.proposal ?? '{}') as {
    outcome?: string;
    reason?: string;
  };
  throw new ProblemError('proposal-differs', { outcome, reason });
}
