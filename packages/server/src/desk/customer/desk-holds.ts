import type * as operations from '@roadbook/api/operations/desk-customers';
import { HOLD_STOPS, type Hold, type HoldKind } from '@roadbook/domain/contract/hold';
import { liftHold, placeHold } from '@roadbook/domain/contract/place-hold';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { readContract } from '../../book/read/read-contract.ts';
import { hashInput } from '../../book/write/command.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { settle } from '../../operation/settle.ts';
import type { Shell } from '../../operation/shell.ts';
import { lookupHash } from '../../platform/keys/key-ring.ts';
import { demandContract, noteOfAccess, recordDeskLook } from '../look/look.ts';
import { unsealStaff } from '../staff/staff.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { accessNotes, namesOfStaff } from './customer.sql.ts';

const EVIDENCE = 'access-log:';
const STAFF = 'staff:';
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Holds in force with who decided them and what they wrote. */
export async function presentHolds(
  { store, ring }: Shell,
  holds: readonly Hold[],
  today: BusinessDate,
) {
  const inForce = holds.filter(({ until }) => until === null || until > today);
  const idsAfter = (prefix: string, texts: readonly string[]) =>
    texts
      .filter((text) => text.startsWith(prefix))
      .map((text) => text.slice(prefix.length))
      .filter((id) => UUID.test(id));
  const noteIds = idsAfter(
    EVIDENCE,
    inForce.map(({ evidence }) => evidence),
  );
  const staffIds = idsAfter(
    STAFF,
    inForce.map(({ decidedBy }) => decidedBy),
  );
  const [notes, staff] = await Promise.all([
    noteIds.length === 0 ? [] : accessNotes(store, noteIds),
    staffIds.length === 0 ? [] : namesOfStaff(store, staffIds),
  ]);
  const noteOf = new Map(notes.map((row) => [`${EVIDENCE}${row.access_id}`, row]));
  const nameOf = new Map(
    staff.map((row) => [`${STAFF}${row.staff_id}`, unsealStaff(ring, row).name]),
  );
  return inForce.map(({ kind, from, until, evidence, decidedBy }) => {
    const note = noteOf.get(evidence);
    return {
      kind,
      from: from as string,
      until: until as string | null,
      evidence: (note === undefined ? null : noteOfAccess(ring, note)) ?? evidence,
      decidedBy: nameOf.get(decidedBy) ?? decidedBy,
      stops: [...HOLD_STOPS[kind]] as string[],
    };
  });
}

async function holdsOf(shell: Shell, contractId: string) {
  const { contract, openDay } = await contractFor(shell.store, contractId, null);
  return { holds: await presentHolds(shell, contract.holds, openDay) };
}

/**
 * Places a hold through the writer. What somebody wrote as its reason may name a person, so the
 * entry carries the id of a sealed note in the access log and not the words.
 */
export const placeContractHold: Handler<typeof operations.placeContractHold, StaffCaller> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { personId, contractId } = params;
  const { kind, evidence } = body;
  await demandContract(shell, caller, { what: 'holds', personId, contractId });
  const stored = await readContract(shell.store, contractId);
  const until = body.until as BusinessDate | null;
  if (stored !== null && until !== null && until <= stored.openDay) {
    throw new ProblemError('hold-until-past', { today: stored.openDay, until });
  }
  const note = { what: `hold-placed:${kind}`, personId, contractId, note: evidence };
  const accessId = await recordDeskLook(shell, caller, note);
  const result = await shell.writer.run({
    contractId,
    key: `hold:${key}`,
    inputHash: hashInput('hold', kind, until ?? '', words(shell, evidence), caller.staffId),
    decide: (contract, businessDate) =>
      placeHold(
        contract,
        {
          kind,
          from: businessDate,
          until,
          party: null,
          evidence: `${EVIDENCE}${accessId}`,
          decidedBy: `${STAFF}${caller.staffId}`,
        },
        businessDate,
      ),
  });
  settle(result);
  return holdsOf(shell, contractId);
};

export const liftContractHold: Handler<typeof operations.liftContractHold, StaffCaller> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  const { personId, contractId } = params;
  const kind: HoldKind = params.kind;
  await demandContract(shell, caller, { what: 'holds', personId, contractId });
  const note = { what: `hold-lifted:${kind}`, personId, contractId, note: body.note };
  await recordDeskLook(shell, caller, note);
  const result = await shell.writer.run({
    contractId,
    key: `lift:${key}`,
    inputHash: hashInput('lift', kind, words(shell, body.note), caller.staffId),
    decide: (contract, businessDate) => liftHold(contract, kind, businessDate),
  });
  settle(result);
  return holdsOf(shell, contractId);
};

/** Words in the hash of an input are keyed: a hash of a guessed sentence must not fit. */
function words({ ring }: Shell, text: string): string {
  return lookupHash(ring, 'desk-words', text).toString('hex');
}
